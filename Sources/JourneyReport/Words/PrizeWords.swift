import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what all fixes come to together.
public enum PrizeWords {
  /// The finding: the sum, and how few fixes bring half of it, where the intervals leave no doubt.
  public static func heading(_ chart: PrizeChart, _ whatIf: ComparisonResult) -> String {
    let words = MetricWords(whatIf.journey)
    let fixes = FixWords(whatIf)
    let all = Language.sentence(Language.all(chart.count, "fix", "fixes"))
    guard let together = fixes.together?.metric(chart.metric), together.isReal else {
      return "\(all) together make no real change"
    }
    let gain = words.gainPhrase(together.difference, of: chart.metric)
    let sign: Double = together.difference.mean < 0 ? -1 : 1
    let half = max(abs(together.difference.low), abs(together.difference.high)) / 2
    var sum = 0.0
    for (index, single) in fixes.singles.enumerated() where index < chart.count - 1 {
      guard let change = single.metric(chart.metric)?.difference.scaled(by: sign) else { continue }
      sum += change.low
      if sum >= half {
        let few = index == 0 ? "the first alone comes" : "the first \(Language.count(index + 1)) alone come"
        return "\(all) together: \(gain); \(few) to over half of it"
      }
    }
    return "\(all) together: \(gain)"
  }

  /// How to read the chart.
  static func reading(_ chart: PrizeChart, words: MetricWords) -> String {
    "“\(words.label(chart.metric))” from today to all fixes, as costed. Bars: what each fix adds alone. Dots: totals. "
      + "Lines: 95% intervals."
      + (chart.range.lowerBound > 0 ? " Axis starts at \(chart.ticks.first?.text ?? "")." : "")
      + (chart.perfect == nil ? "" : " Light dot: if every fix were perfect.")
  }

  /// What the last step is, and how sure.
  static let together =
    "“Together” is what all fixes come to beyond the sum of each alone, or short of it. "
    + "Its interval is added up from all the others: “at most” so wide."

  /// A step in words.
  static func text(_ step: PrizeChart.Step) -> (value: String, interval: String) {
    if step.tone == .faint, !step.isBound { return ("no real change", "") }
    return (step.text.value, step.text.interval.map { step.isBound ? " (at most \($0))" : " (\($0))" } ?? "")
  }
}
