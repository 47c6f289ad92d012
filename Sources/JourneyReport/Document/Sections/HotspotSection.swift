import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Where dissatisfaction collects.
  static func hotspots(_ input: ReportInput) -> ReportSection? {
    let touchpoints = input.simulation.touchpoints
    guard touchpoints.contains(where: { $0.dissatisfaction != nil }) else { return nil }
    let table = ReportTable(
      caption: "Where dissatisfaction collects",
      columns: [
        .words("Touchpoint"), .words("Channel"), .figures("Share of all dissatisfaction"),
        .figures("Visits that felt bad"), .figures("Satisfaction"), .words("Pain points"),
      ],
      rows: HotspotWords.ranked(touchpoints).enumerated().map { index, touchpoint in
        let pains = input.simulation.pains.filter { $0.pain.at == touchpoint.name }
        let bad = touchpoint.feelings.prefix(2).reduce(0, +)
        return [
          ReportTable.Cell("\(index + 1). \(touchpoint.name)"), ReportTable.Cell(touchpoint.channel ?? ""),
          ReportTable.Cell(touchpoint.dissatisfaction.map { Figure($0, in: .share).long } ?? "–"),
          ReportTable.Cell(touchpoint.feelings.isEmpty ? "–" : Figure.percent(bad)),
          ReportTable.Cell(touchpoint.satisfaction.map { Figure($0, in: .points).long } ?? "–"),
          ReportTable.Cell(Language.list(pains.map(\.pain.name))),
        ]
      }
    )
    return ReportSection(
      id: .hotspots,
      navigation: "Hotspots",
      heading: HotspotWords.heading(touchpoints),
      reading: "Colour and number: each touchpoint’s share of all that fell short of expectation. "
        + (HotspotWords.rankNote(touchpoints) ?? ""),
      blocks: [.picture(input.pictures.hotspots())],
      data: table,
      notes: [
        "Where dissatisfaction collects is not yet where a fix pays most"
          + (input.whatIf == nil ? "." : ": see what to fix.")
      ]
    )
  }
}
