import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ComparisonText {
  /// What to do, worth most first: value of a year's arrivals, payback, advice, who and how soon.
  var actions: [String] {
    let all = ActionLine.all(result)
    guard !all.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left, .right, .right, .right, .left, .left])
    let currency = result.journey.run.currency
    table.add([
      "", "", "worth a year" + (currency.isEmpty ? "" : ", \(currency)"), "one-off", "payback",
      "a quarter's wait costs", "lead time", "owner",
    ])
    for line in all {
      table.add([
        advice(line.value.advice), TerminalText.cut(line.title, to: 40), line.worth(),
        DecimalText.fixed(line.value.cost, places: 0), line.payback, line.waiting(),
        line.leadTime, TerminalText.cut(line.owner, to: 24),
      ])
    }
    return ["", "  " + style.bold("What to do, by the lifetime value of a year's arrivals")] + table.lines()
      + ["  " + ActionLine.rule]
  }

  private func advice(_ advice: YearlyValue.Advice) -> String {
    switch advice {
    case .go: style.good(advice.rawValue)
    case .testFirst: advice.rawValue
    case .dont: style.bad(advice.rawValue)
    }
  }
}
