import JourneyProbability

/// When to stop so that an interval of a wished width still covers as often as it says.
///
/// A run that stops the first time Student's interval is short enough covers a little less often than it says, and
/// the less the shorter the interval: right in the limit (Chow and Robbins, 1965). `ConfidenceSequence` is right at
/// every look; this rule is the yardstick that it is measured by.
public struct FixedWidth: Hashable, Sendable {
  /// Half the width wished for, above 0.
  public let halfWidth: Double
  /// The interval's level.
  public let level: Double
  /// Before so many values there is no stopping; small numbers stop by bad luck.
  public let least: Int

  /// A rule from its parts.
  public init(halfWidth: Double, level: Double = 0.95, least: Int) {
    self.halfWidth = halfWidth
    self.level = level
    self.least = least
  }

  /// Whether the values seen are enough.
  public func isEnough(_ sums: MomentSums) -> Bool {
    guard sums.count >= Swift.max(2, least), let variance = sums.variance else { return false }
    let n = Double(sums.count)
    // The normal quantile first: it is smaller, so where it is not enough Student's need not be computed.
    let error = (variance / n).squareRoot()
    guard -Normal.standardQuantile((1 - level) / 2) * error <= halfWidth else { return false }
    return StudentT(degrees: n - 1).upperQuantile(tail: (1 - level) / 2) * error <= halfWidth
  }

  /// The half-width at which an estimate is off by at most a share `relative` of the true value: g / (1 + g) of what
  /// was seen (Law and Kelton's correction for not knowing the truth).
  public static func halfWidth(relative: Double, of mean: Double) -> Double {
    relative / (1 + relative) * Swift.abs(mean)
  }
}
