import RealModule

/// The normal distribution.
@frozen
public struct Normal: Equatable, Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, at least 0.
  public let standardDeviation: Double

  /// The standard normal distribution: mean 0, standard deviation 1.
  public static let standard = Normal(mean: 0, standardDeviation: 1)

  /// A normal distribution. `standardDeviation` must not be negative; 0 puts all mass on the mean.
  @inlinable
  public init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The value below which a share `u` lies, 0 < u < 1.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    mean + standardDeviation * Self.standardQuantile(u)
  }

  /// The probability of a value of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if standardDeviation == 0 { return x < mean ? 0 : 1 }
    return Self.standardCumulative((x - mean) / standardDeviation)
  }

  /// The probability density at `x`; infinite at the mean of a constant.
  public func density(_ x: Double) -> Double {
    if standardDeviation == 0 { return x == mean ? .infinity : 0 }
    return Self.standardDensity((x - mean) / standardDeviation) / standardDeviation
  }

  /// The probability that a standard normal value is at most `x`.
  ///
  /// Through the complementary error function, so that the lower tail keeps its relative accuracy.
  @inlinable
  public static func standardCumulative(_ x: Double) -> Double {
    0.5 * Double.erfc(x * -0.707106781186547524400844362104849)
  }

  /// The density of a standard normal value at `x`.
  @inlinable
  public static func standardDensity(_ x: Double) -> Double {
    0.398942280401432677939946059934382 * Double.exp(-0.5 * x * x)
  }

  /// The value below which a share `u` of the standard normal distribution lies; infinite at 0 and 1.
  ///
  /// One uniform gives one value and the map is monotone, so common random numbers survive it. Relative error
  /// about 1e-16. Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (1988),
  /// routine PPND16.
  @inlinable
  public static func standardQuantile(_ u: Double) -> Double {
    let centred = u - 0.5
    guard Swift.abs(centred) > 0.425 else { return centred * centralRatio(0.180625 - centred * centred) }
    let tail = centred < 0 ? u : 1 - u
    guard tail > 0 else { return centred < 0 ? -.infinity : .infinity }
    let r = (-Double.log(tail)).squareRoot()
    let size = r <= 5 ? middleRatio(r - 1.6) : farRatio(r - 5)
    return centred < 0 ? -size : size
  }

  /// Wichura's rational function for |u - 1/2| up to 0.425.
  @inlinable
  @inline(__always)
  static func centralRatio(_ r: Double) -> Double {
    var above = 2.5090809287301226727e3
    above = above * r + 3.3430575583588128105e4
    above = above * r + 6.7265770927008700853e4
    above = above * r + 4.5921953931549871457e4
    above = above * r + 1.3731693765509461125e4
    above = above * r + 1.9715909503065514427e3
    above = above * r + 1.3314166789178437745e2
    above = above * r + 3.3871328727963666080
    var below = 5.2264952788528545610e3
    below = below * r + 2.8729085735721942674e4
    below = below * r + 3.9307895800092710610e4
    below = below * r + 2.1213794301586595867e4
    below = below * r + 5.3941960214247511077e3
    below = below * r + 6.8718700749205790830e2
    below = below * r + 4.2313330701600911252e1
    below = below * r + 1
    return above / below
  }

  /// Wichura's rational function for tails down to exp(-25).
  @inlinable
  static func middleRatio(_ r: Double) -> Double {
    var above = 7.74545014278341407640e-4
    above = above * r + 2.27238449892691845833e-2
    above = above * r + 2.41780725177450611770e-1
    above = above * r + 1.27045825245236838258
    above = above * r + 3.64784832476320460504
    above = above * r + 5.76949722146069140550
    above = above * r + 4.63033784615654529590
    above = above * r + 1.42343711074968357734
    var below = 1.05075007164441684324e-9
    below = below * r + 5.47593808499534494600e-4
    below = below * r + 1.51986665636164571966e-2
    below = below * r + 1.48103976427480074590e-1
    below = below * r + 6.89767334985100004550e-1
    below = below * r + 1.67638483018380384940
    below = below * r + 2.05319162663775882187
    below = below * r + 1
    return above / below
  }

  /// Wichura's rational function for tails beyond exp(-25).
  @inlinable
  static func farRatio(_ r: Double) -> Double {
    var above = 2.01033439929228813265e-7
    above = above * r + 2.71155556874348757815e-5
    above = above * r + 1.24266094738807843860e-3
    above = above * r + 2.65321895265761230930e-2
    above = above * r + 2.96560571828504891230e-1
    above = above * r + 1.78482653991729133580
    above = above * r + 5.46378491116411436990
    above = above * r + 6.65790464350110377720
    var below = 2.04426310338993978564e-15
    below = below * r + 1.42151175831644588870e-7
    below = below * r + 1.84631831751005468180e-5
    below = below * r + 7.86869131145613259100e-4
    below = below * r + 1.48753612908506148525e-2
    below = below * r + 1.36929880922735805310e-1
    below = below * r + 5.99832206555887937690e-1
    below = below * r + 1
    return above / below
  }
}
