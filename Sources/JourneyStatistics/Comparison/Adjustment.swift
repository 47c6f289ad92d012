import JourneyProbability

/// What a figure's p-value is worth in the company in which it is shown.
public struct Adjustment: Hashable, Sendable {
  /// The p-value, adjusted by Holm's method (1979) for all figures it was compared beside.
  public var p: Double
  /// How many figures those are.
  public var comparisons: Int
  /// The level at which all statements of a real change hold together.
  public var level: Double

  /// An adjustment from its parts.
  public init(p: Double, comparisons: Int, level: Double = 0.95) {
    self.p = p
    self.comparisons = comparisons
    self.level = level
  }

  /// Whether it may be called a real change.
  public var isReal: Bool { p < 1 - level }
}

extension Multiplicity {
  /// Holm's adjustment of each, in the order given. O(n log n).
  public static func adjustments(_ pValues: [Double], level: Double = 0.95) -> [Adjustment] {
    holm(pValues).map { Adjustment(p: $0, comparisons: pValues.count, level: level) }
  }
}

extension Estimate {
  /// The chance of being at least so far from 0 if the truth is 0, for a number of travellers that was decided
  /// beforehand: two-sided, by Student's t.
  ///
  /// 1 where nothing varies and the figure is 0, 0 where nothing varies and it is not.
  public var pValue: Double {
    guard standardError > 0 else { return mean == 0 ? 1 : 0 }
    let z = -Swift.abs(mean) / standardError
    guard count > 1 else { return Swift.min(1, 2 * Normal.standardCumulative(z)) }
    return Swift.min(1, 2 * StudentT(degrees: Double(count - 1)).tails(z).lower)
  }
}
