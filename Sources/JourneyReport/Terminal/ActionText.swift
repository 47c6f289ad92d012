import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ComparisonText {
  /// What to do, worth most first: value of a year's arrivals, payback, advice, who and how soon.
  var actions: [String] {
    let all = ActionLine.all(result)
    guard !all.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left, .right, .left, .left])
    table.add(["", "", "worth a year, \(result.journey.run.currency)", "payback", "lead time", "owner"])
    for line in all {
      table.add([
        advice(line.value.advice), TerminalText.cut(line.title, to: 40), line.worth(), line.payback,
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
