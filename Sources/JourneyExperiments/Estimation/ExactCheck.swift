import JourneyExact
import JourneyModel
import JourneyProbability
import JourneyStatistics

/// Compares a run with the exact answer, where there is one.
enum ExactCheck {
  /// The error probability of the whole check, shared out evenly among its comparisons (Bonferroni).
  static let errorProbability = 1e-4
  /// Below this many expected visits a mean is not compared: its distribution is too far from normal.
  static let leastVisits = 1_000.0

  /// The comparison of all outcomes and of every touchpoint that is visited often enough.
  static func compare(
    _ answer: ExactAnswer?,
    travellers: Int,
    outcomes: [OutcomeEstimate],
    touchpoints: [TouchpointEstimate]
  ) -> ExactComparison {
    guard let answer else {
      return ExactComparison(
        applies: false,
        reason: "the graph is too large and tangled to be solved in a gigabyte",
        lines: [],
        agrees: true,
        greatestZ: 0
      )
    }
    guard answer.applies else {
      return ExactComparison(
        applies: false,
        reason: answer.reason,
        lines: [],
        agrees: true,
        greatestZ: 0
      )
    }
    var lines: [ExactComparison.Line] = []
    var smallest = 1.0
    for ending in answer.outcomes {
      guard let estimate = outcomes.first(where: { $0.outcome.name == ending.name }) else { continue }
      let count = Int((estimate.share.mean * Double(travellers)).rounded())
      let exact = min(1, max(0, ending.probability))
      lines.append(
        .init(
          label: "outcome \(ending.name)",
          exact: exact,
          simulated: estimate.share.mean,
          z: z(estimate.share.mean - exact, (exact * (1 - exact) / Double(travellers)).squareRoot())
        )
      )
      smallest = min(smallest, pValue(count, of: travellers, probability: exact))
    }
    for place in answer.touchpoints {
      guard let estimate = touchpoints.first(where: { $0.name == place.name }) else { continue }
      guard place.visits * Double(travellers) >= leastVisits else { continue }
      let z = z(estimate.visits.mean - place.visits, estimate.visits.standardError)
      lines.append(
        .init(
          label: "visits of \(place.name)",
          exact: place.visits,
          simulated: estimate.visits.mean,
          z: z
        )
      )
      smallest = min(smallest, 2 * Normal.standardCumulative(-abs(z)))
    }
    return ExactComparison(
      applies: true,
      reason: nil,
      lines: lines,
      agrees: smallest >= errorProbability / Double(max(1, lines.count)),
      greatestZ: lines.map { abs($0.z) }.max() ?? 0
    )
  }

  /// A difference in standard errors; none where both sides are certain and equal (up to rounding).
  private static func z(_ difference: Double, _ error: Double) -> Double {
    if abs(difference) < 1e-9 { return 0 }
    return error > 0 ? difference / error : (difference > 0 ? .infinity : -.infinity)
  }

  /// The two-sided exact binomial probability of a count as far out as this one.
  private static func pValue(_ count: Int, of n: Int, probability: Double) -> Double {
    if probability < 1e-15 { return count == 0 ? 1 : 0 }
    if probability > 1 - 1e-15 { return count == n ? 1 : 0 }
    return Binomial(trials: n, probability: probability).twoSidedP(count)
  }
}
