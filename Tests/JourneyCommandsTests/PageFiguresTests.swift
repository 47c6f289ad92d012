import Foundation
import JourneyTestSupport
import Testing

/// Every number on a page is the one in the figures it was made from: `PageFigures/PageRules.swift` says how.
@Suite struct PageFiguresTests {
  /// A page and its figures from one run.
  private struct Report {
    let page: String
    let rules: PageRules

    init(_ scenario: String) throws {
      try self.init(path: ShippedScenarios.path(scenario), text: ShippedScenarios.text(scenario))
    }

    init(text: String) throws {
      let folder = try TemporaryFolder()
      try self.init(path: folder.write(text, "scenario.yaml"), text: text)
    }

    private init(path: String, text: String) throws {
      let folder = try TemporaryFolder()
      let place = folder.url.appending(path: "page.html")
      let run = try CommandRun(
        [
          "report", path, "--travellers", "3000", "--json", "-q", "-o",
          place.path(percentEncoded: false),
        ]
      )
      try #require(run.exitCode == 0, "\(run.errors)")
      page = try String(contentsOf: place, encoding: .utf8)
      let figures = folder.url.appending(path: "page.json")
      rules = PageRules(
        try Answer(text: String(contentsOf: figures, encoding: .utf8)),
        scenario: text
      )
    }
  }

  @Test(arguments: [
    ("retailer.yaml", 5_000), ("energy-move.yaml", 5_000), ("insurance-claim.yaml", 5_000),
    ("customers-who-stay.yaml", 1_400), ("first-steps.yaml", 350), ("plain-chain.yaml", 280),
  ])
  func `every number on the page is accounted for, and is the one in its figures`(
    scenario: String,
    least: Int
  ) throws {
    try accounts(Report(scenario), least: least)
  }

  @Test
  func `a journey of many touchpoints has a drawing for each stage, and its numbers are accounted for, too`()
    throws
  {
    let report = try Report(text: Self.large)
    #expect(report.page.contains("busiest of 60 touchpoints"))
    try accounts(report, least: 1_000)
  }

  /// Sixty touchpoints in four stages; each leads on, ahead and out.
  private static let large: String = {
    let count = 60
    func name(_ number: Int) -> String { "step \(number)" }
    let touchpoints = (0..<count).map { number in
      "  \(name(number)): {channel: \(number % 3 == 0 ? "desk" : "web"), stage: \(["a", "b", "c", "d"][number / 15]), "
        + "feels: \(50 + number * 7 % 40) ± 10}"
    }
    let paths = (0..<count).map { number in
      let next = [number + 1, number + 4, number * 3 % 11 + number].filter { $0 > number && $0 < count }
      let moves = Dictionary(next.map { ($0, 30) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      let parts =
        moves.map { "\(name($0.key)): \($0.value)" } + ["leave: 5", "done: \(moves.isEmpty ? 95 : 5)"]
      return "  \(name(number)): {\(parts.joined(separator: ", "))}"
    }
    return """
      journey: Many steps
      channels: {web: {open: always}, desk: {open: always}}
      stages: [a, b, c, d]
      touchpoints:
      \(touchpoints.joined(separator: "\n"))
      paths:
        START: {step 0: 60, step 1: 40}
      \(paths.joined(separator: "\n"))
      outcomes: {done: goal}
      pain points:
        long wait: {at: step 3, hits: 30%, hurts: 20, fix: {name: Answer sooner, costs: 1k, works: 80%}}
      """
  }()

  private func accounts(_ report: Report, least: Int) throws {
    let findings = report.rules.check(report.page)
    #expect(findings.problems.isEmpty, "\n\(findings.problems.prefix(40).joined(separator: "\n"))")
    // A reader that found no text would find no fault.
    #expect(findings.compared.count > least)
    #expect(findings.words.count < findings.compared.count / 4)
    // The twin: with another last digit no number would pass, but for "less than 1%" and "more than 99%".
    let unseen = findings.compared.filter { token, wanted in
      !token.text.contains { "<>".contains($0) } && token.changed.shows(wanted)
    }
    #expect(unseen.isEmpty, "\(unseen.prefix(10))")
  }

  @Test func `a changed digit, a number from nowhere and a section without rules are found`() throws {
    let report = try Report("customers-who-stay.yaml")
    let value = try #require(report.page.firstMatch(of: /<div class="value">.*?(\d+\.\d)(\d)/))
    let digit = value.output.2 == "9" ? "1" : "9"
    var changed = report.page
    changed.replaceSubrange(value.output.2.startIndex..<value.output.2.endIndex, with: digit)
    let found = report.rules.check(changed).problems
    #expect(found.count == 1 && found[0].contains("top"), "\(found)")

    let stray = report.page.replacing(
      "<p class=\"reading\">",
      with: "<p class=\"reading\">About 4321 of them. ",
      maxReplacements: 1
    )
    #expect(report.rules.check(stray).problems.contains { $0.contains("4321") })

    let section = report.page.replacing("</main>", with: "<section id=\"new\"><p>7 of 9</p></section></main>")
    #expect(report.rules.check(section).problems.contains { $0.contains("no rules for section “new”") })
  }

  @Test func `numbers are compared at the precision at which they are written`() {
    func shows(_ text: String, _ value: Double, _ width: Double = 0) -> Bool {
      FigureToken.all(in: text).first?.shows(Wanted(value, halfWidth: width)) ?? false
    }
    #expect(shows("41.7%", 41.651))
    #expect(!shows("41.7%", 41.649))
    #expect(shows("−3,750", -3_750.2))
    #expect(!shows("3,750", 3_746))
    // Zeros are rounding only as far as the interval is wide.
    #expect(shows("600,000", 580_000, 120_000))
    #expect(!shows("600,000", 580_000, 9_000))
    #expect(shows("<1%", 0.4) && !shows("<1%", 1.2) && !shows("<1%", 0))
    #expect(
      FigureToken.all(in: "0.393 (0.385 to 0.400), ×3, 2–4").map(\.value) == [0.393, 0.385, 0.4, 3, 2, 4]
    )
  }
}
