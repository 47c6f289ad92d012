import JourneyDiagnostics
import JourneyExperiments
import JourneyModel

extension OperationText {
  /// Which touchpoints create value: rank, class and what each adds to every figure.
  func values(_ comparison: ComparisonResult) -> [String] {
    let words = ValueWords(comparison)
    let names = MetricWords(comparison.journey)
    var table = TextTable([.right, .left, .left] + words.figures.map { _ in .left })
    table.add(["", "", ""] + words.figures.map(names.effectLabel))
    for value in words.ranked {
      table.add(
        [ValueWords.rank(value), TerminalText.cut(value.name, to: 28), verdict(value)]
          + words.figures.map { id in
            words.contribution(value, id).map { $0.value + ($0.interval.map { " (\($0))" } ?? "") } ?? "–"
          }
      )
    }
    let mixed = words.ranked.filter { $0.effect == .mixed }
    let trades = mixed.map { "\(DisplayText.safe($0.name)) \(DisplayText.safe(words.trade($0) ?? ""))." }
    return table.lines() + (trades + ValueWords.rules).map { "  " + $0 }
  }

  private func verdict(_ value: TouchpointValue) -> String {
    switch value.effect {
    case .creates: style.good("✓ creates value")
    case .erodes: style.bad("✗ erodes value")
    case .mixed: "± mixed"
    case .none: value.effect.rawValue
    }
  }
}
