import JourneyProbability
import Testing

@Suite("Beta quantile table")
struct BetaQuantileTableTests {
  static let shapes: [(Double, Double)] = [
    (0.668, 3.806), (0.704, 1.182), (0.1, 0.1), (50, 20), (0.003, 2.997), (2.997, 0.003), (0.0001, 0.0999),
    (300, 0.02),
  ]

  @Test("is within 1e-9 of the exact quantile, and never falls", arguments: shapes)
  func accuracy(_ alpha: Double, _ beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    let table = BetaQuantileTable(distribution)
    var worst = 0.0
    var last = -1.0
    var falls = 0
    // Draws at equal steps of log odds, so that both ends are looked at as closely as the middle.
    for step in 0...3_001 {
      let share = LogOdds.probability(-22.5 + 45 * Double(step) / 3_001)
      let u = PhiloxBlock.uniform(UInt32(share * 4_294_967_295))
      let value = table.quantile(u)
      worst = Swift.max(worst, Swift.abs(value - distribution.quantile(u)))
      if value < last { falls += 1 }
      last = value
    }
    #expect(worst < 1e-9)
    #expect(falls == 0)
  }

  @Test(
    "never falls from one draw to the next, where arcs meet too",
    arguments: [(0.668, 3.806), (0.1, 0.1)]
  )
  func neighbours(_ alpha: Double, _ beta: Double) {
    let table = BetaQuantileTable(BetaDistribution(alpha: alpha, beta: beta))
    for start: UInt32 in [0, 1_000_000, 1 << 30, 1 << 31, .max - 20_000] {
      var last = -1.0
      for word in start..<(start + 20_000) {
        let value = table.quantile(PhiloxBlock.uniform(word))
        #expect(value >= last)
        last = value
      }
    }
  }

  @Test("covers the least and the greatest draw, and solves what lies beyond them")
  func ends() {
    let distribution = BetaDistribution(alpha: 0.668, beta: 3.806)
    let table = BetaQuantileTable(distribution)
    for u in [PhiloxBlock.uniform(0), PhiloxBlock.uniform(.max), 1e-15, 1 - 0x1p-50] {
      let exact = distribution.quantile(u)
      #expect(Swift.abs(table.quantile(u) / exact - 1) < 1e-9)
      #expect(Swift.abs(LogOdds.probability(table.logOddsQuantile(u)) / exact - 1) < 1e-9)
    }
  }

  @Test("draws with the distribution's mean and variance, and another's would be seen")
  func moments() {
    let distribution = BetaDistribution(alpha: 0.668, beta: 3.806)
    let draws = 200_000
    #expect(meanGap(distribution, of: distribution, draws) < 5)
    // The twin: 3 % more churn.
    #expect(meanGap(BetaDistribution(alpha: 0.688, beta: 3.806), of: distribution, draws) > 5)
  }

  private func meanGap(
    _ drawn: BetaDistribution,
    of expected: BetaDistribution,
    _ draws: Int
  ) -> Double {
    let table = BetaQuantileTable(drawn)
    let generator = Philox4x32(seed: 3)
    var sum = 0.0
    for traveller in 0..<UInt32(draws) { sum += table.quantile(generator.block(0, 1, traveller, 2).uniform1) }
    let error = (expected.variance / Double(draws)).squareRoot()
    return Swift.abs(sum / Double(draws) - expected.mean) / error
  }
}
