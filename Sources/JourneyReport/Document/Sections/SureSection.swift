import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

extension ReportSection {
  /// How far uncertain inputs and rival rules move what one would conclude.
  static func sure(_ input: ReportInput) -> ReportSection? {
    guard let result = input.uncertainty, result.hasDoubts else { return nil }
    let words = ConclusionWords(input.journey, metric: result.metric)
    var blocks: [ReportBlock] = []
    if let sensitivity = input.sensitivity, let chart = TornadoChart(sensitivity, most: mostBars) {
      blocks.append(.tornado(chart))
    }
    if let table = ranks(result) { blocks.append(.table(table)) }
    let failing = result.conclusions.compactMap { conclusion in
      words.failure(conclusion).map { "\(words.statement(conclusion.kind)): \($0)." }
    }
    if !failing.isEmpty { blocks.append(.list(title: "Do not survive", items: failing)) }
    let robust = result.conclusions.filter(\.isRobust).map { words.statement($0.kind) + "." }
    if !robust.isEmpty { blocks.append(.list(title: "Survive", items: robust)) }
    let switches = (input.sensitivity?.switches ?? []).prefix(mostBars).map { words.condition($0) + "." }
    if !switches.isEmpty { blocks.append(.list(title: "What would change our mind", items: Array(switches))) }
    if let next = measure(result, input) { blocks.append(.list(title: "What to measure next", items: next)) }
    return ReportSection(
      id: .sure,
      navigation: "How sure",
      heading: ConclusionWords.count(result.conclusions),
      reading: reading(result, input),
      blocks: blocks,
      notes: notes(result, input)
    )
  }

  /// Bars and switching values shown.
  private static let mostBars = 10

  private static func reading(_ result: UncertaintyResult, _ input: ReportInput) -> String {
    var text = ""
    if !result.drawn.isEmpty {
      let count = Language.count(result.drawn.count, "uncertain input")
      text += "\(Language.sentence(count)) drawn together, \(DecimalText.count(result.draws)) times. "
    }
    if !result.rules.isEmpty {
      text +=
        "\(Language.sentence(Language.count(result.rules.count, "rival rule"))) of judgement tried in turn. "
    }
    let tests =
      (result.drawn.isEmpty ? [] : ["in 95% of the draws"])
      + (result.rules.isEmpty ? [] : ["under every rule"])
    text += "A conclusion survives that holds \(Language.list(tests))."
    if input.sensitivity?.bars.isEmpty == false {
      text +=
        " Bars: each input alone at both ends of its range, and what \(input.words.quoted(result.metric)) does then; "
        + "blue is better, orange worse, the thin line is noise."
    }
    return text
  }

  private static func ranks(_ result: UncertaintyResult) -> ReportTable? {
    let rows = result.variants.compactMap { variant in variant.standing.map { (variant, $0) } }
      .sorted { $0.1.rank < $1.1.rank }
    guard rows.count > 1 else { return nil }
    func range(_ ranks: ClosedRange<Int>) -> String {
      ranks.lowerBound == ranks.upperBound ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    }
    let hasDraws = !result.drawn.isEmpty
    let hasMoney = rows.contains { $0.0.money != nil }
    return ReportTable(
      caption: "Ranks over uncertain inputs and rival rules",
      columns: [
        .words("Fix"), .figures("Rank"),
      ] + (hasDraws ? [.figures("Over inputs")] : []) + [.figures("Over rules")]
        + (hasDraws ? [.figures("Effect with inputs")] : [])
        + (hasMoney ? [.figures("Earns its cost in a year in")] : []),
      rows: rows.map { variant, standing in
        let effect = variant.difference(result.metric)?.inputs
        let money = variant.money.map { ReportTable.Cell(Figure.percent($0.positiveShare)) }
        let inputs = effect.map { Figure(difference: $0, in: result.metric.unit).long } ?? "–"
        return [ReportTable.Cell(variant.name), ReportTable.Cell("\(standing.rank)")]
          + (hasDraws ? [ReportTable.Cell(range(standing.overInputs))] : [])
          + [ReportTable.Cell(range(standing.overRules))]
          + (hasDraws ? [ReportTable.Cell(inputs)] : []) + (hasMoney ? [money ?? ReportTable.Cell("–")] : [])
      }
    )
  }

  private static func measure(_ result: UncertaintyResult, _ input: ReportInput) -> [String]? {
    guard let outlook = result.information else { return nil }
    let seen = outlook.questions.filter { ($0.worth?.low ?? 0) > 0 }
    func worth(_ estimate: Estimate) -> String {
      switch outlook.decision {
      case .eachByMoney, .oneByMoney:
        let low = Figure.money(estimate.low.rounded(), currency: input.currency)
        let high = Figure.money(estimate.high.rounded(), currency: input.currency)
        return "\(low) to \(high) a year"
      case .oneByMetric(let metric): return Figure(difference: estimate, in: metric.unit).long
      }
    }
    guard !seen.isEmpty else {
      return [
        "No single number is worth so much that \(DecimalText.count(result.draws)) draws could tell it from nothing."
      ]
    }
    return seen.prefix(5).compactMap { question in
      question.worth.map { "\(question.question): worth \(worth($0)) before deciding." }
    }
  }

  private static func notes(_ result: UncertaintyResult, _ input: ReportInput) -> [String] {
    var notes: [String] = []
    if let assumption = InputWords.assumption(result.drawn) { notes.append(assumption) }
    if result.failedDraws.count > 0 {
      notes.append(
        "\(DecimalText.count(result.failedDraws.count)) draws could not stand in the file and are left out."
      )
    }
    if input.journey.retention != nil {
      notes.append("That satisfied customers stay is an association; “odds × 1” shows effects without it.")
    }
    notes.append(
      "Of draws the middle 90% of ranks; \(DecimalText.count(result.travellersPerDraw)) travellers per draw."
    )
    return notes
  }
}

extension UncertaintyResult {
  /// Whether anything was concluded, and anything doubted.
  var hasDoubts: Bool { !(drawn.isEmpty && rules.isEmpty) && !conclusions.isEmpty }
}

extension TornadoChart {
  /// The greatest bars of a sensitivity; nil where there is none.
  init?(_ result: SensitivityResult, most: Int) {
    let inputs = InputWords(result.journey)
    let currency = result.journey.run.currency
    func end(_ end: TornadoEnd, _ input: ScenarioInput) -> End {
      let words: String =
        if let effect = end.effect {
          effect.excludesZero
            ? Figure(difference: effect, in: result.metric.unit, currency: currency).value : "no real change"
        } else { "cannot be" }
      let sign: Double = result.metric.higherIsBetter == false ? -1 : 1
      return End(
        value: inputs.value(end.value, of: input),
        effect: end.effect,
        words: words,
        isBetter: sign * (end.effect?.mean ?? 0) >= 0
      )
    }
    rows = result.bars.prefix(most).map { bar in
      Row(
        path: bar.input.path,
        typed: inputs.typed(bar.input),
        low: end(bar.low, bar.input),
        high: end(bar.high, bar.input)
      )
    }
    let sizes = rows.flatMap { [$0.low.effect, $0.high.effect] }.compactMap { $0 }.map {
      max(abs($0.low), abs($0.high))
    }
    guard let reach = sizes.max(), reach > 0 else { return nil }
    self.reach = reach * 1.05
  }
}
