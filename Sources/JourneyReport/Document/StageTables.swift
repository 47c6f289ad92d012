import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// From stage to stage, and the five A's, as tables of a report.
enum StageTables {
  /// Of those who come to a stage: who comes to each later one, and who reaches the goal.
  static func conversions(_ input: ReportInput) -> ReportTable? {
    let stages = input.simulation.stages
    guard stages.count > 1, !input.simulation.conversions.isEmpty else { return nil }
    let hasGoal = stages.contains { $0.goal != nil }
    let later = stages.dropFirst().map(\.name)
    return ReportTable(
      caption: "Of those who come to a stage, the share who come to a later one",
      columns: [.words("Of those who come to")] + later.map { .figures($0) }
        + (hasGoal ? [.figures(input.words.label(.goal))] : []),
      rows: stages.map { stage in
        [ReportTable.Cell(stage.name)]
          + later.map { name in
            let share = input.simulation.conversions.first { $0.from == stage.name && $0.to == name }?.share
            return ReportTable.Cell(share.map { Figure($0, in: .share).long } ?? "", tone: .plain)
          }
          + (hasGoal ? [ReportTable.Cell(stage.goal.map { Figure($0, in: .share).long } ?? "–")] : [])
      }
    )
  }

  /// The five A's with both ratios.
  static func fiveAs(_ input: ReportInput) -> ReportTable? {
    let steps = input.simulation.fiveAs
    guard !steps.isEmpty else { return nil }
    return ReportTable(
      caption: "The five A's",
      columns: [.words("Step"), .words("Stands for"), .figures("Share"), .words("What it is")],
      rows: steps.map { step in
        [
          ReportTable.Cell(step.step.rawValue), ReportTable.Cell(step.place.name),
          ReportTable.Cell(Figure(step.ratio ?? step.reach, in: .share).long),
          ReportTable.Cell(FiveAsWords.label(step.step)),
        ]
      }
    )
  }
}
