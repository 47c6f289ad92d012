import JourneyProbability
import JourneyStatistics

/// When two entries of a ranking count as tied.
enum TieRule {
  /// Standard errors by which entries must be apart: 95 % simultaneously over all comparisons (Bonferroni).
  static func widening(comparisons: Int) -> Double {
    -Normal.standardQuantile(0.05 / 2 / Double(comparisons))
  }

  /// Whether the smaller effect cannot be told from the greater one.
  static func isTied(_ greater: Estimate, _ smaller: Estimate, widening: Double) -> Bool {
    let error =
      (greater.standardError * greater.standardError + smaller.standardError * smaller.standardError)
      .squareRoot()
    return greater.mean - smaller.mean <= widening * error
  }
}
