import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What-if and compare runs for a terminal.
public struct ComparisonText: Sendable {
  private let scenario: Scenario
  let result: ComparisonResult
  let style: TerminalStyle
  private let selection: SelectionResult?
  private let words: MetricWords

  /// Prepares the text of a comparison.
  ///
  /// - Parameter selection: the best world, where it was asked for.
  public init(
    _ scenario: Scenario,
    _ result: ComparisonResult,
    selection: SelectionResult? = nil,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.scenario = scenario
    self.result = result
    self.selection = selection
    self.style = style
    words = MetricWords(result.journey)
  }

  // MARK: What-if

  /// One block per operation, best first: two figures with their intervals, costs, ties.
  public var whatIf: String {
    let total = result.variants.count
    var lines =
      VerdictWords(result).lines.map { style.bold(DisplayText.safe($0)) } + [
        "Each change alone, the same travellers and random numbers as today: "
          + "\(total + 1) worlds.", RunLine.text(result.stamp),
      ]
    lines += precision
    for operation in operations {
      let rows = ranked(result.variants.filter { $0.operation == operation })
      guard !rows.isEmpty else { continue }
      lines += ["", "  " + style.bold(OperationWords.heading(operation))] + effectTable(rows)
    }
    lines +=
      ties + actions + yearlyChanges(yearly)
      + footnotes(ranks: true)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is shown by year: fixes, or removals where no fix is written, and variants.
  private var yearly: [VariantResult] {
    let main = result.variants.contains { $0.operation == "fix" } ? "fix" : "remove"
    return result.variants.filter { [main, "variant"].contains($0.operation) }
  }

  private var operations: [String] {
    var seen: [String] = []
    for variant in result.variants where !seen.contains(variant.operation) { seen.append(variant.operation) }
    return seen
  }

  /// The rows of one operation with their effects, costs and ranks.
  func effectTable(_ rows: [VariantResult]) -> [String] {
    let shown = shownMetrics
    var table = TextTable([.right, .left] + shown.map { _ in .left } + [.right])
    let hasCosts = rows.contains { $0.cost != nil }
    table.add(["", ""] + shown.map(words.effectLabel) + [hasCosts ? "one-off" : ""])
    var rank = 0
    for row in rows {
      let isTotal = row.name == WhatIf.together
      if !isTotal { rank += 1 }
      table.add(
        [isTotal ? "" : String(rank), TerminalText.cut(row.name, to: 30)]
          + shown.map { effect(row.metric($0)) }
          + [row.cost.map { Figure.money($0, currency: result.journey.run.currency) } ?? ""]
      )
    }
    return table.lines()
  }

  /// What the intervals say and what they leave out.
  ///
  /// - Parameter ranks: whether a table is ranked by effect.
  func footnotes(ranks: Bool) -> [String] {
    ["", "Intervals are 95%, of simulation noise alone: uncertain inputs are not in them.", multiplicity]
      + (ranks
        ? ["Ranked by: " + words.label(WhatIf.rankingMetric(result)).lowercasedFirst + "."] : [])
  }

  private var multiplicity: String { MultiplicityWords.note(result.variants.count, "change") }

  /// How a run went that was to be so precise.
  var precision: [String] { PrecisionWords(result.stamp, result.journey)?.lines ?? [] }

  /// Best first by the block's own effects, the total last.
  private func ranked(_ rows: [VariantResult]) -> [VariantResult] {
    let metric = WhatIf.rankingMetric(result)
    func effect(_ row: VariantResult) -> Double { row.metric(metric)?.difference.mean ?? 0 }
    return rows.filter { $0.name != WhatIf.together }.sorted { effect($0) > effect($1) }
      + rows.filter { $0.name == WhatIf.together }
  }

  private var shownMetrics: [MetricID] {
    let wanted: [MetricID] =
      style.isVerbose
      ? [.goal, .satisfaction, .retention, .kept, .clv, .cost]
      : [.goal, .satisfaction, .kept] + (result.stamp.periods > 1 ? [.clv] : [])
    return wanted.filter { id in result.baseline.contains { $0.id == id } }
  }

  /// A difference with its interval, coloured by what it means.
  func effect(_ metric: MetricDifference?) -> String {
    guard let metric else { return "–" }
    guard metric.verdict != .noRealChange else { return "no real change" }
    let figure = Figure(difference: metric.difference, in: metric.id.unit)
    let text = figure.value + (figure.interval.map { " (\($0))" } ?? "")
    switch metric.verdict {
    case .better: return style.good(text)
    case .worse: return style.bad(text)
    default: return text
    }
  }

  /// A line for each group of variants whose order is not settled.
  var ties: [String] {
    guard !result.ties.isEmpty else { return [] }
    return [""]
      + result.ties.map { group in
        "Tie: \(Language.list(group.map(DisplayText.safe))). These travellers cannot settle their order."
      }
  }

  // MARK: Compare

  /// One row per figure, one column per world.
  public var comparison: String {
    let worlds = result.variants.count + 1
    let answer = ScenarioWords.heading(result, among: result.baseline.map(\.id).filter(isCompared))
    var lines = [
      style.bold(DisplayText.safe(answer) + "."),
      "Paired: the same \(DecimalText.count(result.stamp.travellers)) travellers in all \(worlds), seed "
        + "\(result.stamp.seed)",
    ]
    lines += precision
    if let selection { lines += [""] + BestWords(result.journey).lines(selection, style: style) }
    for block in blocks { lines += block }
    lines += [""] + result.variants.map(verdict) + yearlyChanges(result.variants)
    if selection == nil, let standing = result.standing {
      lines += [""] + BestWords(result.journey).lines(standing)
    }
    lines += [
      "", "✓ better, ✗ worse, ± different; 95% intervals of the paired difference, simulation noise alone.",
      MultiplicityWords.note(result.variants.count, "variant"),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Tables that fit a page: as many variants side by side as there is room for, at least one.
  private var blocks: [[String]] {
    var blocks: [[String]] = []
    var rest = result.variants[...]
    while !rest.isEmpty {
      var count = rest.count
      var lines = table(rest.prefix(count))
      while count > 1, lines.contains(where: { DisplayText.width($0) > style.width }) {
        count -= 1
        lines = table(rest.prefix(count))
      }
      blocks.append([""] + lines)
      rest = rest.dropFirst(count)
    }
    return blocks
  }

  private func table(_ variants: ArraySlice<VariantResult>) -> [String] {
    var table = TextTable([.left, .right] + variants.map { _ in .left })
    table.add(["", "today"] + variants.map { TerminalText.cut($0.name, to: 28) })
    for metric in result.baseline where isCompared(metric.id) {
      let figure = Figure(metric.estimate, in: metric.id.unit, currency: result.journey.run.currency)
      table.add([words.label(metric.id), figure.short] + variants.map { cell($0.metric(metric.id)) })
    }
    return table.lines()
  }

  private func isCompared(_ id: MetricID) -> Bool {
    switch id {
    case .csat, .retentionAfter, .keptAfter, .timedOut: style.isVerbose
    case .kept: result.journey.retention?.base != .everyone
    default: true
    }
  }

  private func cell(_ metric: MetricDifference?) -> String {
    guard let metric else { return "–" }
    guard metric.verdict != .noRealChange else { return "no real change" }
    let value = Figure(metric.variant, in: metric.id.unit, currency: result.journey.run.currency)
    let difference = Figure(
      difference: metric.difference,
      in: metric.id.unit,
      likeFor: metric.baseline.mean
    )
    let change = difference.value + (difference.interval.map { " (\($0))" } ?? "")
    switch metric.verdict {
    case .better: return "\(value.short)  " + style.good("✓ \(change)")
    case .worse: return "\(value.short)  " + style.bad("✗ \(change)")
    default: return "\(value.short)  ± \(change)"
    }
  }

  private func verdict(_ variant: VariantResult) -> String {
    let judged = variant.metrics.filter { isCompared($0.id) && $0.id.higherIsBetter != nil }
    let better = judged.filter { $0.verdict == .better }.count
    let worse = judged.filter { $0.verdict == .worse }.map { words.label($0.id) }
    let name = DisplayText.safe(variant.name)
    guard better > 0 || !worse.isEmpty else {
      return "\(name): no real change in any of \(judged.count) figures."
    }
    let price = worse.isEmpty ? "worse on none" : "worse on: \(worse.joined(separator: "; "))"
    return "\(name): better on \(better) of \(judged.count) figures, \(price)."
  }
}
