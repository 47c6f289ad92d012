import JourneyProbability
import Testing

@Suite("Shifted beta-geometric retention")
struct ShiftedBetaGeometricTests {
  static let regular = ShiftedBetaGeometric(alpha: 0.70408, beta: 1.18204)
  static let highEnd = ShiftedBetaGeometric(alpha: 0.66809, beta: 3.80610)

  // Fader and Hardie's two segments, refitted on years 1-7: percent surviving years 1 to 12.
  static let regularShares = [
    62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00,
  ]
  static let highEndShares = [
    85.07, 74.69, 66.98, 60.99, 56.18, 52.22, 48.89, 46.04, 43.58, 41.42, 39.51, 37.80,
  ]

  @Test("gives the published survival curves")
  func survival() {
    for (model, shares) in [(Self.regular, Self.regularShares), (Self.highEnd, Self.highEndShares)] {
      for (index, share) in shares.enumerated() {
        #expect(Swift.abs(100 * model.survival(after: index + 1) - share) < 0.0051)
      }
      #expect(model.survival(after: 0) == 1)
    }
    #expect(
      Swift.abs(ShiftedBetaGeometric(alpha: 0.704, beta: 1.182).survival(after: 12) - 0.170063) < 5e-7
    )
    #expect(
      Swift.abs(ShiftedBetaGeometric(alpha: 0.668, beta: 3.806).survival(after: 12) - 0.378040) < 5e-7
    )
  }

  @Test("agrees with its definition by beta functions")
  func definition() {
    for model in [Self.regular, Self.highEnd] {
      let (alpha, beta) = (model.churn.alpha, model.churn.beta)
      for period in 1...30 {
        let t = Double(period)
        let logShare = LogGamma.beta(alpha, beta + t) - LogGamma.beta(alpha, beta)
        #expect(
          Swift.abs(
            LogNormal(logMean: logShare, logStandardDeviation: 0).quantile(0.5)
              - model.survival(after: period)
          )
            < 1e-13
        )
        #expect(
          Swift.abs(
            model.churnShare(in: period) - (model.survival(after: period - 1) - model.survival(after: period))
          )
            < 1e-15
        )
      }
    }
  }

  @Test("has retention rates that rise, for those likely to leave have left")
  func retentionRates() {
    let regular = ShiftedBetaGeometric(alpha: 0.704, beta: 1.182)
    #expect(Swift.abs(regular.retentionRate(in: 1) - 0.6267) < 5e-5)
    #expect(Swift.abs(regular.retentionRate(in: 12) - 0.9454) < 5e-5)
    let highEnd = ShiftedBetaGeometric(alpha: 0.668, beta: 3.806)
    #expect(Swift.abs(highEnd.retentionRate(in: 1) - 0.8507) < 5e-5)
    #expect(Swift.abs(highEnd.retentionRate(in: 12) - 0.9568) < 1.5e-4)
    for period in 2...50 {
      #expect(regular.retentionRate(in: period) > regular.retentionRate(in: period - 1))
    }
  }

  @Test("has the published discounted lifetimes")
  func lifetime() {
    #expect(Swift.abs(Self.regular.discountedLifetime(rate: 0.1) - 3.694908) < 2e-5)
    #expect(Swift.abs(Self.highEnd.discountedLifetime(rate: 0.1) - 5.922253) < 2e-5)
    // From an independent numerical library.
    #expect(Swift.abs(Self.regular.discountedLifetime(rate: 0.1) - 3.694894092755249) < 1e-12)
    #expect(Swift.abs(Self.highEnd.discountedLifetime(rate: 0.1) - 5.922248722027175) < 1e-12)
  }

  @Test("has lifetimes that are the sums of their periods", arguments: [0.02, 0.1, 1.0])
  func lifetimeSum(_ rate: Double) {
    for model in [Self.regular, Self.highEnd, ShiftedBetaGeometric(alpha: 0.3, beta: 0.7)] {
      var sum = 0.0
      var share = 1.0
      for period in 1..<2_500 {
        sum += share
        share *= model.retentionRate(in: period) / (1 + rate)
      }
      #expect(Swift.abs(model.discountedLifetime(rate: rate) / sum - 1) < 1e-11)
    }
  }

  @Test("has an infinite lifetime without discount when too many never leave")
  func undiscounted() {
    #expect(Self.regular.discountedLifetime(rate: 0) == .infinity)
    #expect(Swift.abs(ShiftedBetaGeometric(alpha: 3, beta: 2).discountedLifetime(rate: 0) - 2) < 1e-15)
  }

  @Test("is geometric churn when all are alike")
  func nesting() {
    let model = ShiftedBetaGeometric(meanChurn: 0.2, polarisation: 1e-10)
    let alike = GeometricChurn(retention: 0.8)
    for period in 0...12 {
      #expect(Swift.abs(model.survival(after: period) - alike.survival(after: period)) < 1e-8)
    }
    #expect(Swift.abs(model.discountedLifetime(rate: 0.1) - alike.discountedLifetime(rate: 0.1)) < 1e-8)
  }

  @Test("keeps mean churn and polarisation as said")
  func parameters() {
    let model = ShiftedBetaGeometric(meanChurn: 0.373, polarisation: 0.347)
    #expect(Swift.abs(1 - model.survival(after: 1) - 0.373) < 1e-15)
    #expect(Swift.abs(model.churn.polarisation - 0.347) < 1e-15)
  }

  // Survival after 1, 2, 5, 7 and 12 periods at a constant satisfaction; odds 1.4 per 10 points above 75.
  static let shifted: [(Double, [Double])] = [
    (60, [0.791950, 0.663253, 0.462082, 0.391359, 0.291547]),
    (75, [0.850693, 0.746882, 0.561869, 0.488945, 0.378040]),
    (85, [0.882791, 0.795718, 0.627633, 0.556383, 0.442167]),
  ]

  @Test("gives the known curves when satisfaction shifts everybody's odds", arguments: shifted)
  func shiftedOdds(_ known: (points: Double, shares: [Double])) {
    let model = ShiftedBetaGeometric(alpha: 0.668, beta: 3.806)
    let shift = LogOdds.of(1.4 / 2.4) * (known.points - 75) / 10
    for (period, share) in zip([1, 2, 5, 7, 12], known.shares) {
      #expect(Swift.abs(model.survival(after: period, logOddsShift: shift) - share) < 6e-7)
    }
  }

  @Test(
    "moves smoothly through a shift of nothing",
    arguments: [(0.668, 3.806), (0.05, 0.2), (30, 100), (3e5, 1e6)]
  )
  func smallShift(_ alpha: Double, _ beta: Double) {
    let model = ShiftedBetaGeometric(alpha: alpha, beta: beta)
    for period in [0, 1, 5, 40] {
      let none = model.survival(after: period, logOddsShift: 0)
      #expect(none == model.survival(after: period))
      #expect(Swift.abs(model.survival(after: period, logOddsShift: 1e-12) - none) < 1e-9)
    }
  }

  @Test("is what travellers do who each draw their own churn")
  func simulated() {
    #expect(Swift.abs(gap(polarisation: 1 / (0.668 + 3.806 + 1))) < 5)
    // The twin: the same mean churn, spread a little less between customers.
    #expect(Swift.abs(gap(polarisation: 0.17)) > 5)
  }

  /// How many standard errors the share surviving twelve periods lies from 0.378040.
  private func gap(polarisation: Double) -> Double {
    let travellers = 200_000
    let table = BetaQuantileTable(BetaDistribution(mean: 0.668 / 4.474, polarisation: polarisation))
    let generator = Philox4x32(seed: 9)
    var alive = 0
    for traveller in 0..<UInt32(travellers) {
      let churn = table.quantile(generator.block(0, 0, traveller, 2).uniform1)
      let left = (1...12).contains { period in
        generator.block(0, 0, traveller, UInt32(period) << 8).uniform0 < churn
      }
      if !left { alive += 1 }
    }
    let binomial = Binomial(trials: travellers, probability: 0.378040)
    return (Double(alive) - binomial.mean) / binomial.variance.squareRoot()
  }
}
