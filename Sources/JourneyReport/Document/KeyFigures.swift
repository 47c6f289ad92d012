import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension KeyFigure {
  /// The figures of the first screen: those with a target first in the usual order, then the usual ones, six or as
  /// many as have targets.
  static func figures(_ input: ReportInput) -> [KeyFigure] {
    let simulation = input.simulation
    let showsCSAT = input.journey.run.display == .csat
    let usual: [MetricID] = [
      .goal, showsCSAT ? .csat : .satisfaction, .retention, .kept, .clv, .cost, .nps, .visits, .minutes,
    ]
    let wished = simulation.targets.map(\.target.metric)
    let hasGoal = input.journey.outcomes.contains { $0.kind == .goal }
    var chosen = usual.filter { wished.contains($0) } + wished.filter { !usual.contains($0) }
    for metric in usual where chosen.count < 6 && !chosen.contains(metric) {
      if metric == .goal && !hasGoal { continue }
      // Where everybody is a customer already, both say the same.
      if metric == .kept && input.journey.retention?.base == .everyone { continue }
      chosen.append(metric)
    }
    let order = usual + wished.filter { !usual.contains($0) }
    return order.filter { chosen.contains($0) }.compactMap { metric in
      let verdict = simulation.targets.first { $0.target.metric == metric }
      guard let estimate = simulation.metric(metric) ?? verdict?.estimate else { return nil }
      return KeyFigure(
        metric: metric,
        label: input.words.label(metric),
        estimate: estimate,
        figure: Figure(estimate, in: metric.unit, currency: input.currency),
        plausible: plausible(metric, input),
        target: verdict.map { TargetMark($0, currency: input.currency) }
      )
    }
  }
}

extension KeyFigure {
  /// Where a figure may lie with uncertain inputs and noise together.
  private static func plausible(_ metric: MetricID, _ input: ReportInput) -> String? {
    guard let result = input.uncertainty, !result.drawn.isEmpty, let level = result.level(metric) else {
      return nil
    }
    let figure = Figure(level.inputs, in: metric.unit, currency: input.currency)
    return figure.interval.map { "\($0) with uncertain inputs" }
  }
}

extension TargetMark {
  /// A target's verdict in words.
  init(_ verdict: TargetVerdict, currency: String) {
    let style = FigureStyle(
      unit: verdict.target.metric.unit,
      currency: currency,
      around: verdict.target.value
    )
    let value = verdict.target.value * style.scale
    let text = Figure(
      value: DecimalText.significant(value),
      prefix: style.prefix,
      suffix: style.suffix
    )
    wish = "\(verdict.target.comparison.rawValue) \(text.short)"
    tone =
      switch verdict.verdict {
      case .met: .good
      case .missed: .bad
      case .undecided: .open
      }
  }
}

extension Figure {
  /// A figure whose parts are already in words.
  init(value: String, prefix: String, suffix: String) {
    self.value = value
    self.prefix = prefix
    self.suffix = suffix
    interval = nil
  }
}
