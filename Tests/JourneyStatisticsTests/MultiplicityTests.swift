import JourneyStatistics
import Testing

@Suite("Multiplicity")
struct MultiplicityTests {
  @Test("adjusts by Holm's method")
  func holm() {
    let adjusted = Multiplicity.holm([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(Swift.abs(value - expected) < 1e-15)
    }
    #expect(Multiplicity.holm([]) == [])
    #expect(Multiplicity.holm([0.6, 0.7]) == [1, 1])
    #expect(Multiplicity.holm([0.02, 0.02]) == [0.04, 0.04])
  }

  @Test("adjusts by Bonferroni's method")
  func bonferroni() {
    #expect(Multiplicity.bonferroni([0.01, 0.5]) == [0.02, 1])
    #expect(Swift.abs(Multiplicity.level(0.95, shared: 10) - 0.995) < 1e-15)
    #expect(Multiplicity.level(0.95, shared: 1) == 0.95)
    #expect(Multiplicity.level(0.95, shared: 0) == 0.95)
  }
}

@Suite("A figure in company")
struct AdjustmentTests {
  @Test("needs more alone to be a real change than in company")
  func company() {
    let alone = Multiplicity.adjustments([0.04])
    #expect(alone == [Adjustment(p: 0.04, comparisons: 1)])
    #expect(alone[0].isReal)
    let many = Multiplicity.adjustments([0.04, 0.001, 0.3])
    #expect(many.map(\.isReal) == [false, true, false])
    #expect(many.map(\.comparisons) == [3, 3, 3])
  }

  @Test("has a p-value below 5% exactly where its 95% interval excludes 0")
  func pValues() throws {
    var sums = MomentSums()
    for value in [1.0, 2, 0, 3, -1, 2] { sums.add(value) }
    let mean = try #require(Estimate.mean(sums))
    // t = 1.1667 / 0.60093 = 1.94145 with 5 degrees of freedom.
    #expect(Swift.abs(mean.pValue - 0.10983) < 1e-4)
    for level in [0.5, 0.9, 0.95, 0.99] {
      let interval = try #require(Estimate.mean(sums, level: level))
      #expect(interval.excludesZero == (mean.pValue < 1 - level))
    }
    #expect(Estimate.exact(0).pValue == 1)
    #expect(Estimate.exact(0.1).pValue == 0)
    let unknown = Estimate(mean: -1.959964, standardError: 1, low: 0, high: 0)
    #expect(Swift.abs(unknown.pValue - 0.05) < 1e-6)
  }
}
