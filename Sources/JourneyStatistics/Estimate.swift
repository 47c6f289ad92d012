/// An interpreted result: a mean with its confidence interval, the level stated.
public struct Estimate: Sendable, Hashable {
  /// The point estimate.
  public var mean: Double
  /// Its standard error, 0 where the value is exact.
  public var standardError: Double
  /// Lower end of the interval.
  public var low: Double
  /// Upper end of the interval.
  public var high: Double
  /// Confidence level of the interval, 0.95 unless stated otherwise.
  public var level: Double

  /// Creates an estimate from its parts.
  public init(mean: Double, standardError: Double, low: Double, high: Double, level: Double = 0.95) {
    self.mean = mean
    self.standardError = standardError
    self.low = low
    self.high = high
    self.level = level
  }

  /// A value without uncertainty.
  public static func exact(_ value: Double) -> Estimate {
    Estimate(mean: value, standardError: 0, low: value, high: value)
  }

  /// Whether the interval holds zero, ends included.
  public var coversZero: Bool { low <= 0 && high >= 0 }
}
