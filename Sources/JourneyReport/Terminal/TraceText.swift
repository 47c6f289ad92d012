import JourneyDiagnostics
import JourneyEngine
import JourneyModel
import JourneyStatistics

/// One traveller's journey for a terminal; with a variant, both worlds one after the other.
public struct TraceText: Sendable {
  private let journey: Journey
  private let worlds: [(name: String, trace: Trace)]
  private let style: TerminalStyle

  /// Prepares the text of one or more worlds of the same traveller.
  public init(_ journey: Journey, _ worlds: [(name: String, trace: Trace)], style: TerminalStyle) {
    self.journey = journey
    self.worlds = worlds
    self.style = style
  }

  /// The whole text, ending in a line end.
  public var text: String {
    guard let first = worlds.first?.trace else { return "" }
    var lines = [
      style.bold("Traveller \(first.traveller)") + " of \(DisplayText.safe(journey.name)): "
        + "\(DisplayText.safe(first.persona))"
        + (first.satisfaction == nil ? "" : ", expects \(points(first.expectation))")
    ]
    for (name, trace) in worlds {
      lines += ["", style.bold(DisplayText.safe(name).capitalisedFirst)] + steps(trace) + [ending(trace)]
    }
    if worlds.count > 1 { lines += ["", difference] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func steps(_ trace: Trace) -> [String] {
    let hasQuality = trace.satisfaction != nil
    var table = TextTable([.right, .left, .right, .right, .right, .left, .left])
    if hasQuality {
      table.add(["", "", "quality", "felt", "mood", "leave?", ""])
    }
    for (index, step) in trace.steps.enumerated() {
      let leave = step.probabilityToLeave.map { probability in
        probability == 0
          ? "–"
          : Figure.percent(probability)
            + (step.leaveDraw.map { ", drew " + Figure.percent($0) } ?? "")
      }
      table.add([
        String(index + 1), TerminalText.cut(step.touchpoint, to: 28), step.quality.map(points) ?? "",
        step.score.map(points) ?? "", hasQuality ? points(step.mood) : "", leave ?? "", remarks(step),
      ])
    }
    return trace.steps.isEmpty ? ["  went nowhere"] : table.lines()
  }

  private func remarks(_ step: Trace.Step) -> String {
    var parts = step.hits.map { hit in
      "\(DisplayText.safe(hit.pain)) \(DecimalText.minus)\(points(hit.severity))"
        + (hit.delaySeconds > 0 ? " and \(Language.duration(seconds: hit.delaySeconds)) late" : "")
    }
    if step.handoff != 0 {
      parts.append("change of channel \(DecimalText.fixed(step.handoff, places: 0, plus: true))")
    }
    if step.earlierVisits > 0 { parts.append("visit \(step.earlierVisits + 1) here") }
    if step.isForced { parts.append("sent to \(DisplayText.safe(step.next.name))") }
    return parts.joined(separator: "; ")
  }

  private func ending(_ trace: Trace) -> String {
    var parts = ["\(DisplayText.safe(trace.outcome))"]
    if let satisfaction = trace.satisfaction { parts.append("satisfaction \(points(satisfaction))") }
    if let stay = trace.probabilityToStay { parts.append("stays with \(Figure.percent(stay))") }
    if trace.seconds > 0 { parts.append("after \(Language.duration(seconds: trace.seconds))") }
    if trace.cost > 0 { parts.append("cost \(Figure.money(trace.cost, currency: journey.run.currency))") }
    return "  → " + parts.joined(separator: ", ")
  }

  private var difference: String {
    guard let before = worlds.first?.trace, let after = worlds.last?.trace else { return "" }
    guard before.steps != after.steps || before.outcome != after.outcome else {
      return
        "The change makes no difference to this traveller: the draws are the same, and so is the journey."
    }
    let shared = zip(before.steps, after.steps).prefix { $0 == $1 }.count
    let parting =
      shared == 0
      ? "The two worlds part at the first visit."
      : "The two worlds agree for \(Language.count(shared, "visit")), then part."
    guard let old = before.satisfaction, let new = after.satisfaction else { return parting }
    return parting + " Satisfaction \(points(old)) → \(points(new))."
  }

  private func points(_ value: Double) -> String { DecimalText.fixed(value, places: 0) }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
