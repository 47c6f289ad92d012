import JourneyDiagram
import Testing

@Suite("Mermaid text")
struct MermaidTests {
  @Test(
    "A flowchart names every touchpoint and outcome once, and its lines connect what exists",
    arguments: PictureView.allCases
  )
  func flowchart(view: PictureView) {
    let picture = SamplePicture.picture(view)
    let lines = Mermaid.flowchart(of: picture).split(separator: "\n").map(String.init)
    #expect(lines.prefix(4).last == "flowchart LR")
    func nodes(_ opening: String) -> Int { lines.filter { $0.contains(opening) && !$0.contains("%%") }.count }
    #expect(nodes("([\"") == picture.outcomes.count)
    #expect(lines.filter { $0.hasPrefix("    n") && $0.contains("[\"") }.count == picture.cards.count)
    #expect(lines.filter { $0.hasPrefix("  subgraph ") }.count == picture.stages.count)
    #expect(lines.filter { $0 == "  end" }.count == picture.stages.count)
    let arrows = lines.filter { line in
      !line.hasPrefix("  start ") && ["-->|", "==>|", "-.->|"].contains { line.contains($0) }
    }
    #expect(arrows.count > 10 && arrows.count <= 60)
  }

  @Test("A flowchart begins at the start, and leaving has its arrows")
  func fromStartToEnd() {
    let picture = SamplePicture.picture(.map)
    let lines = Mermaid.flowchart(of: picture).split(separator: "\n").map(String.init)
    let starts = lines.filter { $0.hasPrefix("  start -->|") }
    #expect(starts.count == picture.entries.count)
    #expect(starts.first?.contains("|\"44%\"| n0") == true)
    // The door flyer and the first outcome.
    #expect(lines.contains("  n1 -.->|\"7.0%\"| n\(picture.cards.count)"))
    // Styles count arrows, those from the start among them.
    let arrows = lines.filter { $0.contains("->|") }
    for style in lines where style.hasPrefix("  linkStyle ") {
      let number = Int(style.split(separator: " ")[1]) ?? 0
      #expect(number >= starts.count && number < arrows.count)
    }
  }

  @Test("Comments explain nothing that only the drawing has")
  func marks() throws {
    var picture = SamplePicture.picture(.map)
    picture.caption = ["20,000 simulated journeys."]
    picture.marks = "Tab under a card: pain point."
    #expect(!Mermaid.flowchart(of: picture).contains("Tab under a card"))
    #expect(Mermaid.flowchart(of: picture).contains("%% 20,000 simulated journeys."))
    #expect(try Drawing(of: picture).dot.contains("20,000 simulated journeys. Tab under a card: pain point."))
  }

  @Test("Hostile names stay inside their quotes", arguments: PictureView.allCases)
  func hostile(view: PictureView) {
    for picture in [OddPictures.hostile(view), OddPictures.hostile(view, hasStages: false)] {
      let text = Mermaid.flowchart(of: picture)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(!line.unicodeScalars.contains { $0.value < 32 || (0x202A...0x202E).contains($0.value) })
        guard line.hasPrefix("  "), !line.hasPrefix("  %%"), line.contains("\"") else { continue }
        // One pair of quotes a line, and inside it nothing that Mermaid, Markdown or HTML would read.
        #expect(line.filter { $0 == "\"" }.count == 2, "\(line)")
        let inside = line.split(separator: "\"", omittingEmptySubsequences: false)[1].replacing(
          "<br/>",
          with: ""
        )
        #expect(!inside.contains { "<>[]{}|`\\&*_~".contains($0) }, "\(line)")
      }
    }
  }

  @Test("A user journey has a section per stage, and tasks with scores from 1 to 5")
  func journey() throws {
    var picture = SamplePicture.picture(.map)
    picture.cards[0].score = 100
    picture.cards[1].score = 0
    let lines = Mermaid.journey(of: picture).split(separator: "\n").map(String.init)
    #expect(lines[0] == "journey")
    #expect(lines[2].contains("%% Scores are the mean satisfaction of visits, 0 to 100 points, in fifths"))
    #expect(lines.filter { $0.hasPrefix("  section ") }.count == picture.stages.count)
    let tasks = lines.filter { $0.hasPrefix("    ") }
    #expect(tasks.count == picture.cards.count)
    #expect(tasks.contains("    Search results: 5: Web"))
    #expect(tasks.contains("    Door flyer: 1: Letter & mail".replacing("&", with: "+")))
  }

  @Test("Hostile names cannot add tasks, sections or actors")
  func hostileJourney() {
    let lines = Mermaid.journey(of: OddPictures.hostile(.map)).split(separator: "\n").map(String.init)
    for line in lines where line.hasPrefix("    ") {
      #expect(line.filter { $0 == ":" }.count == 2, "\(line)")
      #expect(!line.contains(",") || line.split(separator: ":").last?.contains(",") == false, "\(line)")
    }
  }
}
