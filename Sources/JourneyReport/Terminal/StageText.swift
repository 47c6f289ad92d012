import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// From stage to stage, and the five A's, for a terminal.
enum StageText {
  /// Of those who come to each stage: who goes on to the next and who reaches the goal; all later stages if asked.
  static func conversions(_ result: SimulationResult, isVerbose: Bool) -> [String] {
    guard result.stages.count > 1 else { return [] }
    let hasGoal = result.stages.contains { $0.goal != nil }
    var table = TextTable([.left, .left, .right, .left, .right, .left])
    table.add([
      "of those who come to", "come to", "", "",
      hasGoal ? MetricWords(result.journey).label(.goal).lowercasedFirst : "", "",
    ])
    for (index, stage) in result.stages.enumerated() {
      let later = result.conversions.filter { $0.from == stage.name }
      let shown = isVerbose ? later : Array(later.prefix(1))
      let goal = stage.goal.map { Figure($0, in: .share) }
      let end = hasGoal ? [goal?.short ?? "–", goal?.interval.map { "(\($0))" } ?? ""] : ["", ""]
      if shown.isEmpty, index > 0 { table.add([DisplayText.safe(stage.name), "", "", ""] + end) }
      for (number, conversion) in shown.enumerated() {
        let share = conversion.share.map { Figure($0, in: .share) }
        table.add(
          [
            number == 0 ? DisplayText.safe(stage.name) : "", DisplayText.safe(conversion.to),
            conversion.share?.mean == 0 ? "nobody" : share?.short ?? "–",
            conversion.share?.mean == 0 ? "" : share?.interval.map { "(\($0))" } ?? "",
          ] + (number == 0 ? end : ["", ""])
        )
      }
    }
    return table.lines()
  }

  /// The five A's with both ratios; nothing where the scenario maps none.
  static func fiveAs(_ steps: [FiveAsEstimate]) -> [String] {
    guard !steps.isEmpty else { return [] }
    var table = TextTable([.left, .left, .right, .left, .left])
    for step in steps {
      let figure = Figure(step.ratio ?? step.reach, in: .share)
      table.add([
        step.step.rawValue, DisplayText.safe(step.place.name), figure.short,
        figure.interval.map { "(\($0))" } ?? "", FiveAsWords.label(step.step),
      ])
    }
    return table.lines()
  }
}
