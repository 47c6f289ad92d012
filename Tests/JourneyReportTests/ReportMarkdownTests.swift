import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("The summary in Markdown")
struct ReportMarkdownTests {
  static let document = ReportDocument(RetailerExperiments.input)
  static let text = ReportMarkdown.text(document)

  /// The cells of a table's line.
  private static func cells(_ line: Substring) -> Int {
    line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
  }

  @Test("says what the page says: verdict, figures with intervals and targets, and the command")
  func same() throws {
    let text = Self.text
    #expect(text.hasPrefix("# \(Self.document.verdict.headline)\n"))
    for figure in Self.document.keyFigures {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(figure.label)") })
      #expect(line.contains(figure.figure.short))
      if let interval = figure.figure.interval { #expect(line.contains(interval)) }
      if let target = figure.target { #expect(line.contains(target.text)) }
    }
    #expect(text.contains("```sh\njourney report alder.yaml --travellers 200000 --seed 1\n```"))
    #expect(text.contains("```mermaid\n---\ntitle: "))
    for section in Self.document.sections {
      #expect(text.contains(section.heading.replacing("&", with: "&amp;")), "\(section.id)")
    }
  }

  @Test("holds every fact measured, and every fix with its rank and effect")
  func tables() throws {
    for block in try #require(Self.document.section(.observed)).blocks {
      guard case .observed(let chart) = block else { continue }
      for row in chart.rows {
        #expect(Self.text.contains("| \(row.label) | \(row.measured) | \(row.simulated) | \(row.verdict) |"))
      }
    }
    for block in try #require(Self.document.section(.fixes)).blocks {
      guard case .forest(let table) = block else { continue }
      for row in table.rows {
        let effect = row.cells[0].costed?.text?.long ?? "no real change"
        #expect(Self.text.contains("| \(row.rank) | \(row.title)"))
        #expect(Self.text.contains(effect))
      }
    }
  }

  @Test("has tables whose lines are as long as their headings")
  func shape() {
    var width: Int?
    var tables = 0
    for line in Self.text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      if width == nil { tables += 1 }
      width = width ?? Self.cells(line)
      #expect(Self.cells(line) == width, "\(line)")
    }
    #expect(tables == 3)
  }

  @Test(
    "takes the meaning out of every sign, and calls nobody",
    arguments: [
      ("a|b", "a\\|b"), ("`code`", "\\`code\\`"), ("<img src=x>", "&lt;img src=x&gt;"),
      ("**bold** _it_ ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~"), ("[a](b)", "\\[a\\](b)"),
      ("back\\slash", "back\\\\slash"), ("&amp;", "&amp;amp;"), ("ask @octocat", "ask @&#8203;octocat"),
      ("see #123", "see #&#8203;123"), ("# heading", "\\# heading"), ("GH-12", "GH-&#8203;12"),
      ("https://example.com", "https:&#8203;//example.com"), ("www.example.com", "www&#8203;.example.com"),
      ("well :tada: done", "well :&#8203;tada: done"), ("at 14:30, late", "at 14:30, late"),
      ("two\nlines\r\n\ttabs", "two lines tabs"), ("- item", "\\- item"), ("--- rule", "\\--- rule"),
      ("1. one", "1\\. one"), ("1.5 points", "1.5 points"), ("+1.8 points", "+1.8 points"),
      ("=== x", "\\=== x"),
      ("$5 to $6", "<span>$</span>5 to <span>$</span>6"), ("turn\u{202E}ed\u{0}", "turned"), ("客户 é", "客户 é"),
    ]
  )
  func escapes(name: String, expected: String) throws {
    var document = Self.document
    document.title = name
    let line = try #require(ReportMarkdown.text(document).split(separator: "\n").dropFirst().first)
    #expect(line.hasPrefix("**\(expected)**: "))
  }

  @Test("survives hostile names in every place")
  func hostile() throws {
    let bad = "<b>@all</b> | #1 ``` [x](http://y) \n\n# no\u{202E}"
    var input = RetailerExperiments.input
    input.scenario.path = bad
    input.command = "journey report '\(bad)'"
    input.simulation.journey.name = bad
    for index in input.simulation.journey.painPoints.indices {
      input.whatIf?.journey.painPoints[index].fix?.name = bad
    }
    input.variants?.variants[0].name = bad
    let text = ReportMarkdown.text(ReportDocument(input))
    // The fences of the diagram and the command are the only ones, and the command's is longer than what it holds.
    let fences = text.split(separator: "\n").filter { $0.hasPrefix("```") }
    #expect(fences == ["```mermaid", "```", "````sh", "````"])
    let prose = try #require(text.split(separator: "```mermaid").first)
    for sign in ["<b>", "@all", "#1 ", "](http://"] { #expect(!prose.contains(sign), "\(sign)") }
    #expect(!text.contains("\u{202E}"))
    #expect(text.contains("&lt;b&gt;@&#8203;all&lt;/b&gt; \\| #&#8203;1"))
  }

  @Test("is short without data, and the same twice")
  func bare() {
    var input = RetailerExperiments.input
    input.whatIf = nil
    input.variants = nil
    input.simulation.observed = []
    let text = ReportMarkdown.text(ReportDocument(input))
    #expect(!text.contains("Measured"))
    #expect(text.count < Self.text.count)
    #expect(ReportMarkdown.text(Self.document) == Self.text)
  }
}
