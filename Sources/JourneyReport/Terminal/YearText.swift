import JourneyDiagnostics
import JourneyExperiments
import JourneyModel

/// A year's figures and what changes do to them, for a terminal.
enum YearText {
  /// A year's arrivals today: figures in rows, channels with their hours below.
  static func today(_ figures: [YearFigure], _ journey: Journey) -> [String] {
    guard !figures.isEmpty else { return [] }
    let words = YearWords(journey)
    var table = TextTable([.left, .right, .left, .left])
    table.add(["", "a year", "95% interval", ""])
    for figure in figures {
      if case .hours = figure.quantity { continue }
      let text = words.text(figure)
      var hours = ""
      if case .contacts(let channel) = figure.quantity,
        let own = figures.first(where: { $0.quantity == .hours(channel: channel) })
      {
        let time = words.text(own)
        hours = "\(time.short) hours" + (time.interval.map { " (\($0))" } ?? "")
      }
      table.add([
        TerminalText.cut(words.label(figure.quantity), to: 40), text.short, text.interval ?? "exact", hours,
      ])
    }
    return table.lines() + (words.leftOut.map { ["  " + DisplayText.safe($0)] } ?? [])
  }
}

extension ComparisonText {
  /// What each change does to a year's first journeys: income, cost to serve, and the contacts it moves most.
  func yearlyChanges(_ rows: [VariantResult]) -> [String] {
    let shown = rows.filter { !$0.year.isEmpty }
    guard !shown.isEmpty else { return [] }
    let words = YearWords(result.journey)
    let quantities: [YearFigure.Quantity] = [.goal, .income, .cost].filter { quantity in
      shown.contains { $0.year.contains { $0.quantity == quantity } }
    }
    var table = TextTable([.left] + quantities.map { _ in .left } + [.left])
    table.add([""] + quantities.map { heading($0, words) } + ["contacts it moves most"])
    for row in shown {
      table.add(
        [TerminalText.cut(row.name, to: 30)]
          + quantities.map { quantity in
            guard let figure = row.year.first(where: { $0.quantity == quantity }) else { return "–" }
            return words.change(figure)?.value ?? "no real change"
          } + [DisplayText.safe(words.contacts(row, today: result.year))]
      )
    }
    return ["", "  " + style.bold("What each changes in a year's first journeys")] + table.lines()
      + (style.isVerbose ? ["  " + YearWords.rule] : [])
  }

  private func heading(_ quantity: YearFigure.Quantity, _ words: YearWords) -> String {
    let currency = result.journey.run.currency
    let label = quantity == .income ? "Income" : words.label(quantity)
    return quantity.unit == .money && !currency.isEmpty ? "\(label), \(currency)" : label
  }
}
