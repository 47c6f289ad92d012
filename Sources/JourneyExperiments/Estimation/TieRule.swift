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

  /// Groups of names whose order the estimates do not settle, from a list that is sorted, the greatest first.
  ///
  /// Each group is led by its best member; another joins it while it cannot be told from the leader. Estimates are
  /// taken as independent, so where they share travellers this errs towards ties.
  static func groups(_ ranked: [(name: String, estimate: Estimate)], _ certainty: Certainty) -> [[String]] {
    let widening = certainty.widening(comparisons: max(1, ranked.count - 1))
    var groups: [[String]] = []
    var leader: Estimate?
    for entry in ranked {
      if let leader, isTied(leader, entry.estimate, widening: widening) {
        groups[groups.count - 1].append(entry.name)
      } else {
        groups.append([entry.name])
        leader = entry.estimate
      }
    }
    return groups.filter { $0.count > 1 }
  }
}
