import JourneyExact
import JourneyModel
import JourneyStatistics

/// Compares a run with the exact answer, where there is one.
enum ExactCheck {
  /// The simultaneous level of the whole check.
  static let level = 0.9999
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
    let shares = Dictionary(uniqueKeysWithValues: outcomes.map { ($0.outcome.name, $0.counted) })
    let visits = Dictionary(uniqueKeysWithValues: touchpoints.map { ($0.name, $0.visits) })
    var check = AgreementCheck(level: level)
    for ending in answer.outcomes {
      guard let share = shares[ending.name] else { continue }
      check.add(
        "outcome \(ending.name)",
        successes: Int((share.mean * Double(travellers)).rounded()),
        of: travellers,
        exact: min(1, max(0, ending.probability))
      )
    }
    for place in answer.touchpoints where place.visits * Double(travellers) >= leastVisits {
      guard let estimate = visits[place.name] else { continue }
      check.add("visits of \(place.name)", estimate, exact: place.visits)
    }
    let lines = check.rows.map { row in
      // Where both sides are certain there are no standard errors to count in: they are equal or they are not.
      let z = row.z ?? (row.pValue < check.threshold ? .infinity : 0)
      return ExactComparison.Line(label: row.id, exact: row.exact, simulated: row.simulated, z: z)
    }
    return ExactComparison(
      applies: true,
      reason: nil,
      lines: lines,
      agrees: check.agrees,
      greatestZ: lines.map { abs($0.z) }.max() ?? 0
    )
  }
}
