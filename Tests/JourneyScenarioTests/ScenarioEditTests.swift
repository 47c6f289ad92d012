import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import Testing

@Suite struct ScenarioEditTests {
  private static let text = Completion.scenario(
    "pain points: {late parcel: {at: basket, hits: 12%}, x=y: {at: basket, hits: 1%}}"
  )

  @Test func `an edit is applied before anything is checked`() throws {
    let edits = [
      ScenarioEdit("pain points.late parcel.hits=5%"), ScenarioEdit("'pain points'.\"x=y\".hits=7%"),
    ]
    let scenario = try ScenarioReader.load(text: Self.text, edits: edits)
    #expect(scenario.baseline.painPoints.map(\.hits) == [Probability(0.05), Probability(0.07)])
    #expect(scenario.digest != (try ScenarioReader.load(text: Self.text)).digest)
  }

  @Test func `a wrong value is pointed at in the edit`() {
    let reading = ScenarioReader.read(
      text: Self.text,
      edits: [ScenarioEdit("pain points.late parcel.hits=50")]
    )
    #expect(reading.findings.map(\.code) == ["bad-probability"])
    #expect(reading.findings.first?.file == "--set")
    #expect(reading.findings.first?.range.start == SourcePosition(line: 1, column: 30))
  }

  @Test(arguments: ["seed", "journey.x=1", "touchpoints.baskt.costs=1", "=1", "what if.a=1"])
  func `a path that leads nowhere is found`(edit: String) {
    let codes = ScenarioReader.read(text: Self.text, edits: [ScenarioEdit(edit)]).findings.map(\.code)
    #expect(codes == ["bad-path"])
  }
}
