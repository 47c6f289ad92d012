import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What the stages feel like with all fixes done, beside today.
enum TargetFeelings {
  /// The mean of a stage's visits with all fixes done, in points.
  static func mean(_ stage: StageEstimate, _ input: ReportInput) -> Double? {
    guard stage.satisfaction != nil else { return nil }
    return input.target?.stages.first { $0.name == stage.name }?.satisfaction?.mean
  }

  /// Both means stage by stage; nil where there is nothing to set beside today.
  static func table(_ input: ReportInput) -> ReportTable? {
    guard let target = input.target, target.stages.contains(where: { $0.satisfaction != nil }) else {
      return nil
    }
    func cell(_ felt: Estimate?) -> ReportTable.Cell {
      ReportTable.Cell(felt.map { Figure($0, in: .points).long } ?? "–")
    }
    return ReportTable(
      // The difference's own interval would take both worlds in one run; a wrong one is worse than none.
      caption:
        "Mean satisfaction of visits by stage, in points. The same travellers with the same luck in both worlds: "
        + "the difference is surer than both intervals suggest, and has none of its own here.",
      columns: [.words("Stage"), .figures("Today"), .figures("With all fixes"), .figures("Difference")],
      rows: input.simulation.stages.map { stage in
        let fixed = target.stages.first { $0.name == stage.name }?.satisfaction
        let difference = stage.satisfaction.flatMap { today in fixed.map { $0.mean - today.mean } }
        return [
          ReportTable.Cell(stage.name), cell(stage.satisfaction), cell(fixed),
          ReportTable.Cell(difference.map { DecimalText.fixed($0, places: 1, plus: true) } ?? "–"),
        ]
      }
    )
  }
}
