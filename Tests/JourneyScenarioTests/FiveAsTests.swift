import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import Testing

@Suite struct FiveAsTests {
  private func read(_ line: String) -> (journey: Journey?, findings: [Diagnostic]) {
    let text = """
      journey: Example
      stages: [look, buy]
      \(line)
      touchpoints: {basket: {stage: look}, checkout: {stage: buy}}
      paths: {START: {basket: 1}, basket: {checkout: 3, leave: 1}, checkout: {done: 9, leave: 1}}
      """
    let reading = ScenarioReader.read(text: text)
    return (reading.scenario?.baseline, reading.findings)
  }

  @Test func `stages and outcomes are told apart`() throws {
    let read = read("five as: {aware: look, act: done, advocate: buy}")
    #expect(read.findings.isEmpty)
    #expect(
      read.journey?.fiveAs
        == FiveAs([.aware: .stage("look"), .act: .outcome("done"), .advocate: .stage("buy")])
    )
    #expect(self.read("about: nothing").journey?.fiveAs == nil)
  }

  @Test func `a name that does not exist is found in its place, with the nearest`() throws {
    let read = read("five as: {aware: lok, act: done}")
    let finding = try #require(read.findings.first)
    #expect(finding.code == "unknown-name")
    #expect(finding.message == "no stage or outcome is called \"lok\"; did you mean \"look\"?")
    #expect(finding.range.start == SourcePosition(line: 3, column: 18))
    #expect(read.journey == nil)
  }

  @Test(arguments: [
    ("five as: {act: done}", "aware"), ("five as: {aware: look}", "act"),
    ("five as: {aware: look, ask: buy}", "act"),
  ])
  func `without both ends there is no ratio`(line: String, key: String) throws {
    let finding = try #require(read(line).findings.first)
    #expect(finding.code == "missing-key")
    #expect(finding.message.contains("\"\(key)\""))
    #expect(finding.range.start == SourcePosition(line: 3, column: 1))
  }

  @Test func `an unknown step is an unknown key`() throws {
    let finding = try #require(read("five as: {aware: look, act: done, adore: buy}").findings.first)
    #expect(finding.code == "unknown-key")
  }

  @Test func `a name that is both a stage and an outcome is refused`() throws {
    let text = """
      journey: Example
      stages: [look, bought]
      five as: {aware: look, act: bought}
      touchpoints: {basket: {stage: look}}
      outcomes: {bought: goal}
      paths: {START: {basket: 1}, basket: {bought: 1}}
      """
    #expect(ScenarioReader.read(text: text).findings.map(\.code) == ["ambiguous-name"])
  }
}
