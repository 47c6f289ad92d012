import JourneyModel
import JourneyProbability
import RealModule

/// A persona's retention law, with the heterogeneity tabulated.
struct CompiledRetention: Sendable {
  enum Churn: Sendable {
    /// Every customer has the same churn probability; its logit of staying is kept.
    case same(logitStay: Double)
    /// Churn probabilities differ between customers by a beta law.
    case beta(BetaQuantileTable)
  }

  let churn: Churn
  /// The mean probability to stay at the reference satisfaction.
  let baseline: Double

  /// Mean churn c = 1 - baseline; alpha = c(1/phi - 1), beta = (1 - c)(1/phi - 1) (Fader & Hardie 2007).
  init(baseline: Probability, polarisation: Double) {
    self.baseline = baseline.value
    let churn = 1 - baseline.value
    guard polarisation > 0, polarisation < 1, churn > 0, churn < 1 else {
      self.churn = .same(logitStay: .log(baseline.value) - .log(churn))
      return
    }
    let spread = 1 / polarisation - 1
    self.churn = .beta(BetaQuantileTable(BetaDistribution(alpha: churn * spread, beta: (1 - churn) * spread)))
  }

  /// The logit of staying of the customer whose heterogeneity draw is `word`.
  @inline(__always)
  func logitStay(_ word: UInt32) -> Double {
    switch churn {
    case .same(let logitStay): logitStay
    case .beta(let table): -table.logOddsQuantile(PhiloxBlock.uniform(word))
    }
  }
}
