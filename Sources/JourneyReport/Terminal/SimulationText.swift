import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A run for a terminal: key figures, targets, measured beside simulated, stages, hotspots, typed beside simulated.
public struct SimulationText: Sendable {
  private let scenario: Scenario
  private let variant: String?
  let result: SimulationResult
  let style: TerminalStyle
  let words: MetricWords

  /// Prepares the text of a run of a scenario, or of one of its variants.
  public init(
    _ scenario: Scenario,
    variant: String? = nil,
    _ result: SimulationResult,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.scenario = scenario
    self.variant = variant
    self.result = result
    self.style = style
    words = MetricWords(result.journey)
  }

  /// The whole text, ending in a line end.
  public var text: String {
    var lines = heading
    lines += section("", figures)
    lines += section("Measured and simulated", observed)
    lines += section("Satisfaction by stage, points (middle half of visits)", stages)
    lines += section("From stage to stage", StageText.conversions(result, isVerbose: style.isVerbose))
    lines += section("The five A's", StageText.fiveAs(result.fiveAs))
    lines += section(hurtsHeading, hurts)
    lines += section("What each pain point costs, told from this run alone", painEffects)
    lines += section(
      "Moments of truth: what 10 points of quality there are worth, as far as that is linear",
      momentEffects
    )
    lines += section(
      "A year's arrivals, by their first journeys",
      YearText.today(result.year, result.journey)
    )
    lines += section("Typed and simulated", typed)
    lines += section("", [exact, capped].compactMap { $0 }.map { "  " + $0 })
    lines += section(
      "Assumed",
      style.isVerbose ? scenario.assumptions.map { "  " + DisplayText.safe($0) } : []
    )
    lines += conclusion.isEmpty ? [] : ["", conclusion]
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ body: [String]) -> [String] {
    guard !body.isEmpty else { return [] }
    return [""] + (title.isEmpty ? [] : ["  " + style.bold(title)]) + body
  }

  // MARK: Heading

  private var heading: [String] {
    let journey = result.journey
    let name = DisplayText.safe(journey.name)
    let world = variant.map { "variant \(DisplayText.safe($0))" } ?? "today"
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    var parts = [counted(journey.touchpoints.count, "touchpoint")]
    if !journey.painPoints.isEmpty { parts.append(counted(journey.painPoints.count, "pain point")) }
    if journey.personas.count > 1 { parts.append(counted(journey.personas.count, "persona")) }
    let answer = VerdictWords(simulation: result, whatIf: nil).lines
    return answer.map { style.bold(DisplayText.safe($0)) } + [
      style.bold("\(name), \(world)") + ": " + parts.joined(separator: ", "), RunLine.text(result.stamp),
    ] + (PrecisionWords(result.stamp, journey)?.lines ?? [])
  }

  // MARK: Key figures

  private var figures: [String] {
    var table = TextTable([.left, .right, .left, .left])
    let hasTargets = !result.targets.isEmpty
    table.add(["", "mean", "95% interval", hasTargets ? "target" : ""])
    for metric in result.metrics where isShown(metric.id) {
      let figure = Figure(metric.estimate, in: metric.id.unit, currency: result.journey.run.currency)
      table.add([
        words.label(metric.id), figure.short, figure.interval ?? certainty(metric.id), target(metric.id),
      ])
    }
    return table.lines()
  }

  /// Why a figure has no interval.
  private func certainty(_ id: MetricID) -> String {
    switch id {
    case .ces, .cost, .minutes, .visits, .timedOut: "all alike"
    default: result.stamp.isControlled ? "no noise left" : "all alike"
    }
  }

  private func isShown(_ id: MetricID) -> Bool {
    switch id {
    case .csat: style.isVerbose || result.journey.run.display == .csat
    case .satisfaction: style.isVerbose || result.journey.run.display == .points
    case .kept: result.journey.retention?.base != .everyone
    case .nps, .ces, .csatTop2, .clv, .goal, .retention, .cost, .minutes, .visits: true
    case .timedOut: style.isVerbose
    case .retentionAfter(let period), .keptAfter(let period):
      style.isVerbose || result.targets.contains { $0.target.metric == id }
        || (id == .retentionAfter(period) && period == result.stamp.periods)
    }
  }

  private func target(_ id: MetricID) -> String {
    result.targets.filter { $0.target.metric == id }.map { verdict in
      let limit = Figure(.exact(verdict.target.value), in: id.unit, currency: result.journey.run.currency)
      let sign = verdict.target.comparison == .atLeast ? "≥" : "≤"
      switch verdict.verdict {
      case .met: return "\(sign) \(limit.short)  " + style.good("✓")
      case .missed: return "\(sign) \(limit.short)  " + style.bad("✗")
      case .undecided: return "\(sign) \(limit.short)  undecided"
      }
    }.joined(separator: "   ")
  }

  // MARK: Other sections

  private var observed: [String] {
    guard !result.observed.isEmpty else { return [] }
    var table = TextTable([.left, .right, .right, .left])
    table.add(["", "measured", "simulated", ""])
    for comparison in result.observed {
      let unit = comparison.observation.quantity.unit
      let currency = result.journey.run.currency
      let measured = Figure(.exact(comparison.observation.value), in: unit, currency: currency)
      let simulated = comparison.simulated.map { Figure($0, in: unit, currency: currency) }
      table.add([
        DisplayText.safe(comparison.observation.label), measured.short, simulated?.short ?? "–",
        simulated?.interval.map { "(\($0))" } ?? "",
      ])
    }
    return table.lines()
  }

  private var stages: [String] {
    guard result.journey.hasQuality, result.stages.count > 1 else { return [] }
    var table = TextTable([.left, .right, .left, .right])
    for stage in result.stages {
      guard let satisfaction = stage.satisfaction else { continue }
      let band =
        stage.quantiles.count == 5
        ? DecimalText.fixed(stage.quantiles[1], places: 0) + " to "
          + DecimalText.fixed(stage.quantiles[3], places: 0) : ""
      table.add([
        DisplayText.safe(stage.name), Figure(satisfaction, in: .points).short,
        band.isEmpty ? "" : "(\(band))",
        StageWords.reach(stage.reach.mean),
      ])
    }
    return table.lines()
  }

  private var hurtsHeading: String { "Where dissatisfaction collects, share of all" }

  private var hurts: [String] {
    let ranked = result.touchpoints.filter { ($0.dissatisfaction?.mean ?? 0) > 0 }
      .sorted { ($1.dissatisfaction?.mean ?? 0, $0.name) < ($0.dissatisfaction?.mean ?? 0, $1.name) }
    guard let greatest = ranked.first?.dissatisfaction?.mean else { return [] }
    let shown = style.isVerbose ? ranked.count : min(ranked.count, 5)
    var table = TextTable([.right, .left, .right, .left, .left])
    for (index, touchpoint) in ranked.prefix(shown).enumerated() {
      let share = touchpoint.dissatisfaction?.mean ?? 0
      let bar = String(repeating: "█", count: max(1, Int((14 * share / greatest).rounded())))
      let pains = result.pains.filter { $0.pain.at == touchpoint.name }
        .sorted { ($0.incidence?.mean ?? 0) > ($1.incidence?.mean ?? 0) }
      let worst = pains.first.map {
        "\(DisplayText.safe($0.pain.name)), \(Figure.percent($0.incidence?.mean ?? 0)) of visits"
          + (pains.count > 1 ? " (+\(pains.count - 1))" : "")
      }
      table.add([
        String(index + 1), TerminalText.cut(touchpoint.name, to: 28), Figure.percent(share), bar, worst ?? "",
      ])
    }
    let rest = ranked.dropFirst(shown)
    if !rest.isEmpty {
      let share = rest.reduce(0) { $0 + ($1.dissatisfaction?.mean ?? 0) }
      table.add(["", "\(rest.count) other\(rest.count == 1 ? "" : "s")", Figure.percent(share), "", ""])
    }
    return table.lines()
  }

  private var typed: [String] {
    guard !result.typedDifferences.isEmpty else { return [] }
    let shown = style.isVerbose ? result.typedDifferences.count : min(6, result.typedDifferences.count)
    var table = TextTable([.left, .right, .right, .left])
    table.add(["", "typed", "simulated", "because"])
    for difference in result.typedDifferences.prefix(shown) {
      let unit = difference.quantity.unit
      table.add([
        TerminalText.cut(difference.quantity.words, to: 36), Figure.plain(difference.typed, in: unit),
        Figure(difference.simulated, in: unit).short, DisplayText.safe(difference.reason),
      ])
    }
    var lines = table.lines()
    let rest = result.typedDifferences.count - shown
    if rest > 0 { lines.append("  … \(rest) more with -v") }
    return lines
  }

  private var exact: String? {
    let exact = result.exact
    guard exact.applies else {
      return exact.reason.map { "The exact answer does not apply: \($0)." }
    }
    let z = DecimalText.fixed(exact.greatestZ, places: 1)
    return exact.agrees
      ? "Agrees with the exact answer: greatest |z| \(z) of \(exact.lines.count) comparisons (99.99% simultaneous)."
      : style.bad("DISAGREES with the exact answer: greatest |z| \(z). Please report this.")
  }

  private var capped: String? {
    guard let share = result.metric(.timedOut), share.mean > 0 else { return nil }
    return "Cut off by a cap (visits or time): " + Figure(share, in: .share).long + " of journeys."
      + (share.mean > 0.005 ? " Above 0.5% the other figures are not to be trusted." : "")
  }

  private var conclusion: String {
    var lines: [String] = []
    if !result.journey.painPoints.isEmpty, variant == nil {
      lines.append("Next: journey what-if \(scenario.path)        which fix is worth it")
    }
    return lines.joined(separator: "\n")
  }
}

/// The line that says what a run was.
enum RunLine {
  static func text(_ stamp: RunStamp) -> String {
    var line = "\(DecimalText.count(stamp.travellers)) travellers, seed \(stamp.seed)"
    if stamp.periods > 1 { line += ", \(stamp.periods) periods" }
    return line
  }
}

extension TypedDifference.Quantity {
  /// What the number is, in words.
  var words: String {
    switch self {
    case .leaving(let touchpoint): "leave at \(touchpoint)"
    case .quality(let touchpoint): "quality of \(touchpoint)"
    case .path(let from, let to): "\(from ?? "START") → \(to)"
    }
  }
}
