import JourneyProbability
import Testing

@Suite("Beta distribution")
struct BetaDistributionTests {
  // From an independent numerical library: alpha, beta, share, quantile.
  static let known: [(Double, Double, Double, Double)] = [
    (0.668, 3.806, 0.5, 0.0983854667088478), (0.668, 3.806, 1e-6, 2.4533137359410997e-10),
    (0.1, 0.1, 0.9, 0.9999999113071999), (50, 20, 0.01, 0.5817766930969046),
    (0.704, 1.182, 0.99999, 0.9999183178739912),
  ]

  @Test("has the known quantiles", arguments: known)
  func quantiles(_ known: (alpha: Double, beta: Double, u: Double, value: Double)) {
    let distribution = BetaDistribution(alpha: known.alpha, beta: known.beta)
    #expect(Swift.abs(distribution.quantile(known.u) / known.value - 1) < 1e-12)
  }

  @Test(
    "inverts its cumulative probability, extreme shapes included",
    arguments: [
      (0.668, 3.806), (0.1, 0.1), (50, 20), (1, 1), (0.003, 2.997), (2.997, 0.003), (3e5, 7e5), (0.5, 400),
      (0.0001, 0.0999),
    ]
  )
  func inverse(_ alpha: Double, _ beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    var last = -Double.infinity
    for step in -45...45 {
      let target = Double(step) / 2
      let value = distribution.logOddsQuantile(ofLogOdds: target)
      #expect(value > last)
      last = value
      let parts = LogOdds.tails(value)
      guard parts.lower > 1e-290, parts.upper > 1e-290 else { continue }
      let tails = IncompleteBeta.tails(alpha, beta, x: parts.lower, y: parts.upper)
      #expect(Swift.abs(LogOdds.of(tails.lower) - target) < 1e-6 || Swift.abs(target) > 15)
      let share = LogOdds.tails(target)
      #expect(Swift.abs(tails.lower / share.lower - 1) < 1e-10)
      #expect(Swift.abs(tails.upper / share.upper - 1) < 1e-10)
    }
  }

  @Test("is uniform for shapes of 1")
  func uniform() {
    let distribution = BetaDistribution(alpha: 1, beta: 1)
    for u in [0.001, 0.25, 0.5, 0.999] {
      #expect(Swift.abs(distribution.quantile(u) - u) < 1e-15)
      #expect(Swift.abs(distribution.cumulative(u) - u) < 1e-15)
      #expect(Swift.abs(distribution.density(u) - 1) < 1e-14)
    }
  }

  @Test("has mean, variance and polarisation as built")
  func moments() {
    let distribution = BetaDistribution(mean: 0.22, polarisation: 0.25)
    #expect(Swift.abs(distribution.alpha - 0.66) < 1e-15)
    #expect(Swift.abs(distribution.beta - 2.34) < 1e-15)
    #expect(Swift.abs(distribution.mean - 0.22) < 1e-15)
    #expect(Swift.abs(distribution.polarisation - 0.25) < 1e-15)
    // Variance = mean (1 - mean) polarisation, which is why the polarisation is named so.
    #expect(Swift.abs(distribution.variance - 0.22 * 0.78 * 0.25) < 1e-15)
  }
}
