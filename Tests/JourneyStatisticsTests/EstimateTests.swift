import JourneyStatistics
import Testing

@Suite("Estimate")
struct EstimateTests {
  let estimate = Estimate(
    mean: 2,
    standardError: 0.5,
    low: 1,
    high: 3,
    level: 0.95,
    kind: .mean,
    count: 100
  )

  @Test("covers what lies between its ends, both included")
  func covers() {
    #expect(estimate.covers(1))
    #expect(estimate.covers(3))
    #expect(!estimate.covers(3.01))
    #expect(estimate.halfWidth == 1)
  }

  @Test("leaves out of its interval what is impossible, and never its own mean")
  func possible() {
    let share = Estimate(mean: 0.02, standardError: 0.02, low: -0.02, high: 0.06)
    #expect(share.within(0...1).low == 0 && share.within(0...1).high == 0.06)
    #expect(share.within(0...0.05).high == 0.05)
    #expect(estimate.within(0...10) == estimate)
    #expect(estimate.within(2.5...10).low == 2)
  }

  @Test("tells a real change from none")
  func sign() {
    #expect(estimate.excludesZero)
    #expect(!estimate.coversZero)
    let unsure = Estimate(mean: 1, standardError: 1, low: -1, high: 3)
    #expect(!unsure.excludesZero)
    #expect(unsure.coversZero)
    let touching = Estimate(mean: 1, standardError: 1, low: 0, high: 2)
    #expect(!touching.excludesZero)
  }

  @Test("changes its unit, also to one that runs the other way")
  func scaling() {
    let scaled = estimate.scaled(by: -10)
    #expect(scaled.mean == -20)
    #expect(scaled.low == -30)
    #expect(scaled.high == -10)
    #expect(scaled.standardError == 5)
    #expect(scaled.count == 100)
  }

  @Test("has no width when the answer is exact")
  func exact() {
    let exact = Estimate.exact(0.25)
    #expect(exact.kind == .exact)
    #expect(exact.low == 0.25 && exact.high == 0.25 && exact.standardError == 0)
  }
}
