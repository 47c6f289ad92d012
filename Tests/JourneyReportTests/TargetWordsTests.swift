import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("How targets stand")
struct TargetWordsTests {
  typealias Target = (metric: MetricID, verdict: TargetVerdict.Verdict)

  private func sentence(_ targets: [Target]) -> String? {
    TargetWords.sentence(targets, MetricWords(Retailer.journey))
  }

  @Test("nothing is said without targets")
  func none() { #expect(sentence([]) == nil) }

  @Test("met is said only where nothing is missed and nothing undecided")
  func met() {
    #expect(sentence([(.goal, .met)]) == "The target is met.")
    #expect(sentence([(.goal, .met), (.kept, .met)]) == "Both targets are met.")
    #expect(sentence([(.goal, .met), (.kept, .met), (.cost, .met)]) == "All three targets are met.")
    #expect(sentence([(.goal, .met), (.kept, .undecided)])?.contains("met") == false)
  }

  @Test("what is missed is named first, then what is too close to call")
  func missed() {
    #expect(
      sentence([(.goal, .missed), (.satisfaction, .met)]) == "One of two targets is missed: reach “bought”."
    )
    #expect(
      sentence([(.goal, .missed), (.satisfaction, .undecided), (.cost, .met)])
        == "One of three targets is missed: reach “bought”; one is too close to call: satisfaction."
    )
    #expect(
      sentence([(.goal, .missed), (.satisfaction, .missed)])
        == "Both targets are missed: reach “bought” and satisfaction."
    )
  }

  @Test("undecided alone is no miss")
  func undecided() {
    #expect(sentence([(.goal, .undecided)]) == "The target is too close to call: reach “bought”.")
  }

  @Test("three are named, others counted")
  func many() {
    let targets: [Target] = [
      (.goal, .missed), (.satisfaction, .missed), (.kept, .missed), (.cost, .missed), (.clv, .met),
    ]
    #expect(
      sentence(targets)
        == "Four of five targets are missed: reach “bought”, satisfaction, kept as customers and one more."
    )
  }
}
