import Foundation
import JourneyTestSupport
import Testing

@Suite("journey diagram")
struct DiagramCommandTests {
  private let retailer = ProjectFiles.scenarios.appending(path: "retailer.yaml").path

  private func diagram(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["diagram", retailer, "--travellers", "4000", "-o", "-"] + arguments)
  }

  /// Where the touchpoints and outcomes of a DOT file stand, by id.
  private static func places(_ dot: String) -> [String: String] {
    var places: [String: String] = [:]
    for line in dot.split(separator: "\n")
    where line.contains("class=\"touchpoint") || line.contains("class=\"outcome") {
      let words = line.components(separatedBy: " ").filter { $0.contains("=") }
      func value(_ name: String) -> String? {
        words.first { $0.hasPrefix(name + "=") || $0.hasPrefix("[" + name + "=") }?.components(
          separatedBy: "\""
        ).dropFirst().first
      }
      if let id = value("id"), let place = value("pos") { places[id] = place }
    }
    return places
  }

  @Test("A touchpoint stands in the same place in all four maps and in every variant")
  func positions() throws {
    let map = Self.places(try diagram(["--format", "dot"]).output)
    #expect(map.count > 25)
    for arguments in [
      ["--view", "hotspots"], ["--view", "paths"], ["--view", "paths", "--to", "leave"],
      ["--view", "difference", "--variant", "reserve and collect"],
      ["--view", "difference", "--variant", "no contact centre"], ["--variant", "season plan"],
      ["--variant", "no chat", "--view", "hotspots"], ["--seed", "99"],
    ] {
      let run = try diagram(["--format", "dot"] + arguments)
      #expect(run.exitCode == 0, "\(run.errors)")
      let places = Self.places(run.output)
      #expect(places.count > 20, "\(arguments)")
      for (id, place) in places where map[id] != nil { #expect(place == map[id], "\(id) in \(arguments)") }
      // What only a variant has stands where nothing else does.
      #expect(Set(places.values).count == places.count)
    }
    // Another structure moves cards, so the check can fail.
    let other = try diagram(["--format", "dot", "--cards", "12"])
    #expect(Self.places(other.output) != map)
  }

  @Test(
    "Every view is drawn in every format, twice alike",
    arguments: ["map", "hotspots", "paths", "difference", "steps"]
  )
  func formats(view: String) throws {
    var arguments = ["--view", view]
    if view == "difference" { arguments += ["--variant", "fit first"] }
    for format in ["svg", "dot", "mermaid", "mermaid-journey"]
    where view != "steps" || !format.hasPrefix("mer") {
      let run = try CommandRun(
        ["diagram", retailer, "--travellers", "3000", "--format", format, "-o", "-"] + arguments
      )
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.errors.isEmpty, "\(run.errors)")
    }
    let folder = try TemporaryFolder()
    let files = ["svg", "png", "pdf"].map { (folder.path("a." + $0), folder.path("b." + $0)) }
    for (path, threads) in files.flatMap({ [($0.0, "1"), ($0.1, "2")] }) {
      let run = try CommandRun(
        ["diagram", retailer, "--travellers", "20000", "--threads", threads, "-o", path] + arguments
      )
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains(path))
    }
    for (first, second) in files {
      #expect(try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
    }
  }

  #if os(Linux)
    @Test("Boxes in place of letters are said, with a way out")
    func boxes() throws {
      let folder = try TemporaryFolder()
      let text = try ShippedScenarios.text("first-steps.yaml").replacing("search", with: "sea\u{378}rch")
      let path = try folder.write(text, "shop.yaml")
      for (name, words) in [("a.png", "no installed font has “\u{378}”"), ("a.svg", "")] {
        let run = try CommandRun(["diagram", path, "--travellers", "500", "-o", name], folder: folder.url)
        #expect(run.exitCode == 0)
        #expect(words.isEmpty ? run.errors.isEmpty : run.errors.contains(words), "\(run.errors)")
      }
    }
  #endif

  @Test("Names that do not exist, and questions without an answer, are refused with a way out")
  func refusals() throws {
    for (arguments, words) in [
      (["--view", "difference"], "say which variant"),
      (["--view", "difference", "--variant", "fit frist"], "did you mean"),
      (["--view", "paths", "--to", "bougth"], "did you mean"), (["--stage", "bye"], "has no stage"),
      (["--to", "bought"], "--view paths"), (["--view", "steps", "--format", "mermaid"], "table"),
      (["--cards", "0"], "between 1 and 150"),
    ] {
      let run = try diagram(arguments)
      #expect(run.exitCode == 64, "\(arguments)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("A name that says another format than the one asked for is refused, and nothing is written")
  func formatsAgree() throws {
    let folder = try TemporaryFolder()
    func run(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(["diagram", retailer, "--travellers", "500"] + arguments, folder: folder.url)
    }
    for (name, format) in [("x.svg", "png"), ("x.mmd", "dot"), ("x.PNG", "mermaid")] {
      let refused = try run(["-o", name, "--format", format])
      #expect(refused.exitCode == 64)
      #expect(refused.errors.contains("\(name) does not end in"), "\(refused.errors)")
    }
    #expect(try folder.contents() == [])
    for (name, format) in [("x.mmd", "mermaid-journey"), ("x.gv", "dot"), ("made/on/the/way/x.svg", "svg")] {
      #expect(try run(["-o", name, "--format", format]).exitCode == 0)
    }
    #expect(try folder.contents() == ["made", "x.gv", "x.mmd"])
  }

  @Test("A hostile scenario is drawn in every view")
  func hostile() throws {
    let text = """
      journey: "<R&D> \\"quoted\\" ]]>"
      stages: ["<b>", "a|b"]
      channels: {"<web>": {}, "&amp;": {}}
      touchpoints:
        "x</TD></TABLE>>": {stage: "<b>", channel: "<web>", feels: 60 ± 20}
        "back\\\\slash \\\\N": {stage: "a|b", channel: "&amp;", feels: 40 ± 20}
        "a touchpoint whose name has far more than sixty characters, to see how it wraps": {stage: "a|b", channel: "<web>", feels: 70 ± 10}
        "顧客🏠": {feels: 50 ± 10}
      outcomes: {"done; %%{init": goal}
      paths:
        START: {"x</TD></TABLE>>": 1}
        "x</TD></TABLE>>": {"back\\\\slash \\\\N": 2, "a touchpoint whose name has far more than sixty characters, to see how it wraps": 1, leave: 1}
        "back\\\\slash \\\\N": {"顧客🏠": 1, "x</TD></TABLE>>": 1}
        "a touchpoint whose name has far more than sixty characters, to see how it wraps": {"done; %%{init": 1}
        "顧客🏠": {"done; %%{init": 3, leave: 1}
      pain points:
        "\\"]]--": {at: "顧客🏠", hits: 30%, hurts: 30}
      what if:
        "<v>": {remove: ["\\"]]--"]}
      """
    for view in ["map", "hotspots", "paths", "difference", "steps"] {
      for format in ["svg", "dot"] + (view == "steps" ? [] : ["mermaid", "mermaid-journey"]) {
        let run = try CommandRun(
          ["diagram", "-", "--view", view, "--format", format, "--travellers", "2000", "-o", "-"],
          input: text
        )
        #expect(run.exitCode == 0, "\(view) \(format): \(run.errors)")
        #expect(!run.errors.contains("note:"), "\(view) \(format): \(run.errors)")
      }
    }
  }
}
