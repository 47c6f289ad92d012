import RealModule

/// A share and what is missing to 1, each with its own digits.
@frozen
public struct Tails: Equatable, Sendable {
  /// The part below.
  public var lower: Double
  /// The part above: 1 - lower, but accurate where that would be rounded away.
  public var upper: Double

  /// Two parts that add up to 1.
  @inlinable
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// The regularised incomplete beta function.
public enum IncompleteBeta {
  /// I_x(a, b) and 1 - I_x(a, b), for a, b above 0 and x + y = 1.
  ///
  /// `x` and `y` are both given, so that neither end loses its digits. By its continued fraction, after
  /// reflection to the side where that converges in O(sqrt(max(a, b))) steps; Lentz's method as modified by
  /// Thompson and Barnett (1986). Relative error of the smaller part about 1e-14 for moderate a and b.
  public static func tails(_ a: Double, _ b: Double, x: Double, y: Double) -> Tails {
    if x <= 0 { return Tails(lower: 0, upper: 1) }
    if y <= 0 { return Tails(lower: 1, upper: 0) }
    let weight = density(a, b, x: x, y: y) * x * y
    if x * (a + b + 2) < a + 1 {
      let lower = Swift.min(1, weight / (a * fraction(a, b, x)))
      return Tails(lower: lower, upper: 1 - lower)
    }
    let upper = Swift.min(1, weight / (b * fraction(b, a, y)))
    return Tails(lower: 1 - upper, upper: upper)
  }

  /// The density x^(a-1) y^(b-1) / B(a, b) for x + y = 1, both above 0.
  ///
  /// Small a + b directly; large ones through deviances, after Loader, "Fast and accurate computation of
  /// binomial probabilities" (2000), because the powers would be tiny and the beta function huge.
  public static func density(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    if a + b < 30 {
      return Double.exp((a - 1) * Double.log(x) + (b - 1) * Double.log(y) - LogGamma.beta(a, b))
    }
    let n = a + b
    let remainder =
      LogGamma.stirlingRemainder(n) - LogGamma.stirlingRemainder(a) - LogGamma.stirlingRemainder(b)
    let exponent = remainder - deviance(a, n * x) - deviance(b, n * y)
    return Double.exp(exponent) * (a * b / (2 * Double.pi * n)).squareRoot() / (x * y)
  }

  /// a ln(a / m) + m - a: how far `a` is from what was expected, at least 0.
  static func deviance(_ a: Double, _ m: Double) -> Double {
    let gap = a - m
    guard Swift.abs(gap) < 0.1 * (a + m) else { return a * Double.log(a / m) - gap }
    // The series in v = (a - m) / (a + m), where the direct form would cancel.
    let v = gap / (a + m)
    var sum = gap * v
    var term = 2 * a * v
    for j in 1..<1_000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { return next }
      sum = next
    }
    return sum
  }

  /// The continued fraction itself, its first denominator included.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (Swift.abs(d) < tiny ? tiny : d)
    var value = d
    for step in 1..<100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 + even * d
      d = 1 / (Swift.abs(d) < tiny ? tiny : d)
      c = 1 + even / c
      c = Swift.abs(c) < tiny ? tiny : c
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 + odd * d
      d = 1 / (Swift.abs(d) < tiny ? tiny : d)
      c = 1 + odd / c
      c = Swift.abs(c) < tiny ? tiny : c
      let change = d * c
      value *= change
      if Swift.abs(change - 1) < 1e-16 { break }
    }
    return 1 / value
  }
}
