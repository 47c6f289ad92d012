import RealModule

/// The chi-squared distribution, for tests of fit.
public struct ChiSquared: Equatable, Sendable {
  /// Degrees of freedom, above 0.
  public let degrees: Double

  /// A chi-squared distribution.
  public init(degrees: Double) {
    self.degrees = degrees
  }

  /// The probabilities of a value of at most and above `x`.
  ///
  /// The regularised incomplete gamma function: its series below the mean, Legendre's continued fraction above.
  /// Relative error of the smaller part about 1e-13 for up to some thousands of degrees.
  public func tails(_ x: Double) -> Tails {
    guard x > 0 else { return Tails(lower: 0, upper: 1) }
    guard x.isFinite else { return Tails(lower: 1, upper: 0) }
    let a = degrees / 2
    let z = x / 2
    let front = Double.exp(a * Double.log(z) - z - LogGamma.of(a))
    if z < a + 1 {
      let lower = Swift.min(1, front * series(a, z))
      return Tails(lower: lower, upper: 1 - lower)
    }
    let upper = Swift.min(1, front * fraction(a, z))
    return Tails(lower: 1 - upper, upper: upper)
  }

  private func series(_ a: Double, _ z: Double) -> Double {
    var term = 1 / a
    var sum = term
    for n in 1..<100_000 {
      term *= z / (a + Double(n))
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  private func fraction(_ a: Double, _ z: Double) -> Double {
    var b = z + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    for n in 1..<100_000 {
      let numerator = -Double(n) * (Double(n) - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let change = c * d
      value *= change
      if Swift.abs(change - 1) < 1e-16 { break }
    }
    return value
  }

  /// The value below which the lower tail is `u`, for `u` in (0, 1).
  ///
  /// Bisection from the cube of a normal quantile (Wilson and Hilferty 1931), to a relative 1e-12.
  public func quantile(_ u: Double) -> Double {
    let shrink = 2 / (9 * degrees)
    let root = Swift.max(0.05, 1 - shrink + Normal.standardQuantile(u) * shrink.squareRoot())
    var (low, high) = (degrees * root * root * root, degrees * root * root * root)
    while tails(low).lower > u { low /= 2 }
    while tails(high).lower < u { high *= 2 }
    while high - low > 1e-12 * high {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if tails(middle).lower < u { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
