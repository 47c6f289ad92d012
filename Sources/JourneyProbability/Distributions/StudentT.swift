import RealModule

/// Student's t distribution.
public struct StudentT: Equatable, Sendable {
  /// Degrees of freedom, above 0.
  public let degrees: Double

  /// A t distribution.
  public init(degrees: Double) {
    self.degrees = degrees
  }

  /// The probabilities of a value of at most and above `t`.
  public func tails(_ t: Double) -> Tails {
    let square = t * t
    let x = degrees / (degrees + square)
    let y = square / (degrees + square)
    let outside = 0.5 * IncompleteBeta.tails(degrees / 2, 0.5, x: x, y: y).lower
    return t < 0 ? Tails(lower: outside, upper: 1 - outside) : Tails(lower: 1 - outside, upper: outside)
  }

  /// The probability of a value of at most `t`.
  public func cumulative(_ t: Double) -> Double { tails(t).lower }

  /// The value exceeded with probability `tail` in (0, 1/2]: the half-width of an interval in standard errors.
  ///
  /// Beyond a thousand degrees by the expansion around the normal quantile (Fisher and Cornish, 1960), whose
  /// error there is below 1e-9 for any level in use; below that by halving an interval that holds the answer.
  public func upperQuantile(tail: Double) -> Double {
    let z = -Normal.standardQuantile(tail)
    if degrees > 1_000 { return expansion(z) }
    var low = 0.0
    var high = Swift.max(1, z)
    while tails(high).upper > tail && high < 1e300 { high *= 2 }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if tails(middle).upper > tail { low = middle } else { high = middle }
    }
    return high
  }

  /// The value below which a share `u` lies, 0 < u < 1.
  public func quantile(_ u: Double) -> Double {
    u < 0.5 ? -upperQuantile(tail: u) : upperQuantile(tail: 1 - u)
  }

  private func expansion(_ z: Double) -> Double {
    let s = z * z
    let first = (s + 1) / 4
    let second = ((5 * s + 16) * s + 3) / 96
    let third = (((3 * s + 19) * s + 17) * s - 15) / 384
    let fourth = ((((79 * s + 776) * s + 1_482) * s - 1_920) * s - 945) / 92_160
    let n = degrees
    return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n)
  }
}
