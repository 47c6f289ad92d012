import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What is said of losses")
struct LossWordsTests {
  static func outcomes(_ lost: Double) -> [OutcomeEstimate] {
    [
      OutcomeEstimate(outcome: Outcome(name: "bought", kind: .goal), share: .exact(1 - lost)),
      OutcomeEstimate(outcome: Outcome(name: "leave", kind: .loss), share: .exact(lost)),
    ]
  }

  @Test("most of them needs more than half, for certain")
  func most() {
    let stages = [stage("a", 70, lost: 0.32, lostHalf: 0.01), stage("b", 70, lost: 0.28, lostHalf: 0.01)]
    #expect(
      LossWords.heading(stages, outcomes: Self.outcomes(0.6))
        == "Six in ten travellers are lost on the way, most of them at “a”"
    )
    let near = [
      stage("a", 70, lost: 0.305, lostHalf: 0.01), stage("b", 70, lost: 0.2, lostHalf: 0.01),
      stage("c", 70, lost: 0.095, lostHalf: 0.01),
    ]
    #expect(
      LossWords.heading(near, outcomes: Self.outcomes(0.6))
        == "Six in ten travellers are lost on the way, the largest part at “a”"
    )
  }

  @Test("what the intervals do not tell apart is as many")
  func tie() {
    let stages = [
      stage("a", 70, lost: 0.2, lostHalf: 0.02), stage("b", 70, lost: 0.21, lostHalf: 0.02),
      stage("c", 70, lost: 0.12),
    ]
    #expect(
      LossWords.heading(stages, outcomes: Self.outcomes(0.53))
        == "53% of travellers are lost on the way, about as many at “a” as at “b”"
    )
  }

  @Test("nobody lost is said plainly")
  func nobody() {
    #expect(
      LossWords.heading([stage("a", 70)], outcomes: Self.outcomes(0)) == "Hardly anybody is lost on the way"
    )
  }
}
