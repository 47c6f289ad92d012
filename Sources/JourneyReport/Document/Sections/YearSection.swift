import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// What a year's arrivals come to: people, money, contacts and the time they take.
  static func year(_ input: ReportInput) -> ReportSection? {
    let figures = input.simulation.year
    guard let travellers = figures.figure(.travellers) else { return nil }
    let words = YearWords(input.journey)
    return ReportSection(
      id: .year,
      navigation: "A year",
      heading: heading(figures, words, travellers, input),
      reading: "The first journeys of a year's arrivals, as things stand today.",
      blocks: [.table(table(figures, words))],
      data: changes(input, words),
      notes: [YearWords.rule] + (words.leftOut.map { [$0] } ?? []) + ["Intervals hold simulation noise only."]
    )
  }

  private static func heading(
    _ figures: [YearFigure],
    _ words: YearWords,
    _ travellers: Estimate,
    _ input: ReportInput
  ) -> String {
    let start = "\(DecimalText.fixed(travellers.mean, places: 0)) travellers a year"
    guard let cost = figures.first(where: { $0.quantity == .cost }) else { return start }
    return "\(start) cost \(words.text(cost).short) to serve"
  }

  private static func table(_ figures: [YearFigure], _ words: YearWords) -> ReportTable {
    ReportTable(
      caption: "A year's arrivals",
      columns: [.words("Figure"), .figures("A year"), .figures("Hours a year")],
      rows: figures.compactMap { figure in
        if case .hours = figure.quantity { return nil }
        var hours = ""
        if case .contacts(let channel) = figure.quantity,
          let own = figures.first(where: { $0.quantity == .hours(channel: channel) })
        {
          hours = words.text(own).long
        }
        return [
          ReportTable.Cell(words.label(figure.quantity)), ReportTable.Cell(words.text(figure).long),
          ReportTable.Cell(hours),
        ]
      }
    )
  }

  /// What every fix and variant changes in a year, figure by figure.
  private static func changes(_ input: ReportInput, _ words: YearWords) -> ReportTable? {
    let fixes = input.whatIf?.variants.filter { $0.operation == "fix" } ?? []
    let rows = (fixes + (input.variants?.variants ?? [])).filter { !$0.year.isEmpty }
    // Customers kept stand with the fixes already, and nobody serves a message.
    let quantities = input.simulation.year.map(\.quantity).filter { quantity in
      switch quantity {
      case .travellers, .kept, .messages: false
      default: true
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      caption: "Changes a year by fix and variant, paired",
      columns: [.words("Change")] + quantities.map { .figures(words.label($0)) },
      rows: rows.map { row in
        [ReportTable.Cell(row.name)]
          + quantities.map { quantity in
            guard let figure = row.year.first(where: { $0.quantity == quantity }) else {
              return ReportTable.Cell("–", tone: .faint)
            }
            guard let change = words.change(figure) else {
              return ReportTable.Cell("no real change", tone: .faint)
            }
            let tone: Tone =
              quantity.higherIsBetter.map { (figure.estimate.mean > 0) == $0 ? .good : .bad } ?? .plain
            return ReportTable.Cell(change.long, tone: tone)
          }
      }
    )
  }
}
