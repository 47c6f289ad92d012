import JourneyProbability
import Testing

@Suite("Beta-binomial distribution")
struct BetaBinomialTests {
  @Test("has the known probabilities of ten trials under Beta(2, 3)")
  func masses() {
    let known = [
      0.06593407, 0.10989011, 0.13486513, 0.14385614, 0.13986014, 0.12587413, 0.10489510, 0.07992008,
      0.05394605, 0.02997003, 0.01098901,
    ]
    let distribution = BetaBinomial(trials: 10, alpha: 2, beta: 3)
    for (k, value) in known.enumerated() { #expect(Swift.abs(distribution.mass(k) - value) < 6e-9) }
    #expect(Swift.abs((0...10).reduce(0) { $0 + distribution.mass($1) } - 1) < 1e-14)
    #expect(distribution.mass(-1) == 0)
    #expect(distribution.mass(11) == 0)
    #expect(Swift.abs(distribution.mean - 4) < 1e-15)
    #expect(Swift.abs(distribution.variance - 6) < 1e-14)
  }

  @Test("is what a cohort does that draws its own chances")
  func simulated() {
    // Each traveller draws a chance, then ten trials of it: counts per bin within exact binomial limits.
    #expect(binsOutside(chances: BetaDistribution(alpha: 2, beta: 3)) == 0)
    // The twin: everybody alike, with the same mean.
    #expect(binsOutside(chances: BetaDistribution(alpha: 2e6, beta: 3e6)) > 0)
  }

  private func binsOutside(chances: BetaDistribution) -> Int {
    let travellers = 20_000
    let generator = Philox4x32(seed: 11)
    let table = BetaQuantileTable(chances)
    var counts = [Int](repeating: 0, count: 11)
    for traveller in 0..<UInt32(travellers) {
      let chance = table.quantile(generator.block(0, 0, traveller, 2).uniform1)
      var successes = 0
      for trial: UInt32 in 0..<10 where generator.block(trial, 1, traveller, 0).uniform0 < chance {
        successes += 1
      }
      counts[successes] += 1
    }
    let distribution = BetaBinomial(trials: 10, alpha: 2, beta: 3)
    return counts.indices.count { k in
      let bin = Binomial(trials: travellers, probability: distribution.mass(k))
      return !bin.limits(falseAlarm: 1e-6 / 11).contains(counts[k])
    }
  }
}
