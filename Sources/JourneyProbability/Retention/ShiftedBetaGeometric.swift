import RealModule

/// Customers who each keep their own chance of leaving, which varies between them as a beta distribution.
///
/// The retention of a cohort rises although nobody becomes more loyal: those likely to leave have left.
/// Source: Fader and Hardie, "How to project customer retention" (2007).
public struct ShiftedBetaGeometric: Equatable, Sendable {
  /// How the chance of leaving in a period is distributed.
  public let churn: BetaDistribution

  /// A model by the shapes of the chance of leaving, both above 0.
  public init(alpha: Double, beta: Double) {
    churn = BetaDistribution(alpha: alpha, beta: beta)
  }

  /// A model by the mean chance of leaving and the polarisation between customers, both in (0, 1).
  public init(meanChurn: Double, polarisation: Double) {
    churn = BetaDistribution(mean: meanChurn, polarisation: polarisation)
  }

  private var alpha: Double { churn.alpha }
  private var beta: Double { churn.beta }

  /// The share that is still there after a number of periods: B(alpha, beta + t) / B(alpha, beta). O(t).
  public func survival(after periods: Int) -> Double {
    var share = 1.0
    for period in 0..<Swift.max(0, periods) { share *= retentionRate(in: period + 1) }
    return share
  }

  /// The share that leaves in a period, 1 being the first.
  public func churnShare(in period: Int) -> Double {
    survival(after: period - 1) * (1 - retentionRate(in: period))
  }

  /// Of those still there, the share that stays in a period, 1 being the first.
  public func retentionRate(in period: Int) -> Double {
    (beta + Double(period - 1)) / (alpha + beta + Double(period - 1))
  }

  /// How many periods a customer is expected to be there, the first included, each discounted by `rate`.
  ///
  /// The sum of survival(t) / (1 + rate)^t from t = 0, which is 2F1(1, beta; alpha + beta; 1 / (1 + rate)), by
  /// Gauss's continued fraction. `rate` must not be negative; without discount and with alpha of at most 1 the
  /// lifetime is infinite, for too many never leave.
  public func discountedLifetime(rate: Double) -> Double {
    if rate == 0 {
      return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : .infinity
    }
    let z = 1 / (1 + rate)
    let shape = alpha + beta - 1
    // Its inverse is 1 - k1 z / (1 - k2 z / (1 - ...)), evaluated forwards by Lentz's method.
    var c = 1.0
    var d = 0.0
    var inverse = 1.0
    for step in 1..<2_000_000 {
      let factor = Self.gaussFactor(step, beta, shape) * z
      d = 1 / (1 - factor * d)
      c = 1 - factor / c
      inverse *= c * d
      if Swift.abs(c * d - 1) < 1e-16 { break }
    }
    return 1 / inverse
  }

  /// The k of Gauss's continued fraction for 2F1(1, b; shape + 1; z).
  private static func gaussFactor(_ step: Int, _ b: Double, _ shape: Double) -> Double {
    // The first one's shape / shape must not be computed: it may be 0 / 0.
    if step == 1 { return b / (shape + 1) }
    let half = Double(step / 2)
    let below = (shape + Double(step) - 1) * (shape + Double(step))
    return (step.isMultiple(of: 2) ? half * (shape - b + half) : (b + half) * (shape + half)) / below
  }

  /// The share still there after a number of periods when every customer's log odds of staying are shifted.
  ///
  /// What a constant satisfaction does through a logistic link: `shift` is ln(odds ratio) times the points above
  /// the reference, over ten. By the trapezoidal rule over the log odds of leaving, where the density is smooth
  /// and falls exponentially, so that it converges faster than any power; a shift of 0 gives `survival(after:)`.
  public func survival(after periods: Int, logOddsShift shift: Double) -> Double {
    if shift == 0 { return survival(after: periods) }
    let low = Swift.max(churn.logOddsQuantile(ofLogOdds: -37), -700)
    let high = Swift.min(churn.logOddsQuantile(ofLogOdds: 37), 700)
    let steps = Swift.max(1_024, Int(((high - low) * 32).rounded(.up)))
    let step = (high - low) / Double(steps)
    // Whoever is below the lowest log odds never leaves; whoever is above the highest leaves at once.
    let lowest = LogOdds.tails(low)
    var total = periods > 0 ? IncompleteBeta.tails(alpha, beta, x: lowest.lower, y: lowest.upper).lower : 1
    for index in 0...steps where periods > 0 {
      let y = low + Double(index) * step
      let leaving = LogOdds.tails(y)
      let mass =
        IncompleteBeta.density(alpha, beta, x: leaving.lower, y: leaving.upper)
        * leaving.lower * leaving.upper
      let staying = LogOdds.tails(shift - y).lower
      let weight = index == 0 || index == steps ? step / 2 : step
      total += weight * mass * Double.pow(staying, periods)
    }
    return total
  }
}
