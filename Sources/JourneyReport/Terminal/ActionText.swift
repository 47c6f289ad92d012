import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ComparisonText {
  /// What to do, worth most first: value of a year's arrivals, payback, advice, who and how soon.
  var actions: [String] {
    let journey = result.journey
    let valued = result.variants.filter { $0.operation == "fix" && $0.painPoints.count == 1 }
      .compactMap { variant in variant.yearlyValue(journey).map { (variant, $0) } }
      .sorted { $0.1.gain.mean > $1.1.gain.mean }
    guard !valued.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left, .right, .left, .left])
    table.add(["", "", "worth a year, \(journey.run.currency)", "payback", "lead time", "owner"])
    for (variant, value) in valued {
      let fix = journey.painPoints.first { $0.name == variant.painPoints.first }?.fix
      table.add([
        advice(value.advice), TerminalText.cut(fix?.name ?? variant.name, to: 40), worth(value),
        value.gain.coversZero ? "–" : value.paybackYears.map(years) ?? "never",
        fix?.leadTimeSeconds.map { Language.duration(seconds: $0) } ?? "",
        fix?.owner.map { TerminalText.cut($0, to: 24) } ?? "",
      ])
    }
    return ["", "  " + style.bold("What to do, by the lifetime value of a year's arrivals")] + table.lines()
      + [
        "  do: pays back within \(Int(YearlyValue.quickYears)) years even at the low end; don't: not within "
          + "\(Int(YearlyValue.slowYears)) even at the high end."
      ]
  }

  private func worth(_ value: YearlyValue) -> String {
    guard !value.gain.coversZero else { return "no real change" }
    let figure = Figure(difference: value.gain, in: .money)
    return figure.value + (figure.interval.map { " (\($0))" } ?? "")
  }

  private func advice(_ advice: YearlyValue.Advice) -> String {
    switch advice {
    case .go: style.good(advice.rawValue)
    case .testFirst: advice.rawValue
    case .dont: style.bad(advice.rawValue)
    }
  }

  private func years(_ years: Double) -> String {
    years < 1.5
      ? "\(DecimalText.fixed(years * 12, places: 0)) months" : "\(DecimalText.fixed(years, places: 1)) years"
  }
}
