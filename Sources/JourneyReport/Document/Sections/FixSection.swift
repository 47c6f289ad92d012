import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Which fix is worth it.
  static func fixes(_ input: ReportInput) -> ReportSection? {
    guard let whatIf = input.whatIf, !whatIf.variants.isEmpty else { return nil }
    let words = FixWords(whatIf)
    let metrics = ForestTable.metrics(whatIf, simulation: input.simulation)
    guard !metrics.isEmpty, !words.singles.isEmpty else { return nil }
    let forest = ForestTable(whatIf, metrics: metrics, input: input)
    let hasFixes = whatIf.variants.contains { $0.operation == "fix" }
    let same = DecimalText.count(whatIf.stamp.travellers)
    return ReportSection(
      id: .fixes,
      navigation: "What to fix",
      heading: words.heading(metrics),
      reading: "Each row mends one pain point and replays the same \(same) journeys. "
        + ForestWords.marks(hasFixes: hasFixes, hasDoubt: input.uncertainty?.drawn.isEmpty == false)
        + "The vertical line is no change. "
        + MultiplicityWords.pageNote(whatIf.variants.count, "change"),
      blocks: [.forest(forest)],
      data: data(whatIf, shown: metrics, input: input),
      notes: [
        "Rows are in order of effect; “=” marks ranks that the intervals do not settle.",
        ForestWords.limits(input.uncertainty),
      ]
    )
  }

  private static func data(_ whatIf: ComparisonResult, shown: [MetricID], input: ReportInput) -> ReportTable {
    var metrics: [MetricID] = []
    for metric in whatIf.variants.flatMap(\.metrics) where !metrics.contains(metric.id) {
      // Of the curves over later periods their end is enough.
      switch metric.id {
      case .retentionAfter(let period), .keptAfter(let period):
        if period == whatIf.stamp.periods { metrics.append(metric.id) }
      // Top answers tell what the mean of the same answers does; journeys cut off are in the method.
      case .csat, .timedOut: break
      default: metrics.append(metric.id)
      }
    }
    return ReportTable(
      caption: "Effect of each fix on every figure",
      columns: [.words("Pain point"), .words("How")] + metrics.map { .figures(input.words.effectLabel($0)) },
      rows: whatIf.variants.map { variant in
        let how =
          variant.operation == "fix"
          ? "as costed" : variant.operation == "remove" ? "if perfect" : variant.operation
        return [ReportTable.Cell(variant.name), ReportTable.Cell(how)]
          + metrics.map { id in
            guard let figure = variant.metric(id) else { return ReportTable.Cell("–", tone: .faint) }
            if figure.verdict == .noRealChange { return ReportTable.Cell("no real change", tone: .faint) }
            let text = Figure(difference: figure.difference, in: id.unit, currency: input.currency)
            let doubt =
              shown.contains(id)
              ? input.uncertainty?.variant(variant.name, variant.operation)?.difference(id)?.inputs : nil
            let style = FigureStyle(unit: id.unit, currency: input.currency, around: figure.difference.mean)
            return ReportTable.Cell(
              text.long
                + (doubt.flatMap { ForestWords.inputs($0.inUnits(of: style)) }.map { ", \($0)" } ?? ""),
              tone: Tone(figure.verdict)
            )
          }
      }
    )
  }
}

extension Tone {
  /// How a comparison's verdict is to be read.
  init(_ verdict: MetricDifference.Verdict) {
    self =
      switch verdict {
      case .better: .good
      case .worse: .bad
      case .different: .plain
      case .noRealChange: .faint
      }
  }
}
