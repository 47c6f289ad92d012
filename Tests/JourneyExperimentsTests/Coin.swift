import JourneyModel
import JourneyTestSupport

/// Journeys that reach their goal with a chance p, exactly.
enum Coin {
  /// - Parameter steps: steps before the one that decides; as draws are of steps, other numbers bring other luck.
  static func journey(_ p: Double, after steps: Int = 0) -> Journey {
    var rows = ["toss": ["buy": p, "leave": 1 - p]]
    for step in 0..<steps { rows["step \(step)"] = [step + 1 < steps ? "step \(step + 1)" : "toss": 1] }
    return SampleJourneys.chain(start: [steps > 0 ? "step 0" : "toss": 1], rows: rows, goals: ["buy"])
  }
}
