import RealModule

/// Quantiles of one beta distribution, fast enough to draw one per traveller.
///
/// Log odds of the quantile against log odds of the share, at equal steps, with the exact slopes, joined by cubic
/// Hermite arcs. The error of the quantile is below 1e-9 for the shares that a 32-bit draw can stand for; shares
/// beyond them are solved exactly. Building solves two thousand quantiles, each started from its neighbour, and more
/// where a sharp bend needs them.
public struct BetaQuantileTable: Sendable {
  /// The distribution.
  public let distribution: BetaDistribution

  /// Log odds of the shares at the ends of the table; a 32-bit draw stays within 22.9.
  @inlinable static var reach: Double { 23 }
  @usableFromInline let stepsPerUnit: Double
  /// Four coefficients for each arc, lowest power first, in the fraction of the step.
  @usableFromInline let coefficients: [Double]
  @usableFromInline let arcs: Int

  /// A table of a distribution's quantiles. Some milliseconds.
  public init(_ distribution: BetaDistribution) {
    self.distribution = distribution
    var arcs = 2_048
    var knots = Self.knots(distribution, arcs)
    // The arcs' error falls with the fourth power of the step, so one or two doublings settle sharp bends.
    while arcs < 32_768 && Self.worstError(knots) > 2e-10 {
      arcs *= 2
      knots = Self.knots(distribution, arcs)
    }
    coefficients = Self.arcCoefficients(knots)
    self.arcs = arcs
    stepsPerUnit = Double(arcs) / (2 * Self.reach)
  }

  /// A solved quantile: its log odds, and how much they rise over one step of the share's log odds.
  private struct Knot {
    var value: Double
    var rise: Double
  }

  private static func knots(_ distribution: BetaDistribution, _ arcs: Int) -> [Knot] {
    let step = 2 * reach / Double(arcs)
    var knots: [Knot] = []
    knots.reserveCapacity(arcs + 1)
    for index in 0...arcs {
      let guess = knots.last.map { $0.value + $0.rise }
      let value = distribution.logOddsQuantile(ofLogOdds: -reach + Double(index) * step, near: guess)
      knots.append(Knot(value: value, rise: step / distribution.point(at: value).slope))
    }
    return knots
  }

  /// The largest error of a quantile between knots: the step to the fourth times the fourth derivative over 384,
  /// that derivative from third differences of the slopes.
  private static func worstError(_ knots: [Knot]) -> Double {
    var worst = 0.0
    for index in 3..<knots.count {
      let outer = knots[index].rise - knots[index - 3].rise
      let bend = outer - 3 * (knots[index - 1].rise - knots[index - 2].rise)
      let value = LogOdds.tails(knots[index - 1].value)
      worst = Swift.max(worst, Swift.abs(bend) / 384 * value.lower * value.upper)
    }
    return worst
  }

  private static func arcCoefficients(_ knots: [Knot]) -> [Double] {
    var coefficients: [Double] = []
    coefficients.reserveCapacity(4 * (knots.count - 1))
    for (left, right) in zip(knots, knots.dropFirst()) {
      let rise = right.value - left.value
      coefficients.append(left.value)
      coefficients.append(left.rise)
      coefficients.append(3 * rise - 2 * left.rise - right.rise)
      coefficients.append(left.rise + right.rise - 2 * rise)
    }
    return coefficients
  }

  /// The value below which a share `u` lies, 0 < u < 1.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    LogOdds.probability(logOddsQuantile(u))
  }

  /// The log odds of the value below which a share `u` lies, 0 < u < 1: what a logistic link adds to.
  @inlinable
  public func logOddsQuantile(_ u: Double) -> Double {
    let target = Double.log(u / (1 - u))
    let position = (target + Self.reach) * stepsPerUnit
    guard position >= 0, position < Double(arcs) else {
      return distribution.logOddsQuantile(ofLogOdds: target)
    }
    let arc = Int(position)
    let t = position - Double(arc)
    let base = arc &* 4
    return ((coefficients[base + 3] * t + coefficients[base + 2]) * t + coefficients[base + 1]) * t
      + coefficients[base]
  }
}
