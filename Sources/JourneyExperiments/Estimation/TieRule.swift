import JourneyProbability

/// When two neighbours of a ranking count as tied.
enum TieRule {
  /// Standard errors by which neighbours must be apart: 95 % simultaneously over all comparisons (Bonferroni).
  static func widening(comparisons: Int) -> Double {
    -Normal.standardQuantile(0.05 / 2 / Double(comparisons))
  }
}
