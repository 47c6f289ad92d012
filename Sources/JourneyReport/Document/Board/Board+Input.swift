import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension Board {
  /// Rows shown in a panel.
  private static let mostMeasured = 6
  private static let mostActions = 5

  /// Makes the panels of a run.
  init(_ input: ReportInput) {
    likeness = Self.likeness(input)
    actions = Self.actions(input)
    basis = Self.basis(input)
  }

  // MARK: Does it look like us

  private static func likeness(_ input: ReportInput) -> Likeness? {
    let rows = ReportSection.observedRows(input)
    guard !rows.isEmpty else { return nil }
    func distance(_ row: ObservedChart.Row) -> Double { abs(row.deviation?.mean ?? 0) }
    // What fits worst is what a reader should see; among the shown ones the analyst's order stays.
    let chosen = rows.indices.sorted { (distance(rows[$0]), $1) > (distance(rows[$1]), $0) }
      .prefix(mostMeasured).sorted()
    return Likeness(
      heading: ObservedWords.short(input.simulation.observed),
      rows: chosen.map { rows[$0] },
      more: rows.count - chosen.count
    )
  }

  // MARK: What to do

  private static func actions(_ input: ReportInput) -> Actions? {
    guard let whatIf = input.whatIf else { return nil }
    return byMoney(whatIf, input) ?? byEffect(whatIf, input)
  }

  private static func byMoney(_ whatIf: ComparisonResult, _ input: ReportInput) -> Actions? {
    let lines = ActionLine.all(whatIf)
    guard !lines.isEmpty else { return nil }
    let order: [YearlyValue.Advice] = [.go, .testFirst, .dont]
    // What to do comes before what to test; within either the greatest worth first, as it was sorted.
    let sorted = order.flatMap { advice in lines.filter { $0.value.advice == advice } }
    func action(_ value: YearlyValue, title: String, detail: String) -> Action {
      let line = ActionLine(title: title, painPoint: "", value: value, leadTime: "", owner: "")
      let figure = value.isReal ? Figure(difference: value.gain, in: .money, currency: input.currency) : nil
      return Action(
        title: title,
        detail: detail,
        advice: value.advice.rawValue,
        tone: value.advice.tone,
        worth: figure?.short ?? FigureFormat.noRealChange,
        interval: figure?.interval ?? "",
        payback: line.payback
      )
    }
    let together = FixWords(whatIf).together
    let total = together?.operation == "fix" ? together?.yearlyValue(whatIf.journey) : nil
    return Actions(
      heading: "What to do",
      worth: "Worth a year",
      payback: "Payback with lead time",
      rows: sorted.prefix(mostActions).map { line in
        action(
          line.value,
          title: line.title,
          detail: Figure.money(line.value.cost, currency: input.currency) + " once"
        )
      },
      total: lines.count > 1
        ? total.map {
          var all = action(
            $0,
            title: Language.together(lines.count),
            detail: Figure.money($0.cost, currency: input.currency) + " once"
          )
          // One advice for all would hide that some of them do not pay.
          all.advice = nil
          return all
        } : nil,
      more: max(0, lines.count - mostActions),
      part: .pay
    )
  }

  /// Where money is not known: the effects in the figure that ranks the fixes.
  private static func byEffect(_ whatIf: ComparisonResult, _ input: ReportInput) -> Actions? {
    let words = FixWords(whatIf)
    guard !words.singles.isEmpty else { return nil }
    let metric = MetricID.ranking(whatIf)
    func action(_ variant: VariantResult, title: String, detail: String) -> Action {
      let change = variant.metric(metric)
      let isReal = change.map { $0.verdict != .noRealChange } ?? false
      let figure =
        isReal
        ? change.map { Figure(difference: $0.difference, in: metric.unit, currency: input.currency) } : nil
      return Action(
        title: title,
        detail: detail,
        advice: nil,
        tone: change.map { Tone($0.verdict) } ?? .faint,
        worth: figure?.short ?? FigureFormat.noRealChange,
        interval: figure?.interval ?? "",
        payback: variant.cost.map { Figure.money($0, currency: input.currency) } ?? "not given"
      )
    }
    return Actions(
      heading: "What to do",
      worth: input.words.effectLabel(metric),
      payback: "Cost, once",
      rows: words.singles.prefix(mostActions).map { variant in
        let name = variant.painPoints.first ?? variant.name
        let title = words.request(name)
        return action(variant, title: title, detail: title.contains(name) ? "" : name)
      },
      total: words.singles.count > 1
        ? words.together.map {
          action($0, title: Language.together(words.singles.count), detail: "")
        } : nil,
      more: max(0, words.singles.count - mostActions),
      part: .fixes
    )
  }

  // MARK: How far the evidence carries

  private static func basis(_ input: ReportInput) -> Basis? {
    let evidence = input.scenario.evidence
    guard evidence.numbers > 0 else { return nil }
    return Basis(
      heading: EvidenceWords.heading(evidence),
      parts: EvidenceWords.parts(evidence).enumerated().compactMap { level, part in
        part.count > 0 ? Basis.Part(count: part.count, words: part.words, level: level) : nil
      },
      sentences: EvidenceWords.consequences(evidence, input.uncertainty, input.journey),
      part: input.uncertainty?.hasDoubts == true ? .sure : nil
    )
  }
}
