/// Which of several could be the best: multiple comparisons with the best (Hsu, 1984).
public enum BestOf {
  /// How far one of them can be behind, or ahead of, the best of the others.
  public struct Interval: Hashable, Sendable {
    /// At most 0: this much worse than the best of the others at the most.
    public var low: Double
    /// At least 0: this much better than the best of the others at the most.
    public var high: Double

    /// An interval between its ends.
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }

    /// Whether it may be the best, or one of several that are.
    public var mayBeBest: Bool { high > 0 || low == 0 }
    /// Whether it is the best: it is behind no other.
    public var isBest: Bool { low == 0 }
  }

  /// The interval of each, larger being better, from all differences and the half-widths of their intervals.
  ///
  /// `[-(min over j of D_ij - w_ij)^-, (min over j of D_ij + w_ij)^+]` with `D_ij` = mean of i minus mean of j. They
  /// hold together at the level at which all intervals `D_ij ± w_ij` hold together; with one width for all it is
  /// the textbook's form. One alone is the best. O(k^2).
  ///
  /// - Parameters:
  ///   - differences: `differences[i][j]`; the diagonal is not looked at.
  ///   - halfWidths: `halfWidths[i][j]`, likewise.
  public static func intervals(differences: [[Double]], halfWidths: [[Double]]) -> [Interval] {
    differences.indices.map { i in
      var lower = Double.infinity
      var upper = Double.infinity
      for j in differences.indices where j != i {
        lower = Swift.min(lower, differences[i][j] - halfWidths[i][j])
        upper = Swift.min(upper, differences[i][j] + halfWidths[i][j])
      }
      guard lower.isFinite || upper.isFinite else { return Interval(low: 0, high: 0) }
      return Interval(low: Swift.min(0, lower), high: Swift.max(0, upper))
    }
  }
}
