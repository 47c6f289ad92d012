import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What is said of touchpoints' value")
struct ValueWordsTests {
  /// A neutral world by how it moves `kept` and the cost of a life; today minus it is the contribution.
  private func world(_ name: String, _ kept: Double, _ half: Double, clv: Double = 0) -> VariantResult {
    func counted(_ value: Double, _ half: Double) -> Estimate {
      var estimate = estimate(value, half)
      estimate.count = 100_000
      return estimate
    }
    return variant(
      name,
      operation: "neutral",
      pains: [],
      [
        (.kept, counted(-kept, half)), (.clv, counted(-clv, clv == 0 ? 0 : 0.01)),
      ]
    )
  }

  private func words(_ worlds: [VariantResult]) -> ValueWords {
    ValueWords(
      ComparisonResult(
        journey: Retailer.journey,
        stamp: RetailerRun.stamp,
        baseline: RetailerRun.metrics,
        variants: worlds,
        ties: []
      )
    )
  }

  @Test("who creates and who erodes most is named")
  func both() {
    #expect(
      words([world("Till", 0.01, 0.001), world("Basket", -0.02, 0.001)]).heading
        == "“Till” creates most value, “Basket” erodes most"
    )
  }

  @Test("one side alone says that the other is not certain")
  func oneSide() {
    #expect(
      words([world("Till", 0.01, 0.001), world("Basket", -0.0005, 0.001)]).heading
        == "“Till” creates most value, and none erodes any for certain"
    )
    #expect(
      words([world("Basket", -0.02, 0.001)]).heading
        == "“Basket” erodes most value, and none creates any for certain"
    )
  }

  @Test("ties are said as ties, and only where the intervals meet")
  func ties() {
    #expect(
      words([world("Till", 0.01, 0.001), world("Window", 0.0115, 0.001)]).heading
        == "“Window” and “Till” create most value (a tie), and none erodes any for certain"
    )
    #expect(
      words([world("Till", 0.01, 0.001), world("Window", 0.0125, 0.001)]).heading
        == "“Window” creates most value, and none erodes any for certain"
    )
  }

  @Test("nothing certain is said as nothing")
  func nothing() {
    #expect(
      words([world("Till", 0.0005, 0.001)]).heading
        == "No touchpoint makes a real difference against what people expect"
    )
  }

  @Test("mixed signs are said, with what is lifted and what it costs")
  func mixed() {
    let words = words([world("Till", 0.01, 0.001, clv: -0.3)])
    #expect(words.heading == "No touchpoint creates or erodes value without a price elsewhere")
    let value = words.ranked[0]
    #expect(words.effect(value) == "mixed: lifts keeping customers, but costs lifetime value")
    #expect(self.words([world("Till", 0.01, 0.001)]).ranked.map(words.effect) == ["creates value"])
  }
}
