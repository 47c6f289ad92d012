import JourneyProbability

/// A figure and how sure it is: no result of the simulator travels without its interval.
public struct Estimate: Hashable, Sendable {
  /// How the interval was made.
  public enum Kind: String, CaseIterable, Sendable {
    /// A share of successes; Wilson's interval (1927).
    case share
    /// A mean of independent travellers; Student's t.
    case mean
    /// A ratio of two sums over travellers; the delta method.
    case ratio
    /// Solved, not sampled: no interval.
    case exact
  }

  /// The figure itself, in the unit of what was counted. (A share's is the plain share, not the interval's middle.)
  public var mean: Double
  /// The standard error, in the same unit.
  public var standardError: Double
  /// The lower end of the interval.
  public var low: Double
  /// The upper end of the interval.
  public var high: Double
  /// The interval's confidence level, in (0, 1); 1 for an exact answer.
  public var level: Double
  /// How the interval was made.
  public var kind: Kind
  /// How many travellers stand behind it; 0 where that is unknown or the answer is exact.
  public var count: Int

  /// An estimate from its parts.
  public init(
    mean: Double,
    standardError: Double,
    low: Double,
    high: Double,
    level: Double = 0.95,
    kind: Kind = .mean,
    count: Int = 0
  ) {
    self.mean = mean
    self.standardError = standardError
    self.low = low
    self.high = high
    self.level = level
    self.kind = kind
    self.count = count
  }

  /// Whether the interval holds `value`.
  public func covers(_ value: Double) -> Bool { low <= value && value <= high }

  /// Whether the interval is of one sign, without 0: for a difference, that there is a real change.
  public var excludesZero: Bool { low > 0 || high < 0 }

  /// Whether the interval holds 0, ends included.
  public var coversZero: Bool { covers(0) }

  /// Half the width of the interval.
  public var halfWidth: Double { (high - low) / 2 }

  /// The same figure in another unit: multiplied by a finite factor.
  public func scaled(by factor: Double) -> Estimate {
    var copy = self
    copy.mean = mean * factor
    copy.standardError = standardError * Swift.abs(factor)
    copy.low = Swift.min(low * factor, high * factor)
    copy.high = Swift.max(low * factor, high * factor)
    return copy
  }

  /// The same figure with what is impossible left out of its interval, which covers no less for it: a share is neither
  /// under 0 nor over 1.
  public func within(_ possible: ClosedRange<Double>) -> Estimate {
    var copy = self
    copy.low = Swift.min(mean, Swift.max(low, possible.lowerBound))
    copy.high = Swift.max(mean, Swift.min(high, possible.upperBound))
    return copy
  }

  /// An answer that was solved, not sampled.
  public static func exact(_ value: Double) -> Estimate {
    Estimate(
      mean: value,
      standardError: 0,
      low: value,
      high: value,
      level: 1,
      kind: .exact,
      count: 0
    )
  }
}
