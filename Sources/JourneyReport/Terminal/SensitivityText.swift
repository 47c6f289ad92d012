import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// What would change our mind, for a terminal.
public struct SensitivityText: Sendable {
  private let scenario: Scenario
  private let result: SensitivityResult
  private let style: TerminalStyle
  private let words: MetricWords
  private let inputs: InputWords

  /// Rows shown without being asked for all.
  private static let mostShown = 15

  /// Prepares the text of a sensitivity.
  public init(_ scenario: Scenario, _ result: SensitivityResult, style: TerminalStyle = TerminalStyle()) {
    self.scenario = scenario
    self.result = result
    self.style = style
    words = MetricWords(result.journey)
    inputs = InputWords(result.journey)
  }

  /// The tornado, ends that cannot stand, conclusions with the values that change them, and the screening.
  public var text: String {
    let lines = [style.bold(title), basis] + tornado + impossible + switches + screening + notes
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let currency = result.journey.run.currency
    switch result.subject {
    case .level:
      let today = Figure(result.today, in: result.metric.unit, currency: currency).long
      return "What moves \(words.quoted(result.metric)), today \(today)"
    case .difference(let name, _):
      let effect = Figure(difference: result.today, in: result.metric.unit, currency: currency).long
      return
        "What moves the effect of \(Language.quoted(DisplayText.safe(name))) on "
        + "\(words.quoted(result.metric)), as typed \(effect)"
    }
  }

  private var basis: String {
    let all = result.bars.count + result.idle
    let unmarked = Figure.percent(Sensitivity.unmarkedRange)
    return
      "\(DecimalText.count(all)) inputs, each alone at both ends: marked ones (?, ±, n) at 95% of what they may be, "
      + "all others at ± \(unmarked). The same \(DecimalText.count(result.travellers)) travellers."
  }

  private var tornado: [String] {
    let shown = result.bars.prefix(style.isVerbose ? result.bars.count : Self.mostShown)
    guard !shown.isEmpty else { return ["", "No input moves it by more than noise."] }
    let reach =
      shown.flatMap { [$0.low.effect?.mean, $0.high.effect?.mean] }.compactMap { $0.map(abs) }.max() ?? 1
    var table = TextTable([.right, .left, .left, .right, .right, .left, .right, .left, .left])
    table.add(["", "", "input", "you said", "at", "", "at", "", ""])
    for (index, bar) in shown.enumerated() {
      table.add([
        String(index + 1), InputWords.sign(bar.input), TerminalText.cut(bar.input.path, to: 46),
        inputs.typed(bar.input) + (bar.input.isWritten ? "" : "*"),
        inputs.value(bar.low.value, of: bar.input), effect(bar.low),
        inputs.value(bar.high.value, of: bar.input), effect(bar.high), picture(bar, reach),
      ])
    }
    var lines = [
      "", "  " + style.bold("Greatest swing first: \(words.effectLabel(result.metric).lowercasedFirst)"),
    ]
    lines += table.lines()
    if result.bars.count > shown.count {
      lines.append("  \(DecimalText.count(result.bars.count - shown.count)) more with -v.")
    }
    if shown.contains(where: { !$0.input.isWritten }) {
      lines.append("  * a default of the language, not written in the file")
    }
    return lines
  }

  private func effect(_ end: TornadoEnd) -> String {
    guard let effect = end.effect else { return "cannot be" }
    guard effect.excludesZero else { return "no real change" }
    return Figure(difference: effect, in: result.metric.unit, currency: result.journey.run.currency).value
  }

  /// A bar of twelve characters to each side of no change.
  private func picture(_ bar: TornadoBar, _ reach: Double) -> String {
    let effects = [bar.low.effect?.mean, bar.high.effect?.mean].compactMap { $0 } + [0]
    func cells(_ size: Double) -> Int { min(12, Int((abs(size) / reach * 12).rounded())) }
    let left = cells(min(0, effects.min() ?? 0))
    let right = cells(max(0, effects.max() ?? 0))
    return String(repeating: " ", count: 12 - left) + String(repeating: "█", count: left) + "│"
      + String(repeating: "█", count: right)
  }

  private var impossible: [String] {
    let ends = result.bars.flatMap { bar in [bar.low, bar.high].map { (bar.input, $0) } }
      .compactMap { input, end in end.problem.map { "\(input.path): \($0)" } }
    guard !ends.isEmpty else { return [] }
    let shown = ends.prefix(style.isVerbose ? ends.count : 3)
    return [""] + shown.map { "Cannot stand there: " + DisplayText.safe($0) }
      + (ends.count > shown.count ? ["\(ends.count - shown.count) more ends cannot stand, with -v."] : [])
  }

  // MARK: Switching values

  private var switches: [String] {
    guard result.searched > 0 else { return [] }
    let conclusions = ConclusionWords(result.journey, metric: WhatIf.rankingMetric(result))
    guard !result.tested.isEmpty else {
      return ["", "No conclusion is settled as typed, so there is none whose change could be looked for."]
    }
    var lines = [
      "", "  " + style.bold("What would change our mind"),
      "  \(Language.sentence(Language.count(result.tested.count, "conclusion"))), "
        + "\(DecimalText.count(result.searched)) inputs searched from a fifth to five times what you said.",
    ]
    for tested in result.tested {
      let found = result.switches.filter { $0.conclusion == tested }
      guard !found.isEmpty else { continue }
      lines.append("  " + DisplayText.safe(conclusions.statement(tested)) + ", unless")
      for one in found.prefix(style.isVerbose ? found.count : 2) {
        lines.append("    \(one.isWithinRange ? "!" : "·") " + DisplayText.safe(conclusions.unless(one)))
      }
      let hidden = found.count - 2
      if !style.isVerbose, hidden > 0 { lines.append("    \(Language.count(hidden)) more with -v") }
    }
    let changing = Set(result.switches.map(\.conclusion))
    let firm = result.tested.filter { !changing.contains($0) }
    if !firm.isEmpty {
      let shown = style.isVerbose ? firm : Array(firm.prefix(4))
      let list = shown.map { DisplayText.safe(conclusions.statement($0)) }.joined(separator: "; ")
      let more = firm.count > shown.count ? "; and \(firm.count - shown.count) more" : ""
      lines.append("  Nothing searched changes: \(list)\(more).")
    }
    if result.switches.contains(where: \.isWithinRange) {
      lines.append("  ! within the range that the input may have")
    }
    return lines
  }

  // MARK: Screening

  private var screening: [String] {
    guard let screening = result.screening else { return [] }
    var table = TextTable([.right, .left, .left, .left, .right])
    table.add(["", "", "input", "mu*, \(words.effectLabel(result.metric).lowercasedFirst)", "sigma"])
    let shown = screening.inputs.prefix(style.isVerbose ? screening.inputs.count : Self.mostShown)
    let unit = result.metric.unit
    for (index, one) in shown.enumerated() {
      table.add([
        String(index + 1), InputWords.sign(one.input), TerminalText.cut(one.input.path, to: 46),
        Figure(difference: one.effect.size, in: unit).long,
        Figure(difference: .exact(one.effect.deviation), in: unit).shortened,
      ])
    }
    let runs =
      "\(screening.trajectories) trajectories, \(DecimalText.count(screening.travellers)) travellers a point"
    return [
      "", "  " + style.bold("Screening by elementary effects (Morris): \(runs)"),
    ] + table.lines()
      + [
        "  mu*: how much an input moves it over its range, wherever the others stand; sigma beyond mu*: it depends on them."
      ]
      + (screening.failures > 0
        ? ["  \(screening.failures) points could not stand in the file and are left out."] : [])
      + limits(screening)
  }

  private func limits(_ screening: SensitivityResult.Screening) -> [String] {
    var lines: [String] = []
    if screening.limited > 0 {
      lines.append("  \(screening.limited) upper ends are half way to the limit, as 120% would be beyond it.")
    }
    if !screening.leftOut.isEmpty {
      lines.append(
        "  \(screening.leftOut.count) inputs cannot move at both ends (such as 100% of a row) and stay."
      )
    }
    return lines
  }

  private var notes: [String] {
    var lines = [""]
    if result.idle > 0 {
      lines.append(
        "\(DecimalText.count(result.idle)) inputs move it by nothing that these travellers can show."
      )
    }
    if result.zeros > 0 {
      lines.append(
        "\(DecimalText.count(result.zeros)) inputs are 0 without a mark: ± 20% of 0 is nothing, so they stay."
      )
    }
    if let assumption = InputWords.assumption(result.bars.map(\.input)) { lines.append(assumption) }
    lines.append("Next: journey what-if \(scenario.path) --uncertain        all of them at once")
    return lines
  }
}

extension Figure {
  /// At most four digits of a figure that has no interval.
  fileprivate var shortened: String {
    let digits = value.filter { $0.isNumber || $0 == "." }.prefix(5)
    return digits.last == "." ? String(digits.dropLast()) : String(digits)
  }
}
