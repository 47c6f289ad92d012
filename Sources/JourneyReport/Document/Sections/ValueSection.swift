import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Which touchpoints create value, and which erode it.
  static func value(_ input: ReportInput) -> ReportSection? {
    guard let values = input.values, !values.touchpointValues.isEmpty else { return nil }
    let words = ValueWords(values)
    let real = words.ranked.filter { $0.effect != .none }
    let shown = real.count > 2 * each ? Array(real.prefix(each)) + Array(real.suffix(each)) : real
    let left = words.ranked.count - shown.count
    return ReportSection(
      id: .value,
      navigation: "Value",
      heading: words.heading,
      reading:
        "What each touchpoint adds today, against a world in which every visit there is just what people expect.",
      blocks: [table(shown.isEmpty ? Array(words.ranked.prefix(each)) : shown, words, input)],
      data: left > 0 && !shown.isEmpty ? dataTable(words.ranked, words, input) : nil,
      notes: ValueWords.rules
        + ["A touchpoint can feel good and still erode value: what counts is what people expected there."]
    )
  }

  /// Rows shown from either end.
  private static let each = 5

  private static func table(_ values: [TouchpointValue], _ words: ValueWords, _ input: ReportInput)
    -> ReportBlock
  {
    .table(dataTable(values, words, input))
  }

  private static func dataTable(_ values: [TouchpointValue], _ words: ValueWords, _ input: ReportInput)
    -> ReportTable
  {
    let figures = words.figures
    return ReportTable(
      caption: "What touchpoints add to each figure",
      columns: [.words("Touchpoint"), .words("Verdict")]
        + figures.map { .figures(input.words.effectLabel($0)) },
      rows: values.map { value in
        [
          ReportTable.Cell("\(ValueWords.rank(value)) \(value.name)"),
          ReportTable.Cell(words.effect(value), tone: tone(value.effect)),
        ]
          + figures.map { id in
            guard let figure = words.contribution(value, id), let own = value.contribution(id) else {
              return ReportTable.Cell("no real difference", tone: .faint)
            }
            return ReportTable.Cell(figure.long, tone: own.isGood ? .good : .bad)
          }
      }
    )
  }

  private static func tone(_ effect: TouchpointValue.Effect) -> Tone {
    switch effect {
    case .creates: .good
    case .erodes: .bad
    case .mixed: .open
    case .none: .faint
    }
  }
}
