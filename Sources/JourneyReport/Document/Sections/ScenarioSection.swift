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
    let isWide = comparison.variants.count > mostColumns
    return ReportSection(
      id: .scenarios,
      navigation: "Scenarios",
      heading: ScenarioWords.heading(comparison, among: metrics),
      reading: "The same travellers and the same luck in all, so differences are paired. "
        + (isWide
          ? "Bars are 95% intervals; blue is better than today, orange and ✗ worse; "
          : "✓ better, ✗ worse than today; each row has its own scale; ")
        + "the vertical line is today. " + MultiplicityWords.pageNote(comparison.variants.count, "variant"),
      blocks: [isWide ? .forest(forest(comparison, input)) : .scenarios(table(comparison, metrics, input))]
        + input.differenceBlocks,
      data: data(comparison, metrics, input),
      notes: input.differenceNote.map { [$0] } ?? []
    )
  }

  /// Variants that stand in columns; more of them stand in rows.
  private static let mostColumns = 4

  private static func forest(_ comparison: ComparisonResult, _ input: ReportInput) -> ForestTable {
    let metrics = ForestTable.metrics(comparison, simulation: input.simulation)
    let money = [MetricID.clv, .cost].first { id in
      !metrics.contains(id) && comparison.variants.contains { $0.metric(id) != nil }
    }
    return ForestTable(variants: comparison, metrics: metrics + (money.map { [$0] } ?? []), input: input)
  }

  private static func table(
    _ comparison: ComparisonResult,
    _ metrics: [MetricID],
    _ input: ReportInput
  ) -> ScenarioTable {
    let letters = ["B", "C", "D", "E"]
    return ScenarioTable(
      variants: zip(letters, comparison.variants).map {
        ScenarioTable.Variant(letter: $0, name: $1.name, because: $1.because)
      },
      rows: metrics.map { row($0, comparison, input) }
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
              ? nil
              : change(figure, input),
            estimate: figure.difference.inUnits(of: style),
            tone: Tone(figure.verdict)
          )
        }
      },
      range: Strip.range(of: shown)
    )
  }

  /// Variant minus today, in the unit in which the variant stands.
  private static func change(_ figure: MetricDifference, _ input: ReportInput) -> Figure {
    Figure(
      difference: figure.difference,
      in: figure.id.unit,
      currency: input.currency,
      likeFor: figure.variant.mean
    )
  }

  private static func data(_ comparison: ComparisonResult, _ metrics: [MetricID], _ input: ReportInput)
    -> ReportTable
  {
    let today = metrics.map { id in
      (comparison.baseline.first { $0.id == id }?.estimate)
        .map { ReportTable.Cell(Figure($0, in: id.unit, currency: input.currency).long) }
        ?? ReportTable.Cell("–")
    }
    return ReportTable(
      caption: "Today, and variants minus today",
      columns: [.words("Variant"), .words("Changes")] + metrics.map { .figures(input.words.effectLabel($0)) },
      rows: [[ReportTable.Cell("Today"), ReportTable.Cell("")] + today]
        + comparison.variants.map { variant in
          let changes = input.scenario.variants.first { $0.name == variant.name }?.operations ?? []
          return [ReportTable.Cell(variant.name), ReportTable.Cell(changes.joined(separator: "; "))]
            + metrics.map { id in
              guard let figure = variant.metric(id) else { return ReportTable.Cell("–", tone: .faint) }
              if figure.verdict == .noRealChange { return ReportTable.Cell("no real change", tone: .faint) }
              return ReportTable.Cell(change(figure, input).long, tone: Tone(figure.verdict))
            }
        }
    )
  }
}
