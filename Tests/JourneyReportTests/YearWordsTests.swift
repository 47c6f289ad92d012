import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What is said of a year")
struct YearWordsTests {
  private func variant(_ figures: [(YearFigure.Quantity, Estimate)]) -> VariantResult {
    var result = JourneyReportTests.variant("a", [])
    result.year = figures.map { YearFigure(quantity: $0.0, estimate: $0.1) }
    return result
  }

  private let today: [YearFigure] = [
    YearFigure(quantity: .contacts(channel: "Web"), estimate: estimate(100_000, 1_000)),
    YearFigure(quantity: .contacts(channel: "Contact centre"), estimate: estimate(10_000, 200)),
  ]

  @Test("the channel that moves most against today comes first, with its hours")
  func contacts() {
    let variant = variant([
      (.contacts(channel: "Web"), estimate(5_000, 300)),
      (.contacts(channel: "Contact centre"), estimate(-3_100, 200)),
      (.hours(channel: "Contact centre"), estimate(-420, 30)),
    ])
    let words = YearWords(Retailer.journey)
    #expect(words.contacts(variant, today: today) == "−3,100 Contact centre (−420 hours), +5,000 Web")
    #expect(words.contacts(variant, today: today, most: 1) == "−3,100 Contact centre (−420 hours)")
  }

  @Test("what the interval does not tell from nothing is not said")
  func nothing() {
    let variant = variant([
      (.contacts(channel: "Contact centre"), estimate(-100, 200)),
      (.hours(channel: "Contact centre"), estimate(-42, 30)),
    ])
    #expect(YearWords(Retailer.journey).contacts(variant, today: today) == "")
  }

  @Test("time that is mostly waiting is named")
  func leftOut() {
    var journey = Retailer.journey
    #expect(YearWords(journey).leftOut == nil)
    journey.touchpoints[2].takes = .lognormal(medianSeconds: 86_400, p90Seconds: 3 * 86_400)
    #expect(YearWords(journey).leftOut?.hasPrefix("Hours leave out Search results") == true)
    journey.touchpoints[2].takes = .lognormal(medianSeconds: 28_799, p90Seconds: 3 * 86_400)
    #expect(YearWords(journey).leftOut == nil)
  }
}
