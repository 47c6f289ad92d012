import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct YearlyValueTests {
  private func value(_ low: Double, _ mean: Double, _ high: Double, cost: Double, lead: Double = 0)
    -> YearlyValue
  {
    YearlyValue(
      gain: Estimate(mean: mean, standardError: 1, low: low, high: high),
      cost: cost,
      leadYears: lead
    )
  }

  @Test func `payback is lead time plus cost over gain`() {
    #expect(value(90, 100, 110, cost: 50, lead: 0.25).paybackYears == 0.75)
    #expect(value(-10, 0, 10, cost: 50).paybackYears == nil)
  }

  @Test func `advice holds at the ends of the interval, not at its middle`() {
    #expect(value(90, 100, 110, cost: 180).advice == .go)
    #expect(value(80, 100, 120, cost: 180).advice == .testFirst)
    #expect(value(10, 15, 20, cost: 100).advice == .testFirst)
    #expect(value(10, 15, 19, cost: 100).advice == .dont)
    #expect(value(-20, -10, -5, cost: 0).advice == .dont)
    #expect(value(90, 100, 110, cost: 90, lead: 1.5).advice == .testFirst)
  }

  @Test func `a year's arrivals carry the change in lifetime value`() {
    var journey = SampleJourneys.tiny1()
    journey.run.arrivalsPerSecond = 100.0 / (365 * 86_400)
    let difference = Estimate(mean: 2, standardError: 0.5, low: 1, high: 3)
    let variant = VariantResult(
      name: "glitch",
      operation: "fix",
      painPoints: ["glitch"],
      cost: 400,
      metrics: [
        MetricDifference(id: .clv, baseline: .exact(10), variant: .exact(12), difference: difference)
      ]
    )
    let value = variant.yearlyValue(journey)
    #expect(value.map { abs($0.gain.mean - 200) < 1e-9 && abs($0.gain.low - 100) < 1e-9 } == true)
    #expect(value?.paybackYears.map { abs($0 - 2) < 1e-9 } == true)
    journey.run.arrivalsPerSecond = nil
    #expect(variant.yearlyValue(journey) == nil)
  }
}
