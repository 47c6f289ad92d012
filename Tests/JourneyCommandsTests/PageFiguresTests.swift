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
      let folder = try TemporaryFolder()
      let place = folder.url.appending(path: "page.html")
      let run = try CommandRun(
        [
          "report", ShippedScenarios.path(scenario), "--travellers", "3000", "--json", "-q", "-o",
          place.path(percentEncoded: false),
        ]
      )
      try #require(run.exitCode == 0, "\(run.errors)")
      page = try String(contentsOf: place, encoding: .utf8)
      let figures = folder.url.appending(path: "page.json")
      rules = PageRules(
        try Answer(text: String(contentsOf: figures, encoding: .utf8)),
        scenario: try ShippedScenarios.text(scenario)
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
    let report = try Report(scenario)
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
