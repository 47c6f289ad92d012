import Foundation
import JourneyModel

/// The time distribution fitted to the stays at one touchpoint, and how it was chosen.
public struct StayLaw: Sendable, Hashable {
  /// What the law reproduces.
  public enum Basis: Sendable, Hashable {
    /// All stays are equal.
    case constant
    /// The observed median and 90th percentile.
    case medianAndP90
    /// The observed median and mean, since a lognormal through the 90th percentile would miss the mean widely.
    case medianAndMean
    /// The observed mean alone, since no lognormal has the observed median.
    case meanAlone
  }

  /// How far the mean of a lognormal through median and 90th percentile may be from the observed one, as a factor.
  public static let meanTolerance = 1.5
  /// The 90th percentile of the standard normal distribution.
  private static let normalP90 = 1.2815515655446004

  /// The law.
  public var law: DurationLaw
  /// What it reproduces.
  public var basis: Basis

  /// Fits a law to observed stays; nil where there are none, or none that lasted.
  ///
  /// A lognormal through the median m and the 90th percentile q has the mean m exp(s²/2), s = ln(q/m) / 1.2816.
  /// Nights and weekends make real stays longer-tailed than any lognormal body: where that mean is off by more than
  /// half, the law keeps median and mean instead, s = sqrt(2 ln(mean/m)), so that totals of time stay right.
  public init?(_ stays: Durations) {
    guard let median = stays.quantileSeconds(0.5), let p90 = stays.quantileSeconds(0.9),
      let mean = stays.meanSeconds, let longest = stays.quantileSeconds(1),
      let shortest = stays.quantileSeconds(0), longest > 0
    else { return nil }
    if longest == shortest {
      self.init(law: .fixed(seconds: mean), basis: .constant)
      return
    }
    guard median > 0, mean > median || p90 > median else {
      self.init(law: .fixed(seconds: mean), basis: .meanAlone)
      return
    }
    if p90 > median {
      let spread = log(p90 / median) / Self.normalP90
      let implied = median * exp(spread * spread / 2)
      if implied <= mean * Self.meanTolerance, mean <= implied * Self.meanTolerance {
        self.init(law: .lognormal(medianSeconds: median, p90Seconds: p90), basis: .medianAndP90)
        return
      }
    }
    guard mean > median else {
      self.init(law: .fixed(seconds: mean), basis: .meanAlone)
      return
    }
    let upper = median * exp(Self.normalP90 * sqrt(2 * log(mean / median)))
    self.init(law: .lognormal(medianSeconds: median, p90Seconds: upper), basis: .medianAndMean)
  }

  private init(law: DurationLaw, basis: Basis) {
    self.law = law
    self.basis = basis
  }
}
