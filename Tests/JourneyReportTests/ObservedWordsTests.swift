import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What is said of measured figures")
struct ObservedWordsTests {
  static func comparison(_ measured: Double, _ simulated: Estimate?) -> ObservationComparison {
    ObservationComparison(
      observation: Observation(label: "goal", quantity: .metric(.goal), value: measured),
      simulated: simulated
    )
  }

  @Test("close is the whole interval within a tenth")
  func close() throws {
    let near = try #require(ObservedWords.deviation(Self.comparison(0.4, estimate(0.43, 0.009))))
    #expect(ObservedWords.tone(near) == .good)
    let edge = try #require(ObservedWords.deviation(Self.comparison(0.4, estimate(0.43, 0.011))))
    #expect(ObservedWords.tone(edge) == .open)
    let far = try #require(ObservedWords.deviation(Self.comparison(0.4, estimate(0.46, 0.011))))
    #expect(ObservedWords.tone(far) == .bad)
    #expect(ObservedWords.words(far) == "15% higher")
  }

  @Test("an interval that holds the measured value is as measured, unless it is too wide")
  func words() throws {
    let equal = try #require(ObservedWords.deviation(Self.comparison(0.4, estimate(0.41, 0.02))))
    #expect(ObservedWords.words(equal) == "as measured")
    let wide = try #require(ObservedWords.deviation(Self.comparison(0.4, estimate(0.41, 0.2))))
    #expect(ObservedWords.words(wide) == "too few visits to tell")
  }

  @Test("nothing is compared where nothing was simulated or zero was measured")
  func nothing() {
    #expect(ObservedWords.deviation(Self.comparison(0.4, nil)) == nil)
    #expect(ObservedWords.deviation(Self.comparison(0, estimate(0.1, 0.01))) == nil)
  }

  @Test("the finding counts what is close and what is not settled")
  func heading() {
    let close = Self.comparison(0.4, estimate(0.4, 0.01))
    let open = Self.comparison(0.4, estimate(0.44, 0.02))
    let far = Self.comparison(0.4, estimate(0.6, 0.02))
    #expect(
      ObservedWords.heading([close, close]) == "Both measured figures are close to the simulated ones"
    )
    #expect(
      ObservedWords.heading([close, far])
        == "One of two measured figures is close to the simulated ones"
    )
    #expect(
      ObservedWords.heading([close, open, far])
        == "One of three measured figures is close to the simulated ones, one is not settled"
    )
    #expect(
      ObservedWords.heading([far, far]) == "None of the two measured figures is close to the simulated one"
    )
  }
}
