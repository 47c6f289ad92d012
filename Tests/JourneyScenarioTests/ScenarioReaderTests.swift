import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import Testing

@Suite struct ScenarioReaderTests {
  @Test func `the worked retailer is read whole`() throws {
    let reading = ScenarioReader.read(text: Fixtures.retailer)
    #expect(reading.findings.filter { $0.severity != .note } == [])
    let journey = try reading.get().baseline
    #expect(journey.name == "Omnichannel retailer")
    #expect(journey.run.travellers == 100_000)
    #expect(journey.run.seed == 2024)
    #expect(journey.run.longestJourney == 60)
    #expect(journey.run.giveUpAfterSeconds == 2_592_000)
    #expect(journey.run.arrivalsPerSecond == 20_000.0 / 86_400)
    #expect(journey.stages.map(\.name) == ["discover", "choose", "buy", "receive", "get help"])
    #expect(journey.handoffs.points(from: "web", to: "phone") == -6)
    #expect(journey.handoffs.points(from: "app", to: "phone") == -3)
    #expect(journey.touchpoints.count == 10)
    let checkout = try #require(journey.touchpoints.first { $0.name == "checkout" })
    #expect(checkout.feels == .normal(mean: 77, deviation: 12))
    #expect(checkout.takes == .lognormal(medianSeconds: 180, p90Seconds: 420))
    #expect(checkout.costs == 0.45)
    #expect(checkout.matters == 1.5)
    #expect(journey.paths.start.weight(to: .touchpoint("search")) == 50)
    #expect(journey.paths.rows["basket"]?.weight(to: .leave) == 22)
    #expect(journey.paths.rows["delivery"]?.weight(to: .outcome("done")) == 93)
    let parcel = try #require(journey.painPoints.first { $0.name == "late parcel" })
    #expect(parcel.hits == Probability(0.12))
    #expect(parcel.hurts == .constant(30))
    #expect(parcel.sendsTo.map(\.to) == [.touchpoint("phone help")])
    #expect(parcel.fix?.costs == 180_000)
    #expect(journey.personas.map(\.name) == ["bargain hunter", "loyal shopper", "convenience"])
    #expect(journey.personas[2].moodToLeave == 0.6)
    #expect(journey.personas[1].prefers == ["app": 1.5, "store": 1.2])
    #expect(journey.retention?.everySeconds == 7_776_000)
    #expect(journey.retention?.baseline == Probability(0.78))
    #expect(journey.retention?.referencePoints == 75)
    #expect(journey.retention?.value?.discountPerYear == 0.1)
    #expect(journey.outcomes.map(\.name) == ["done", "leave", "timed out"])
  }

  @Test func `a row in percent may have one rest`() throws {
    let text = """
      journey: small
      touchpoints: {a: {}, b: {}}
      paths:
        START: {a: 1}
        a: {b: 30%, done: 12.5%, leave: rest}
        b: {done: 1, leave: 3}
      """
    let row = try #require(ScenarioReader.load(text: text).baseline.paths.rows["a"])
    #expect(row.weight(to: .touchpoint("b")) == 0.3)
    #expect(row.weight(to: .outcome("done")) == 0.125)
    #expect(abs(row.weight(to: .leave) - 0.575) < 1e-15)
  }
}
