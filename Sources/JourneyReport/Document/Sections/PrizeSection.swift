import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// What all fixes come to together.
  static func prize(_ input: ReportInput) -> ReportSection? {
    guard let whatIf = input.whatIf, let chart = PrizeChart(whatIf) else { return nil }
    let heading = PrizeWords.heading(chart, whatIf)
    func row(_ name: String, _ change: String, _ after: String) -> [ReportTable.Cell] {
      [ReportTable.Cell(Language.sentence(name)), ReportTable.Cell(change), ReportTable.Cell(after)]
    }
    let rows =
      [row(chart.today.name, "", chart.today.text.long)]
      + chart.steps.map { step in
        let text = PrizeWords.text(step)
        return row(step.name, text.value + text.interval, "")
      }
      + [row(chart.all.name, "", chart.all.text.long)]
      + (chart.perfect.map { [row("if every fix were perfect", "", $0.text.long)] } ?? [])
    return ReportSection(
      id: .prize,
      navigation: "All together",
      heading: heading,
      reading: PrizeWords.reading(chart, words: input.words),
      blocks: [.prize(chart)],
      data: ReportTable(
        caption: "From today to all fixes",
        columns: [.words("Step"), .figures(input.words.effectLabel(chart.metric)), .figures("Total")],
        rows: rows
      ),
      notes: [PrizeWords.together]
    )
  }
}
