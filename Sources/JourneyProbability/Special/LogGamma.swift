import RealModule

/// Logarithms of the gamma and beta functions, and what keeps them accurate for large arguments.
public enum LogGamma {
  /// The logarithm of the gamma function at `x` above 0.
  public static func of(_ x: Double) -> Double {
    Double.logGamma(x)
  }

  /// The logarithm of the beta function, a and b above 0.
  ///
  /// Large arguments go through Stirling's remainder, for the difference of three large logarithms would lose
  /// its digits.
  public static func beta(_ a: Double, _ b: Double) -> Double {
    let small = Swift.min(a, b)
    let large = Swift.max(a, b)
    if large < 15 { return of(small) + of(large) - of(small + large) }
    let remainder = stirlingRemainder(large) - stirlingRemainder(small + large)
    if small < 15 {
      // ln gamma(l) - ln gamma(s + l) by Stirling, its large terms combined by hand.
      return of(small) + small - small * Double.log(small + large)
        - (large - 0.5) * Double.log(onePlus: small / large) + remainder
    }
    return 0.9189385332046727 - 0.5 * Double.log(small) + stirlingRemainder(small) + remainder
      - small * Double.log(onePlus: large / small) - (large - 0.5) * Double.log(onePlus: small / large)
  }

  /// ln gamma(x) - [(x - 1/2) ln x - x + ln(2 pi) / 2], the part that Stirling's formula leaves.
  ///
  /// By its asymptotic series from 15 on (relative error below 1e-16 there), directly below.
  static func stirlingRemainder(_ x: Double) -> Double {
    if x < 15 {
      return of(x) - ((x - 0.5) * Double.log(x) - x + 0.9189385332046727)
    }
    let square = x * x
    var series = 1.0 / 156
    series = series / square - 691.0 / 360_360
    series = series / square + 1.0 / 1_188
    series = series / square - 1.0 / 1_680
    series = series / square + 1.0 / 1_260
    series = series / square - 1.0 / 360
    return (series / square + 1.0 / 12) / x
  }
}
