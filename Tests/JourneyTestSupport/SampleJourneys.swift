import JourneyModel

/// Small journeys with known answers, for tests of any room.
public enum SampleJourneys {
  /// The oracle chain K4: landing, product, basket and help; bought or left.
  ///
  /// P(buy) from each state .2158750170, .2999182227 (product), .6309118168 (basket), .3592408341 (help).
  public static let k4 = chain(
    start: ["landing": 1],
    rows: [
      "landing": ["product": 0.60, "help": 0.10, "leave": 0.30],
      "product": ["landing": 0.20, "basket": 0.35, "help": 0.10, "leave": 0.35],
      "basket": ["product": 0.15, "help": 0.10, "buy": 0.55, "leave": 0.20],
      "help": ["product": 0.40, "basket": 0.30, "buy": 0.05, "leave": 0.25],
    ],
    goals: ["buy"]
  )

  /// A gambler with `start` coins who plays until `goal` coins or ruin, winning each round with probability p.
  ///
  /// P(goal) = (1 - r^start) / (1 - r^goal) with r = (1 - p) / p (start / goal for p = 1/2).
  public static func gambler(winning p: Double, start: Int, goal: Int) -> Journey {
    var rows: [String: [String: Double]] = [:]
    for coins in 1..<goal {
      rows["\(coins) coins"] = [
        coins == goal - 1 ? "rich" : "\(coins + 1) coins": p,
        coins == 1 ? "ruined" : "\(coins - 1) coins": 1 - p,
      ]
    }
    return chain(start: ["\(start) coins": 1], rows: rows, goals: ["rich"], losses: ["ruined"])
  }

  /// A journey from rows of weights; a name that has no row is an outcome.
  public static func chain(
    start: [String: Double],
    rows: [String: [String: Double]],
    goals: Set<String>,
    losses: Set<String> = []
  ) -> Journey {
    func row(_ weights: [String: Double]) -> PathRow {
      PathRow(
        weights.sorted { $0.key.precedesCanonically($1.key) }.map { name, weight in
          .init(to: rows[name] == nil ? .outcome(name) : .touchpoint(name), weight: weight)
        }
      )
    }
    var outcomes = (goals.sorted() + losses.sorted()).map {
      Outcome(name: $0, kind: goals.contains($0) ? .goal : .loss)
    }
    outcomes += [
      Outcome(name: Outcome.leaveName, kind: .loss), Outcome(name: Outcome.timedOutName, kind: .neutral),
    ]
    return Journey(
      name: "Chain",
      touchpoints: rows.keys.sorted().map { Touchpoint(name: $0) },
      outcomes: outcomes,
      paths: Paths(start: row(start), rows: rows.mapValues(row))
    )
  }
}
