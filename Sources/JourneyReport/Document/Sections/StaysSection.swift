import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Who stays, and for how long.
  static func stays(_ input: ReportInput) -> ReportSection? {
    let curve = input.simulation.retentionCurve
    guard let last = curve.last, curve.count > 1 else { return nil }
    let heading = RetentionWords.heading(curve, words: input.words)
    let who =
      input.journey.retention?.base == .everyone
      ? "All travellers are customers already."
      : "Customers are travellers who reached \(input.words.goalName)."
    let chart = CurveChart(
      finding: "\(heading): \(Figure(last, in: .share).long) are left",
      period: input.words.periodName,
      points: [.exact(1)] + curve,
      endLabel: Figure(last, in: .share).short
    )
    let name = input.words.periodName
    let period = name == "period" ? "period of \(input.words.span(1))" : name
    let axis = CurveGeometry.axisStart(curve)
    let kept = input.simulation.keptCurve
    let showsKept = !kept.isEmpty && input.journey.retention?.base == .goal
    return ReportSection(
      id: .stays,
      navigation: "Who stays",
      heading: heading,
      reading: "\(who) Share still there after each \(period), with its 95% interval."
        + (axis > 0 ? " The axis starts at \(Figure.percent(axis))." : ""),
      blocks: [.curve(chart)],
      data: ReportTable(
        caption: "Customers who are left",
        columns: [.words("After"), .figures("Of customers")]
          + (showsKept ? [.figures("Of all travellers")] : []),
        rows: curve.enumerated().map { index, estimate in
          [
            ReportTable.Cell(input.words.span(index + 1)),
            ReportTable.Cell(Figure(estimate, in: .share).long),
          ]
            + (showsKept
              ? [
                ReportTable.Cell(
                  kept.indices.contains(index) ? Figure(kept[index], in: .share).long : "–"
                )
              ]
              : [])
        }
      ),
      notes: [
        "Satisfaction and staying go together in studies; that one causes the other is an assumption here."
      ]
    )
  }
}
