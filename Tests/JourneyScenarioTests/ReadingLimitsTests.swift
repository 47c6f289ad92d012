import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct ReadingLimitsTests {
  @Test func `a file that is not there is said so`() {
    let reading = ScenarioReader.read(path: "/nowhere/at/all.yaml")
    #expect(reading.findings.map(\.code) == ["file-missing"])
    #expect(reading.findings.first?.file == "/nowhere/at/all.yaml")
  }

  @Test func `bytes that are no UTF-8 are found at their place`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Data("journey: A\nabout: caf".utf8) + Data([0xE9]) + Data("\n".utf8),
      "latin.yaml"
    )
    let finding = try #require(ScenarioReader.read(path: path).findings.first)
    #expect(finding.code == "not-utf8")
    #expect(finding.range.start == SourcePosition(line: 2, column: 11))
  }

  @Test func `a text beyond 64 MB is refused`() {
    let text = String(repeating: "#", count: (64 << 20) + 1)
    #expect(ScenarioReader.read(text: text).findings.map(\.code) == ["file-too-large"])
  }

  @Test func `a bomb of aliases is counted, not expanded`() {
    var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...30 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(alias)]\n"
    }
    let findings = ScenarioReader.read(text: text).findings
    #expect(findings.map(\.code) == ["too-many-values"])
    #expect(findings.first?.range.start.line == 6)
  }

  @Test func `aliases as keys do not grow either`() {
    var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...30 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "? &a\(level) [\(alias)]\n: 1\n"
    }
    #expect(!ScenarioReader.read(text: text).findings.isEmpty)
  }

  @Test(arguments: [65, 900, 20_000])
  func `deep nesting is refused`(depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(ScenarioReader.read(text: text).findings.map(\.code) == ["too-deep"])
    #expect(ScenarioReader.read(text: text, path: "deep.json").findings.map(\.code) == ["too-deep"])
  }

  @Test func `a very long text is refused, and what stands beside it is read`() {
    let long = String(repeating: "x", count: 70_000)
    let codes = ScenarioReader.read(text: Completion.scenario("about: \(long)\nrun: {sed: 1}")).findings.map(
      \.code
    )
    #expect(codes.contains("text-too-long"))
    #expect(codes.contains("unknown-key"))
  }

  @Test func `an anchor is usable, and each use has a place of its own`() throws {
    let marked = MarkedText(
      """
      touchpoints:
        basket: &same {feels: 78}
        checkout: *same
      targets: {«goal»: at least 1%, clv: at least 2}
      """.replacing("«goal»: at least 1%, clv", with: "«clv»")
    )
    let findings = ScenarioReader.read(text: Completion.scenario(marked.text)).findings
    #expect(findings.map(\.code) == ["needs-retention"])
    #expect(findings.first?.range == marked.ranges.first)
  }

  @Test func `a byte order mark moves nothing`() {
    let findings = ScenarioReader.read(text: "\u{FEFF}" + Completion.scenario("jurney: A")).findings
    #expect(findings.first?.range.start == SourcePosition(line: 1, column: 1))
  }

  @Test func `a star in plain text is a star`() throws {
    let text = Completion.scenario(
      "about: what? *sigh* and {- *x}\nrun: {seed: 1, «seed»: 2}".replacing(
        "«seed»: 2",
        with: "currency: E*R"
      )
    )
    let journey = try ScenarioReader.load(text: text).baseline
    #expect(journey.about == "what? *sigh* and {- *x}")
    #expect(journey.run.currency == "E*R")
  }

  @Test func `all duplicate keys are found, and the rest is read`() {
    let marked = MarkedText(
      """
      run: {seed: 1, «seed»: 2, «seed»: 3, sed: 4}
      channels:
        web: {}
        «web»: {}
        "«app»": {}
      """.replacing("\"«app»\"", with: "'app'")
    )
    let findings = ScenarioReader.read(text: Completion.scenario(marked.text)).findings
    #expect(findings.filter { $0.code == "duplicate-key" }.map(\.range) == marked.ranges)
    #expect(findings.map(\.code).contains("unknown-key"))
  }

  @Test func `names that differ only in how accents are written are one name`() {
    let text = Completion.scenario("channels: {caf\u{E9}: {}, cafe\u{301}: {}}")
    #expect(ScenarioReader.read(text: text).findings.map(\.code) == ["duplicate-key"])
  }

  @Test func `a name may be written in another form where it is used`() throws {
    let text = Completion.scenario(
      "channels: {caf\u{E9}: {}}\ntouchpoints: {basket: {channel: cafe\u{301}}, checkout: {}}"
    )
    let journey = try ScenarioReader.load(text: text).baseline
    #expect(Array((journey.touchpoints[0].channel ?? "").unicodeScalars) == Array("caf\u{E9}".unicodeScalars))
  }
}
