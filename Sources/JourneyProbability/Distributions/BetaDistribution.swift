import RealModule

/// The beta distribution: how a chance itself varies from one person to the next.
public struct BetaDistribution: Equatable, Sendable {
  /// The first shape, above 0: weight towards 1.
  public let alpha: Double
  /// The second shape, above 0: weight towards 0.
  public let beta: Double
  private let logBeta: Double

  /// A beta distribution by its shapes.
  public init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    logBeta = LogGamma.beta(alpha, beta)
  }

  /// A beta distribution by its mean in (0, 1) and its polarisation 1 / (alpha + beta + 1) in (0, 1).
  ///
  /// Polarisation 0 would be "all alike" and 1 "all or nothing" (Sabavala and Morrison, 1977).
  public init(mean: Double, polarisation: Double) {
    let total = 1 / polarisation - 1
    self.init(alpha: mean * total, beta: (1 - mean) * total)
  }

  /// The mean.
  public var mean: Double { alpha / (alpha + beta) }

  /// The variance.
  public var variance: Double {
    let sum = alpha + beta
    return alpha * beta / (sum * sum * (sum + 1))
  }

  /// 1 / (alpha + beta + 1): 0 for all alike, 1 for all or nothing.
  public var polarisation: Double { 1 / (alpha + beta + 1) }

  /// The probability density at `x` in (0, 1).
  public func density(_ x: Double) -> Double {
    IncompleteBeta.density(alpha, beta, x: x, y: 1 - x)
  }

  /// The probability of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    IncompleteBeta.tails(alpha, beta, x: x, y: 1 - x).lower
  }

  /// The value below which a share `u` lies, 0 < u < 1. Some tens of steps; a table is faster for many.
  public func quantile(_ u: Double) -> Double {
    LogOdds.probability(logOddsQuantile(ofLogOdds: LogOdds.of(u)))
  }

  /// The log odds of the quantile at the share whose log odds are given.
  ///
  /// On this scale the quantile is smooth, its ends are straight lines of slope 1 / alpha and 1 / beta, and
  /// values that would round to 0 or 1 keep their digits. Newton's steps, kept inside a shrinking interval that
  /// holds the answer. Error about 1e-14 of its size.
  public func logOddsQuantile(ofLogOdds target: Double, near guess: Double? = nil) -> Double {
    var low = -Double.infinity
    var high = Double.infinity
    var y = guess ?? start(target)
    for _ in 0..<200 {
      let point = point(at: y)
      let miss = point.logOdds - target
      if miss > 0 { high = y } else { low = y }
      var next = y - miss / point.slope
      if !(next > low && next < high) {
        next = low.isInfinite ? high * 2 - 1 : high.isInfinite ? low * 2 + 1 : low + (high - low) / 2
        if low.isInfinite && high > 0 { next = -1 }
        if high.isInfinite && low < 0 { next = 1 }
      }
      if Swift.abs(next - y) <= 4e-15 * Swift.max(1, Swift.abs(next)) { return next }
      y = next
    }
    return y
  }

  /// The log odds of the cumulative probability at the value of log odds `y`, and their derivative by `y`.
  func point(at y: Double) -> (logOdds: Double, slope: Double) {
    let value = LogOdds.tails(y)
    if value.lower < 1e-290 {
      // The lowest term of the series is all that is left: x^alpha / (alpha B). With a small alpha that can
      // still be a large share.
      let share = alpha * y - Double.log(alpha) - logBeta
      let missing = -Double.expMinusOne(share)
      return (share - Double.log(missing), alpha / missing)
    }
    if value.upper < 1e-290 {
      let share = -beta * y - Double.log(beta) - logBeta
      let missing = -Double.expMinusOne(share)
      return (Double.log(missing) - share, beta / missing)
    }
    let share = IncompleteBeta.tails(alpha, beta, x: value.lower, y: value.upper)
    let mass = IncompleteBeta.density(alpha, beta, x: value.lower, y: value.upper) * value.lower * value.upper
    let odds = Double.log(share.lower) - Double.log(share.upper)
    return (odds, mass / (share.lower * share.upper))
  }

  /// A first guess: the straight line of the end in which the share lies.
  private func start(_ target: Double) -> Double {
    let lowEnd = (target + Double.log(alpha) + logBeta) / alpha
    let highEnd = (target - Double.log(beta) - logBeta) / beta
    let middle = LogOdds.of(mean)
    if target < 0 { return Swift.min(lowEnd, middle) }
    return Swift.max(highEnd, middle)
  }
}
