import RealModule

/// The number of successes in trials whose common chance is itself drawn from a beta distribution.
///
/// Source: Skellam (1948). What a cohort does whose members each keep their own loyalty.
public struct BetaBinomial: Equatable, Sendable {
  /// How many trials, at least 0.
  public let trials: Int
  /// The first shape of the chance's distribution, above 0.
  public let alpha: Double
  /// The second shape, above 0.
  public let beta: Double

  /// A beta-binomial distribution.
  public init(trials: Int, alpha: Double, beta: Double) {
    self.trials = trials
    self.alpha = alpha
    self.beta = beta
  }

  /// The mean.
  public var mean: Double { Double(trials) * alpha / (alpha + beta) }

  /// The variance.
  public var variance: Double {
    let sum = alpha + beta
    return mean * (beta / sum) * (sum + Double(trials)) / (sum + 1)
  }

  /// The probability of exactly `k` successes.
  public func mass(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return 0 }
    let n = Double(trials)
    let successes = Double(k)
    let logChoose = -Double.log(n + 1) - LogGamma.beta(successes + 1, n - successes + 1)
    return Double.exp(
      logChoose + LogGamma.beta(successes + alpha, n - successes + beta) - LogGamma.beta(alpha, beta)
    )
  }
}
