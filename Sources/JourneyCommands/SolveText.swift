import Foundation
import JourneyExact
import JourneyModel

/// The answer of `journey solve` as a table for people.
struct SolveText {
  /// The most touchpoints listed.
  private static let mostPlaces = 40

  private(set) var text = ""

  init(_ answer: ExactAnswer, journey: Journey, variant: String?, file: String) {
    let parts = [
      Self.counted(journey.touchpoints.count, "touchpoint"),
      Self.counted(journey.painPoints.count, "pain point"),
      Self.counted(journey.personas.count, "persona"),
    ]
    line("\(journey.name), \(variant ?? "today"), solved exactly: \(parts.joined(separator: ", "))")
    if let reason = answer.reason {
      line("A simulation will differ: \(reason). Left out here.")
    } else {
      line("A simulation must agree with these figures.")
    }

    line("\n  How journeys end")
    for ending in answer.outcomes where ending.probability > 0 || ending.kind == .goal {
      let share = Self.padded(Self.share(ending.probability), 14, left: true)
      line("    \(Self.padded(ending.name, 24))\(share)   \(ending.kind.rawValue)")
    }

    line("\n  A journey takes")
    figure("visits", answer.steps)
    if journey.touchpoints.contains(where: { $0.takes != nil }) || answer.minutes > 0 {
      figure("minutes", answer.minutes)
    }
    if answer.cost != 0 { figure("cost", answer.cost, unit: journey.run.currency) }

    let places = answer.touchpoints.filter { $0.visits > 0 }.sorted { $0.visits > $1.visits }
    let width = max(24, min(48, places.map(\.name.count).max() ?? 0))
    line("\n  \(Self.padded("Touchpoint", width))      visits       reached   goals lost without")
    for place in places.prefix(Self.mostPlaces) {
      line(
        "  \(Self.padded(place.name, width))\(Self.padded(Self.number(place.visits), 12, left: true))"
          + Self.padded(place.reach.map(Self.share) ?? "–", 14, left: true)
          + Self.padded(place.dependence.map(Self.share) ?? "–", 21, left: true)
      )
    }
    if places.count > Self.mostPlaces { line("  … \(places.count - Self.mostPlaces) more with --json") }
    line("\nNext: journey simulate \(file)")
  }

  /// Adds a line; control characters of names never reach a terminal.
  private mutating func line(_ content: String) {
    for scalar in content.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    text += "\n"
  }

  private mutating func figure(_ name: String, _ value: Double, unit: String = "") {
    let shown = Self.padded(Self.number(value), 14, left: true)
    line("    \(Self.padded(name, 24))\(shown)\(unit.isEmpty ? "" : "   \(unit)")")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(left ? 1 : 0, width - text.count))
    return left ? space + text : text + (space.isEmpty ? " " : space)
  }

  /// Four decimals, or six digits of a large number.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "never ends" }
    return String(format: value >= 100_000 ? "%.0f" : "%.4f", value)
  }

  /// A percentage with four decimals; what is rarer is said as one in so many.
  private static func share(_ value: Double) -> String {
    guard value > 0, value < 0.000_1 else { return String(format: "%.4f%%", value * 100) }
    let one = (1 / value).rounded()
    return one < 1e9 ? "1 in \(Int(one))" : String(format: "1 in %.1e", one)
  }
}
