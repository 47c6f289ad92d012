import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("What is said of variants")
struct ScenarioWordsTests {
  static func comparison(_ variants: [VariantResult]) -> ComparisonResult {
    ComparisonResult(
      journey: Retailer.journey,
      stamp: RetailerRun.stamp,
      baseline: RetailerRun.metrics,
      variants: variants,
      ties: []
    )
  }

  static func heading(_ variants: [VariantResult]) -> String {
    ScenarioWords.heading(comparison(variants), among: [.kept, .cost, .satisfaction])
  }

  @Test("the variant that brings most is named with its gain and its price")
  func one() {
    let variants = [
      variant("A", pains: [], [(.kept, estimate(0.02, 0.002)), (.cost, estimate(0.3, 0.1))]),
      variant("B", pains: [], [(.kept, estimate(0.01, 0.002))]),
    ]
    #expect(
      Self.heading(variants)
        == "“A” brings most: 20 more of 1,000 travellers are kept as customers (18 to 22); "
        + "it worsens cost to serve"
    )
    #expect(!Self.heading([variants[1]]).contains("worsens"))
  }

  @Test("ties are said as ties")
  func tie() {
    let variants = ["A", "B"].map { variant($0, pains: [], [(.kept, estimate(0.02, 0.002))]) }
    #expect(Self.heading(variants) == "“A” and “B” bring most, too close to tell apart")
  }

  @Test("no real change is a finding")
  func none() {
    let still = variant("A", pains: [], [(.kept, estimate(0.001, 0.002))])
    #expect(Self.heading([still]) == "No variant makes a real change")
    let worse = variant("A", pains: [], [(.kept, estimate(-0.01, 0.002))])
    #expect(
      Self.heading([worse]) == "No variant improves anything for certain, and some make things worse"
    )
    let other = variant("A", pains: [], [(.kept, estimate(0, 0.002)), (.cost, estimate(-0.4, 0.1))])
    #expect(
      Self.heading([other])
        == "No variant improves “kept as customers” for certain, but some change other figures"
    )
  }
}
