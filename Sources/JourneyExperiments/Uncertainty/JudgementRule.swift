import JourneyModel
import JourneyStatistics

/// A rule of the behavioural model that no study settles, put another way.
///
/// The values are the ends of what is sensible for the constant; the memory rules are those that studies support by
/// turns (the mean, peak and end, recency, the worst moment).
public struct JudgementRule: Sendable {
  /// What is different ("memory: the worst moment only").
  public var name: String
  private let change: @Sendable (inout Journey) -> Void

  /// A journey under this rule.
  public func applied(to journey: Journey) -> Journey {
    var journey = journey
    change(&journey)
    return journey
  }

  /// The rules that make a difference to a journey, those under which it stands already left out.
  public static func all(for journey: Journey) -> [JudgementRule] {
    guard journey.hasQuality else { return [] }
    var rules = memory + surprise + mood
    if Set(journey.touchpoints.compactMap(\.channel)).count > 1 { rules += handoffs }
    if journey.retention != nil { rules += odds }
    return rules.filter { $0.applied(to: journey) != journey }
  }

  private static let memory: [JudgementRule] = [
    ("the mean of all moments", (1, 0, 0, 0)), ("peaks and end", (0, 0.25, 0.25, 0.5)),
    ("mostly the last moment", (0.3, 0, 0, 0.7)), ("the worst moment only", (0, 0, 1, 0)),
    ("the language's mixture", (0.5, 0.1, 0.2, 0.2)),
  ].map { (name: String, weights: (Double, Double, Double, Double)) in
    JudgementRule(name: "memory: \(name)") {
      $0.satisfaction.memory.average = weights.0
      $0.satisfaction.memory.best = weights.1
      $0.satisfaction.memory.worst = weights.2
      $0.satisfaction.memory.end = weights.3
    }
  }

  private static let surprise: [JudgementRule] =
    [0.0, 0.25, 0.5].map { gain in
      JudgementRule(name: "surprise gain \(DecimalText.significant(gain))") { $0.satisfaction.gain = gain }
    }
    + [1.0, 2, 2.5].map { loss in
      JudgementRule(name: "loss aversion \(DecimalText.significant(loss))") {
        $0.satisfaction.lossAversion = loss
      }
    }

  /// Personas' own strengths move in proportion; where there is none to scale, the constant is set.
  private static let mood: [JudgementRule] = [0.0, 0.4, 1].map { strength in
    JudgementRule(name: "mood to leave \(DecimalText.significant(strength))") { journey in
      let before = journey.satisfaction.moodToLeave
      journey.satisfaction.moodToLeave = strength
      for index in journey.personas.indices {
        guard let own = journey.personas[index].moodToLeave else { continue }
        journey.personas[index].moodToLeave = before > 0 ? own * strength / before : strength
      }
    }
  }

  private static let handoffs: [JudgementRule] = [0.0, 2].map { factor in
    JudgementRule(
      name: factor == 0 ? "hand-offs cost nothing" : "hand-offs cost twice as much, at most 100 points"
    ) { journey in
      journey.handoffs.standard = Self.held(journey.handoffs.standard * factor)
      for index in journey.handoffs.rules.indices {
        journey.handoffs.rules[index].points = Self.held(journey.handoffs.rules[index].points * factor)
      }
    }
  }

  /// Points that the language allows.
  private static func held(_ points: Double) -> Double { min(100, max(-100, points)) }

  private static let odds: [JudgementRule] = [1, 1.2, 1.4, 1.7].map { factor in
    JudgementRule(name: "odds of staying × \(DecimalText.significant(factor)) per 10 points") {
      $0.retention?.oddsPer10Points = factor
    }
  }
}
