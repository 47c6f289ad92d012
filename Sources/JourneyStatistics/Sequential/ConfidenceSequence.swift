import RealModule

/// Intervals that all hold at once, however often and whenever one looks at a growing run.
///
/// With t travellers, standard deviation s and r = t rho^2, the mean lies within
/// `s / sqrt(t) * sqrt(2 (r + 1) / r * ln(sqrt(r + 1) / alpha))`
/// of what was seen, at every look, with probability 1 - alpha: an asymptotic confidence sequence
/// (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, 2024). So a run may be looked at and stopped when it is precise
/// enough, which intervals for a fixed number of travellers do not allow.
public struct ConfidenceSequence: Hashable, Sendable {
  /// The level at which all intervals hold together.
  public let level: Double
  /// rho^2: the variance, per traveller, of the mixture behind the sequence.
  public let mixing: Double

  /// About how many travellers runs take; the sequence is tightest there, and nowhere much wider.
  public static let usualCount = 100_000.0

  /// A sequence that is tightest at a number of travellers, which must be chosen before the run.
  ///
  /// rho = sqrt((-2 ln alpha + ln(-2 ln alpha + 1)) / count), from the same paper.
  public init(level: Double = 0.95, tunedFor count: Double = usualCount) {
    let twice = -2 * Double.log(1 - level)
    self.init(level: level, mixing: (twice + Double.log(twice + 1)) / count)
  }

  private init(level: Double, mixing: Double) {
    self.level = level
    self.mixing = mixing
  }

  /// The same sequence for one of `count` figures that hold together (Bonferroni).
  public func shared(by count: Int) -> ConfidenceSequence {
    ConfidenceSequence(level: Multiplicity.level(level, shared: count), mixing: mixing)
  }

  /// The half-width after `count` travellers, in standard errors (1.96 if one looked only once).
  public func multiple(at count: Int) -> Double {
    let r = Double(Swift.max(1, count)) * mixing
    return (2 * (r + 1) / r * (Double.log(r + 1) / 2 - Double.log(1 - level))).squareRoot()
  }

  /// The p-value, valid at every look, of a distance from 0 of `z` standard errors after `count` travellers.
  ///
  /// It is below 1 - level exactly where the interval excludes 0.
  public func pValue(_ z: Double, at count: Int) -> Double {
    let r = Double(Swift.max(1, count)) * mixing
    return Swift.min(1, Double.exp(Double.log(r + 1) / 2 - z * z * r / (2 * (r + 1))))
  }

  /// The number of travellers after which the half-width is at most `halfWidth`; nil beyond 10^12.
  ///
  /// - Parameters:
  ///   - halfWidth: above 0, in the figure's unit.
  ///   - deviation: the standard deviation of a traveller's contribution, in the same unit.
  public func count(toReach halfWidth: Double, deviation: Double) -> Int? {
    guard halfWidth > 0 else { return nil }
    func reaches(_ count: Int) -> Bool {
      deviation * multiple(at: count) <= halfWidth * Double(count).squareRoot()
    }
    var high = 1
    while !reaches(high) {
      high *= 2
      if high > 1_000_000_000_000 { return nil }
    }
    var low = high / 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension Estimate {
  /// The same figure with the interval of a sequence after so many travellers; exact answers stay as they are.
  ///
  /// A share gets Wilson's interval with the sequence's multiple in place of the normal quantile, so that a share of
  /// 0 or 1 has an interval too.
  public func alwaysValid(_ sequence: ConfidenceSequence, after travellers: Int) -> Estimate {
    guard kind != .exact else { return self }
    let multiple = sequence.multiple(at: travellers)
    var copy = self
    copy.level = sequence.level
    if kind == .share, count > 0, mean >= 0, mean <= 1 {
      (copy.low, copy.high) = Self.wilson(mean, Double(count), multiple)
    } else {
      let reach = standardError == 0 ? 0 : standardError * multiple
      copy.low = mean - reach
      copy.high = mean + reach
    }
    return copy
  }
}
