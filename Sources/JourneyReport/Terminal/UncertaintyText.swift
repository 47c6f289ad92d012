import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// A comparison with its uncertain inputs, for a terminal.
public struct UncertaintyText: Sendable {
  private let scenario: Scenario
  private let result: UncertaintyResult
  private let style: TerminalStyle
  private let words: MetricWords
  private let conclusions: ConclusionWords

  /// Prepares the text of a comparison under uncertain inputs.
  public init(_ scenario: Scenario, _ result: UncertaintyResult, style: TerminalStyle = TerminalStyle()) {
    self.scenario = scenario
    self.result = result
    self.style = style
    words = MetricWords(result.comparison.journey)
    conclusions = ConclusionWords(result.comparison.journey, metric: result.metric)
  }

  /// Effects with both intervals and rank ranges, money, conclusions, and what to measure next.
  public var text: String {
    var lines = head
    for operation in operations { lines += block(operation) }
    lines += style.isVerbose ? levels : []
    lines += money + survival + measure + notes
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let stamp = result.comparison.stamp
    let count = DecimalText.count(result.drawn.count)
    var lines = [
      "The same travellers in all \(result.variants.count + 1) worlds; \(RunLine.text(stamp)).",
      result.drawn.isEmpty
        ? "No input is marked as uncertain (?, ± 20%, of 340, seen), so there are no draws of inputs."
        : "\(DecimalText.count(result.draws)) draws of \(count) uncertain "
          + "\(result.drawn.count == 1 ? "input" : "inputs"), "
          + "\(DecimalText.count(result.travellersPerDraw)) travellers each, no traveller in two.",
    ]
    if let assumption = InputWords.assumption(result.drawn) { lines.append(assumption) }
    return lines
  }

  private var operations: [String] {
    var seen: [String] = []
    for variant in result.variants where !seen.contains(variant.operation) { seen.append(variant.operation) }
    return seen
  }

  // MARK: Effects

  private func block(_ operation: String) -> [String] {
    let rows = result.variants.filter { $0.operation == operation }
    let isRanked = rows.contains { $0.standing != nil }
    var table = TextTable(
      [.right, .left, .left, .left] + (isRanked ? [.left, .left, .right] : [])
    )
    table.add(
      ["", "", "noise alone", "noise and inputs"]
        + (isRanked ? ["rank over inputs", "over rules", "first in"] : [])
    )
    for row in ordered(rows) {
      let effect = typed(row)
      let layered = row.difference(result.metric)
      let standing = row.standing.map { standing in
        [range(standing.overInputs), range(standing.overRules), Figure.percent(standing.firstShare)]
      }
      table.add(
        [row.standing.map { String($0.rank) } ?? "", TerminalText.cut(row.name, to: 28)]
          + [effect.map { self.effect($0) } ?? "–", layered.map { self.effect($0.inputs) } ?? "–"]
          + (isRanked ? standing ?? ["", "", ""] : [])
      )
    }
    let heading = "\(OperationWords.heading(operation)): \(words.effectLabel(result.metric).lowercasedFirst)"
    return ["", "  " + style.bold(heading)] + table.lines()
  }

  private func ordered(_ rows: [UncertainVariant]) -> [UncertainVariant] {
    rows.filter { $0.standing != nil }.sorted { ($0.standing?.rank ?? 0) < ($1.standing?.rank ?? 0) }
      + rows.filter { $0.standing == nil }
  }

  private func typed(_ row: UncertainVariant) -> Estimate? {
    result.comparison.variants.first { $0.name == row.name && $0.operation == row.operation }?
      .metric(result.metric)?.difference
  }

  private func effect(_ estimate: Estimate) -> String {
    guard estimate.standardError > 0 || estimate.mean != 0 else { return "no change" }
    let figure = Figure(difference: estimate, in: result.metric.unit, currency: currency)
    let text = figure.value + (figure.interval.map { " (\($0))" } ?? "")
    guard estimate.excludesZero, let higherIsBetter = result.metric.higherIsBetter else { return text }
    return (estimate.mean > 0) == higherIsBetter ? style.good(text) : style.bad(text)
  }

  private func range(_ ranks: ClosedRange<Int>) -> String {
    ranks.lowerBound == ranks.upperBound
      ? "\(ranks.lowerBound)" : "\(ranks.lowerBound) to \(ranks.upperBound)"
  }

  private var levels: [String] {
    var table = TextTable([.left, .left, .left])
    table.add(["", "noise alone", "noise and inputs"])
    for (id, level) in result.levels {
      table.add([
        words.label(id), Figure(level.noise, in: id.unit, currency: currency).long,
        Figure(level.inputs, in: id.unit, currency: currency).long,
      ])
    }
    return ["", "  " + style.bold("Today")] + table.lines()
  }

  // MARK: Money

  private var money: [String] {
    let rows = result.variants.compactMap { row in row.money.map { (row, $0) } }
    guard !rows.isEmpty else { return [] }
    var table = TextTable([.left, .right, .right, .left, .right])
    table.add(["", "above 0 in", "median", "middle 80%", "best in"])
    for (row, outlook) in rows.sorted(by: { $0.1.median > $1.1.median }) {
      table.add([
        TerminalText.cut(row.name, to: 28), Figure.percent(outlook.positiveShare), amount(outlook.median),
        outlook.middle80.lowerBound == outlook.middle80.upperBound
          ? "no spread seen beyond noise"
          : "\(amount(outlook.middle80.lowerBound)) to \(amount(outlook.middle80.upperBound))",
        row.name == WhatIf.together ? "" : Figure.percent(outlook.bestShare),
      ])
    }
    return ["", "  " + style.bold("A year's gain less the one-off cost, \(currency), over the draws")]
      + table.lines()
  }

  /// Thousands, as draws say no more.
  private func amount(_ value: Double) -> String {
    abs(value) >= 10_000
      ? DecimalText.fixed((value / 1_000).rounded() * 1_000, places: 0, plus: true)
      : DecimalText.significant(value, digits: 2, plus: true)
  }

  // MARK: Conclusions

  private var survival: [String] {
    guard !result.conclusions.isEmpty else { return [] }
    let robust = result.conclusions.filter(\.isRobust)
    var lines = ["", "  " + style.bold("\(ConclusionWords.count(result.conclusions)).")]
    for conclusion in result.conclusions {
      guard let failure = conclusions.failure(conclusion) else { continue }
      lines.append("  ✗ " + DisplayText.safe("\(conclusions.statement(conclusion.kind)): \(failure)"))
    }
    let shown = style.isVerbose ? robust : Array(robust.prefix(6))
    lines += shown.map { "  ✓ " + DisplayText.safe(conclusions.statement($0.kind)) }
    if robust.count > shown.count { lines.append("  ✓ \(robust.count - shown.count) more with -v") }
    lines.append(
      "  To survive: 95% of the draws, and \(Language.all(result.rules.count, "rival rule")) of judgement."
    )
    return lines
  }

  // MARK: Information

  private var measure: [String] {
    guard !result.drawn.isEmpty else { return [] }
    guard let outlook = result.information else {
      return [
        "",
        "What to measure next: at least \(InformationValue.leastDraws) draws are needed to say, and options to decide between.",
      ]
    }
    var lines = [
      "", "  " + style.bold("What to measure next: the value of knowing a number before deciding"),
    ]
    lines.append("  " + decision(outlook.decision))
    let shown = outlook.questions.filter { ($0.worth?.low ?? 0) > 0 }
    var table = TextTable([.right, .left, .left])
    for (index, question) in shown.prefix(style.isVerbose ? shown.count : 5).enumerated() {
      guard let worth = question.worth else { continue }
      table.add([String(index + 1), TerminalText.cut(question.question, to: 56), self.worth(worth, outlook)])
    }
    lines += table.lines()
    let isBoundSeen = outlook.everything.low > 0
    lines.append(
      "  Everything together: "
        + (isBoundSeen ? worth(outlook.everything, outlook) : "too little to be told from nothing") + "."
    )
    let hidden = outlook.questions.count - shown.count
    if hidden > 0 {
      lines.append(
        "  \(Language.sentence(Language.count(hidden, "number"))) more: too little to be told from nothing by \(DecimalText.count(result.draws)) draws."
      )
    }
    return lines
  }

  private func decision(_ decision: InformationOutlook.Decision) -> String {
    switch decision {
    case .eachByMoney: "Decided: each fix by itself, on a year's gain less its cost (\(currency))."
    case .oneByMoney:
      "Decided: which one of them to do, if any, on a year's gain less its cost (\(currency))."
    case .oneByMetric(let metric):
      "Decided: which one change to make, by \(words.label(metric).lowercasedFirst)."
    }
  }

  private func worth(_ worth: Estimate, _ outlook: InformationOutlook) -> String {
    switch outlook.decision {
    case .eachByMoney, .oneByMoney:
      "up to \(amount(worth.mean).unsigned) (\(amount(worth.low).unsigned) to \(amount(worth.high).unsigned))"
    case .oneByMetric(let metric):
      Figure(difference: worth, in: metric.unit, currency: currency).long
    }
  }

  // MARK: Notes

  private var notes: [String] {
    var lines = [""]
    if result.failedDraws.count > 0 {
      let words = Language.count(result.failedDraws.count, "draw")
      lines.append(
        "\(Language.sentence(words)) could not be run and \(result.failedDraws.count == 1 ? "is" : "are") left out: "
          + DisplayText.safe(result.failedDraws.reason ?? "")
      )
    }
    for fixed in result.fixed.prefix(style.isVerbose ? result.fixed.count : 3) {
      lines.append("Not drawn: " + DisplayText.safe("\(fixed.path): \(fixed.reason)."))
    }
    lines.append("Intervals are 95%. Of draws, noise is taken out of shares and ranks by its variance.")
    if result.comparison.journey.retention != nil {
      lines.append(
        "That satisfied customers stay is an association, not a proof: “odds × 1” shows effects without it."
      )
    }
    lines.append(
      "Next: journey sensitivity \(scenario.path)        which inputs, and where conclusions change"
    )
    return lines
  }

  private var currency: String { result.comparison.journey.run.currency }
}

extension String {
  fileprivate var unsigned: String { first == "+" ? String(dropFirst()) : self }
}
