import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Which variant.
  static func scenarios(_ input: ReportInput) -> ReportSection? {
    guard let comparison = input.variants, !comparison.variants.isEmpty else { return nil }
    let order: [MetricID] = [
      .goal, .satisfaction, .nps, .ces, .retention, .kept, .clv, .cost, .minutes, .visits,
    ]
    let hasGoal = input.journey.outcomes.contains { $0.kind == .goal }
    let sameTwice = input.journey.retention?.base == .everyone
    let metrics = order.filter { id in
      guard id != .goal || hasGoal, id != .kept || !sameTwice else { return false }
      return comparison.variants.contains { $0.metric(id) != nil }
    }
    let rows = metrics.map { row($0, comparison, input) }
    let letters = comparison.variants.indices.map { index in
      index < 25 ? String(UnicodeScalar(UInt8(66 + index))) : "\(index + 1)"
    }
    let variants = zip(letters, comparison.variants).map {
      ScenarioTable.Variant(letter: $0, name: $1.name, because: $1.because)
    }
    return ReportSection(
      id: .scenarios,
      navigation: "Scenarios",
      heading: ScenarioWords.heading(comparison.variants, among: metrics),
      reading: "The same travellers and the same luck in all, so differences are paired. "
        + "✓ better, ✗ worse than today; “no real change” when the 95% interval includes zero. "
        + "Each row has its own scale; the vertical line is today.",
      blocks: [.scenarios(ScenarioTable(variants: Array(variants), rows: rows))],
      data: data(comparison, metrics, input)
    )
  }

  private static func row(_ id: MetricID, _ comparison: ComparisonResult, _ input: ReportInput)
    -> ScenarioTable.Row
  {
    let style = FigureStyle(unit: id.unit, currency: input.currency, around: 0)
    let figures = comparison.variants.map { $0.metric(id) }
    let baseline =
      comparison.baseline.first { $0.id == id }?.estimate ?? figures.compactMap { $0?.baseline }.first
    let shown = figures.compactMap { $0?.difference.inUnits(of: style) }
    return ScenarioTable.Row(
      metric: id,
      title: input.words.label(id),
      direction: MetricWords.direction(id),
      today: baseline.map { Figure($0, in: id.unit, currency: input.currency).short } ?? "–",
      cells: figures.map { figure in
        figure.map { figure in
          ScenarioTable.Cell(
            value: Figure(figure.variant, in: id.unit, currency: input.currency).short,
            difference: figure.verdict == .noRealChange
              ? nil : Figure(difference: figure.difference, in: id.unit, currency: input.currency),
            estimate: figure.difference.inUnits(of: style),
            tone: Tone(figure.verdict)
          )
        }
      },
      range: Strip.range(of: shown)
    )
  }

  private static func data(_ comparison: ComparisonResult, _ metrics: [MetricID], _ input: ReportInput)
    -> ReportTable
  {
    ReportTable(
      caption: "Variants minus today, with 95% intervals",
      columns: [.words("Figure"), .figures("Today")] + comparison.variants.map { .figures($0.name) },
      rows: metrics.map { id in
        let baseline = comparison.baseline.first { $0.id == id }?.estimate
        let today = baseline.map { Figure($0, in: id.unit, currency: input.currency).long } ?? "–"
        return [ReportTable.Cell(input.words.label(id)), ReportTable.Cell(today)]
          + comparison.variants.map { variant in
            guard let figure = variant.metric(id) else { return ReportTable.Cell("–", tone: .faint) }
            if figure.verdict == .noRealChange { return ReportTable.Cell("no real change", tone: .faint) }
            let text = Figure(difference: figure.difference, in: id.unit, currency: input.currency)
            return ReportTable.Cell(text.long, tone: Tone(figure.verdict))
          }
      }
    )
  }
}
