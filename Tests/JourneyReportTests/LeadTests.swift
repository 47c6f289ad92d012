import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("What leads")
struct LeadTests {
  @Test("the greatest effect, where no other interval reaches its own")
  func one() {
    let variants = [
      variant("a", [(.goal, estimate(0.03, 0.002))]), variant("b", [(.goal, estimate(0.02, 0.002))]),
    ]
    #expect(Lead(of: variants, in: .goal) == .one("a"))
  }

  @Test("a tie where the intervals meet, to the last digit")
  func tie() {
    let touching = [
      variant("a", [(.goal, estimate(0.03, 0.005))]), variant("b", [(.goal, estimate(0.02, 0.0051))]),
    ]
    #expect(Lead(of: touching, in: .goal) == .tie(["a", "b"]))
    let apart = [
      variant("a", [(.goal, estimate(0.03, 0.005))]), variant("b", [(.goal, estimate(0.02, 0.0049))]),
    ]
    #expect(Lead(of: apart, in: .goal) == .one("a"))
  }

  @Test("nothing, where every interval holds zero or does harm")
  func none() {
    let variants = [
      variant("a", [(.goal, estimate(0.03, 0.03))]), variant("b", [(.goal, estimate(-0.02, 0.002))]),
    ]
    #expect(Lead(of: variants, in: .goal) == .none)
  }

  @Test("less is better for costs")
  func costs() {
    let variants = [
      variant("a", [(.cost, estimate(0.3, 0.02))]), variant("b", [(.cost, estimate(-0.2, 0.02))]),
    ]
    #expect(Lead(of: variants, in: .cost) == .one("b"))
  }
}
