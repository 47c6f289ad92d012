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
    let fan = RetentionFan(input, periods: curve.count)
    var chart = CurveChart(
      finding: "\(heading): \(Figure(last, in: .share).long) are left",
      period: input.words.periodName,
      points: [.exact(1)] + curve,
      endLabel: Figure(last, in: .share).short
    )
    chart.bands = fan.bands
    chart.others = fan.lines
    let name = input.words.periodName
    let period = name == "period" ? "period of \(input.words.span(1))" : name
    let axis = CurveGeometry.axisStart(
      curve + fan.doubts + fan.lines.flatMap { $0.shares.dropFirst().map(Estimate.exact) }
    )
    let kept = input.simulation.keptCurve
    let showsKept = !kept.isEmpty && input.journey.retention?.base == .goal
    return ReportSection(
      id: .stays,
      navigation: "Who stays",
      heading: heading,
      reading:
        "\(who) Share still there after each \(period)\(fan.bands.isEmpty ? ", with its 95% interval" : "")."
        + fan.reading
        + (axis > 0 ? " The axis starts at \(Figure.percent(axis))." : ""),
      blocks: [.curve(chart)],
      data: ReportTable(
        caption: "Customers who are left",
        columns: [.words("After"), .figures("Of customers")]
          + (showsKept ? [.figures("Of all travellers")] : [])
          + (fan.doubts.isEmpty ? [] : [.figures("With uncertain inputs")])
          + fan.lines.map { .figures(Language.sentence($0.name)) },
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
            + (fan.doubts.isEmpty
              ? [] : [ReportTable.Cell(Figure(fan.doubts[index], in: .share).interval ?? "–")])
            + fan.lines.map { ReportTable.Cell(Figure.plain($0.shares[index + 1], in: .share)) }
        }
      ),
      notes: fan.notes + [
        "Satisfaction and staying go together in studies; that one causes the other is an assumption here."
      ]
    )
  }
}
