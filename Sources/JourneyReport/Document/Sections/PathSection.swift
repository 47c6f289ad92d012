import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// The commonest whole journeys.
  static func paths(_ input: ReportInput) -> ReportSection? {
    guard let ranking = input.paths?.ranking, !ranking.paths.isEmpty else { return nil }
    let whose = PathWords.whose(ranking, input.journey)
    let hasFeelings = ranking.paths.contains { $0.satisfaction != nil }
    return ReportSection(
      id: .paths,
      navigation: "Journeys",
      heading: PathWords.title(ranking, input.journey),
      reading: "Each line is one whole journey, the exact sequence of touchpoints; numbers are ranks. "
        + PathWords.answer(ranking),
      blocks: [
        .routes(input.pictures.paths(ranking)),
        .table(
          ReportTable(
            caption: "The commonest of \(whose)",
            columns: [.words("Journey"), .figures("Travellers"), .figures("Share of \(whose)")]
              + (hasFeelings ? [.figures("Satisfaction")] : []),
            rows: ranking.paths.enumerated().map { place, path in
              [
                ReportTable.Cell("\(place + 1). \(PathWords.steps(path))"),
                ReportTable.Cell(DecimalText.count(path.journeys)),
                ReportTable.Cell(Figure(path.share, in: .share).long),
              ]
                + (hasFeelings
                  ? [ReportTable.Cell(path.satisfaction.map { Figure($0, in: .points).long } ?? "–")] : [])
            }
          )
        ),
      ],
      notes: [PathWords.counting(ranking)].filter { !$0.isEmpty }
    )
  }

  /// Where travellers are, visit by visit.
  static func steps(_ input: ReportInput) -> ReportSection? {
    guard let matrix = input.paths?.steps,
      matrix.touchpoints.contains(where: { $0.counts.contains { $0 > 0 } })
    else { return nil }
    let table = StepTable(matrix, journey: input.journey)
    return ReportSection(
      id: .steps,
      navigation: "Visit by visit",
      heading: table.finding,
      reading:
        "Each column is one visit of a first journey: where travellers are, and how many had ended before, in "
        + "percent of all travellers; every column adds up to 100%.",
      blocks: [.steps(table)],
      notes: [table.folding].filter { !$0.isEmpty }
    )
  }
}
