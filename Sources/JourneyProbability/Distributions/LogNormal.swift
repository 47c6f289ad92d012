import RealModule

/// The lognormal distribution, said by its median and its 90th percentile.
///
/// Handling times follow it closely (Brown and others, 2005); `2m..6m` in a scenario is one of these.
@frozen
public struct LogNormal: Equatable, Sendable {
  /// The mean of the logarithm.
  public let logMean: Double
  /// The standard deviation of the logarithm; 0 makes a constant.
  public let logStandardDeviation: Double

  /// The standard normal's 90th percentile.
  public static let normal90 = 1.2815515655446004

  /// A lognormal by the mean and the standard deviation (at least 0) of its logarithm.
  @inlinable
  public init(logMean: Double, logStandardDeviation: Double) {
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
  }

  /// A lognormal by its median (above 0) and its 90th percentile (not below the median), in one unit.
  public init(median: Double, percentile90: Double) {
    logMean = Double.log(median)
    logStandardDeviation = Double.log(percentile90 / median) / Self.normal90
  }

  /// The mean.
  public var mean: Double {
    Double.exp(logMean + logStandardDeviation * logStandardDeviation / 2)
  }

  /// The variance.
  public var variance: Double {
    let square = logStandardDeviation * logStandardDeviation
    return Double.expMinusOne(square) * Double.exp(2 * logMean + square)
  }

  /// The value below which a share `u` lies, 0 < u < 1.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    Double.exp(logMean + logStandardDeviation * Normal.standardQuantile(u))
  }

  /// The probability of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return Normal(mean: logMean, standardDeviation: logStandardDeviation).cumulative(Double.log(x))
  }
}
