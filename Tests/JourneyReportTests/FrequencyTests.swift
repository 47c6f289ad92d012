import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Shares as counts of people")
struct FrequencyTests {
  @Test(
    "are counted among as many as the interval bears",
    arguments: [
      (0.374, 0.003, "374 of 1,000 travellers", "371 to 377"),
      (0.374, 0.03, "37 of 100 travellers", "34 to 40"),
      (0.37, 0.2, "4 of 10 travellers", "2 to 6"),
      (0.3742, 0.0004, "3,742 of 10,000 travellers", "3,738 to 3,746"),
    ]
  )
  func digits(mean: Double, half: Double, words: String, interval: String) {
    let frequency = Frequency(estimate(mean, half))
    #expect(frequency.words("travellers") == words)
    #expect(frequency.interval == interval)
  }

  @Test("differences are more or fewer, and an end that excludes nothing does not round to it")
  func changes() {
    #expect(Frequency(estimate(0.0057, 0.0004)).change("travellers") == "57 more of 10,000 travellers")
    let fewer = Frequency(estimate(-0.012, 0.002))
    #expect(fewer.change("customers") == "12 fewer of 1,000 customers")
    #expect(fewer.interval == "10 to 14")
    // ± 0.9 of 1,000 would be 0 to 2 of 1,000, which would hold nothing.
    let small = Frequency(estimate(0.00101, 0.0009))
    #expect(small.low > 0)
  }

  @Test("what is exact has no interval")
  func exact() { #expect(Frequency(.exact(0.25)).interval == nil) }

  @Test("figures of people and other figures become sentences")
  func sentences() {
    let words = MetricWords(Retailer.journey)
    #expect(
      words.standing(estimate(0.466, 0.002), of: .goal)
        == "466 of 1,000 travellers reach “bought” (464 to 468)"
    )
    #expect(
      words.standing(estimate(63.4, 0.2), of: .satisfaction)
        == "Satisfaction is 63.4 of 100 points (63.2 to 63.6)"
    )
    #expect(
      words.change(estimate(0.02, 0.002), of: .kept)
        == "20 more of 1,000 travellers are kept as customers (18 to 22)"
    )
    #expect(words.change(estimate(-0.4, 0.1), of: .cost).hasPrefix("cost to serve falls by £0.4"))
  }
}
