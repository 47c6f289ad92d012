import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ForestTable {
  /// The three figures that a forest shows: the one that ranks, the goal, and satisfaction, or what there is instead.
  static func metrics(_ whatIf: ComparisonResult, simulation: SimulationResult) -> [MetricID] {
    let present = whatIf.variants.flatMap { $0.metrics.map(\.id) }
    let journey = simulation.journey
    let hasGoal = journey.outcomes.contains { $0.kind == .goal }
    // Where everybody is a customer already, who stays is who is kept.
    let stays: [MetricID] = journey.retention?.base == .everyone ? [] : [.retention]
    let wanted = [MetricID.ranking(whatIf)] + (hasGoal ? [.goal] : []) + [.satisfaction] + stays + [.cost]
    var chosen: [MetricID] = []
    for metric in wanted where chosen.count < 3 && present.contains(metric) && !chosen.contains(metric) {
      chosen.append(metric)
    }
    return chosen
  }

  /// Puts what-if runs into rows by rank.
  init(_ whatIf: ComparisonResult, metrics: [MetricID], input: ReportInput) {
    let words = FixWords(whatIf)
    rowHeading = "Pain point and fix"
    hasIncidence = true
    let names = words.singles.compactMap(\.painPoints.first)
    let totals = whatIf.variants.filter {
      $0.painPoints.count != 1 && ["fix", "remove"].contains($0.operation)
    }
    let shown = whatIf.variants.filter { $0.painPoints.count == 1 } + totals
    columns = metrics.map { Self.column($0, shown, input) }
    func cells(_ costed: VariantResult?, _ perfect: VariantResult?) -> [Cell] {
      let doubt = costed.flatMap { input.uncertainty?.variant($0.name, $0.operation) }
      return metrics.map { id in
        Cell(
          costed: costed?.metric(id).map { Self.effect($0, input, doubt?.difference(id)) },
          perfect: perfect?.metric(id).map { Self.effect($0, input) }
        )
      }
    }
    func find(_ operation: String, _ name: String) -> VariantResult? {
      whatIf.variants.first { $0.operation == operation && $0.painPoints == [name] }
    }
    var rows = names.enumerated().map { index, name -> Row in
      let estimate = input.simulation.pains.first { $0.pain.name == name }
      let pain = estimate?.pain
      let channel = input.journey.touchpoints.first { $0.name == pain?.at }?.channel
      let works = pain?.fix?.works.value ?? 1
      return Row(
        title: name,
        rank: Self.rank(index, name, names: names, ties: whatIf.ties),
        touchpoint: pain?.at ?? "",
        look: channel.map { input.look(ofChannel: $0) },
        fix: pain?.fix?.name,
        cost: pain?.fix?.costs.map { Figure.money($0, currency: input.currency) },
        works: works < 1 ? "prevents \(Figure.percent(works))" : nil,
        incidence: estimate?.incidence.map { Figure.percent($0.mean) } ?? "–",
        cells: cells(find("fix", name), find("remove", name)),
        isTotal: false
      )
    }
    let costed = totals.first { $0.operation == "fix" }
    let perfect = totals.first { $0.operation == "remove" }
    if costed != nil || perfect != nil {
      rows.append(
        Row(
          title: Language.together(names.count),
          rank: "",
          touchpoint: "not simply the sum: fixes interact",
          look: nil,
          fix: nil,
          cost: costed?.cost.map { Figure.money($0, currency: input.currency) },
          works: nil,
          incidence: "",
          cells: cells(costed, perfect),
          isTotal: true
        )
      )
    }
    self.rows = rows
    hasCosts = rows.contains { $0.cost != nil }
  }

  /// Puts variants into rows, in the order asked.
  init(variants comparison: ComparisonResult, metrics: [MetricID], input: ReportInput) {
    rowHeading = "Variant"
    hasIncidence = false
    hasCosts = false
    columns = metrics.map { Self.column($0, comparison.variants, input) }
    rows = comparison.variants.map { variant in
      Row(
        title: variant.name,
        rank: "",
        touchpoint: variant.because ?? "",
        look: nil,
        fix: nil,
        cost: nil,
        works: nil,
        incidence: "",
        cells: metrics.map { id in
          Cell(costed: variant.metric(id).map { Self.effect($0, input) }, perfect: nil)
        },
        isTotal: false
      )
    }
  }

  /// The rank in words: names that tie share the first of their ranks, marked "=".
  static func rank(_ index: Int, _ name: String, names: [String], ties: [[String]]) -> String {
    guard let group = ties.first(where: { $0.contains(name) }), group.count > 1 else { return "\(index + 1)" }
    let first = group.compactMap { names.firstIndex(of: $0) }.min() ?? index
    return "\(first + 1)="
  }

  private static func effect(
    _ figure: MetricDifference,
    _ input: ReportInput,
    _ doubt: LayeredEstimate? = nil
  ) -> Effect {
    let style = FigureStyle(unit: figure.id.unit, currency: input.currency, around: figure.difference.mean)
    let isReal = figure.verdict != .noRealChange
    return Effect(
      difference: figure.difference.inUnits(of: style),
      text: isReal
        ? Figure(difference: figure.difference, in: figure.id.unit, currency: input.currency) : nil,
      inputs: doubt.map { $0.inputs.inUnits(of: style) },
      tone: Tone(figure.verdict)
    )
  }

  private static func column(_ metric: MetricID, _ variants: [VariantResult], _ input: ReportInput) -> Column
  {
    let style = FigureStyle(unit: metric.unit, currency: input.currency, around: 0)
    let doubts = variants.compactMap { input.uncertainty?.variant($0.name, $0.operation)?.difference(metric) }
    let range = Strip.range(
      of: variants.compactMap { $0.metric(metric)?.difference.inUnits(of: style) }
        + doubts.map { $0.inputs.inUnits(of: style) }
    )
    let ticks = LinearScale.ticks(low: range.lowerBound, high: range.upperBound, about: 4)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    return Column(
      metric: metric,
      title: input.words.effectLabel(metric),
      today: input.simulation.metric(metric)
        .map { Figure($0, in: metric.unit, currency: input.currency).short } ?? "",
      range: range,
      ticks: ticks,
      tickDecimals: max(0, FigureFormat.places(halfWidth: step * 1.001) ?? 0)
    )
  }
}
