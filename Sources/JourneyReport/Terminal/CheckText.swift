import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A check of targets for a terminal.
public struct CheckText: Sendable {
  private let result: CheckResult
  private let variant: String?
  private let isStrict: Bool
  private let style: TerminalStyle
  private let trace: @Sendable (UInt64) -> [String]
  private let words: MetricWords

  /// Prepares the text of a check.
  ///
  /// - Parameter trace: the words of the command that replays a traveller of the run.
  public init(
    _ result: CheckResult,
    variant: String?,
    isStrict: Bool,
    style: TerminalStyle = TerminalStyle(),
    trace: @escaping @Sendable (UInt64) -> [String]
  ) {
    self.result = result
    self.variant = variant
    self.isStrict = isStrict
    self.style = style
    self.trace = trace
    words = MetricWords(result.journey)
  }

  /// The whole text, ending in a line end.
  public var text: String {
    let name = DisplayText.safe(result.journey.name)
    let world = variant.map { "variant \(DisplayText.safe($0))" } ?? "today"
    let answer = TargetWords.sentence(result.targets.map { ($0.target.metric, $0.verdict) }, words)
    var lines = [
      answer.map { style.bold(DisplayText.safe($0)) } ?? "", "\(name), \(world)", RunLine.text(result.stamp),
    ]
    lines += PrecisionWords(result.stamp, result.journey)?.lines ?? []
    lines.append("")
    lines += table
    for target in result.targets where target.verdict == .missed { lines += ["", example(target)] }
    lines += ["", conclusion]
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: [String] {
    var table = TextTable([.left, .left, .left, .right, .left, .left])
    table.add(["", "", "target", "mean", "95% interval", ""])
    for target in result.targets {
      let figure = target.estimate.map { self.figure($0, target.target.metric) }
      table.add([
        mark(target.verdict), words.label(target.target.metric), limit(target.target), figure?.short ?? "–",
        figure.map { $0.interval ?? "exact" } ?? "", remark(target),
      ])
    }
    return table.lines()
  }

  private func mark(_ verdict: TargetVerdict.Verdict) -> String {
    switch verdict {
    case .met: style.good("✓ met")
    case .missed: style.bad("✗ missed")
    case .undecided: "? undecided"
    }
  }

  private func figure(_ estimate: Estimate, _ metric: MetricID) -> Figure {
    Figure(estimate, in: metric.unit, currency: result.journey.run.currency)
  }

  private func plain(_ value: Double, _ unit: MetricUnit) -> String {
    Figure.plain(value, in: unit, currency: result.journey.run.currency)
  }

  private func limit(_ target: Target) -> String {
    target.comparison.rawValue + " " + figure(.exact(target.value), target.metric).short
  }

  private func remark(_ target: CheckedTarget) -> String {
    guard target.verdict == .undecided else { return "" }
    guard target.estimate != nil else { return "this run does not give the figure" }
    guard let travellers = target.travellersToSettle else { return "too close to settle" }
    return "about \(PrecisionWords.rounded(travellers)) travellers would settle it"
  }

  private func example(_ target: CheckedTarget) -> String {
    let label = words.label(target.target.metric)
    guard let example = target.example else {
      return
        "\(label): none of the first \(DecimalText.count(TargetCheck.examined)) travellers shows the miss."
    }
    let ending = "ends in “\(DisplayText.safe(example.outcome))”"
    let own =
      switch target.target.metric {
      case .goal, .timedOut: ending
      case .kept where example.value == 0, .keptAfter where example.value == 0: "not kept, \(ending)"
      case .retention, .kept, .retentionAfter, .keptAfter, .csatTop2:
        "a probability of \(Figure.percent(example.value)), \(ending)"
      case .satisfaction: "\(plain(example.value, .points)) points, \(ending)"
      case let metric: "\(plain(example.value, metric.unit)), \(ending)"
      }
    return "\(label), for example traveller \(example.traveller): \(own).\n"
      + "  " + DisplayText.safe(ShellWords.line(trace(example.traveller)))
  }

  private var conclusion: String {
    let missed = result.count(.missed)
    let undecided = result.count(.undecided)
    let met = result.count(.met)
    let total = Language.count(result.targets.count, "target")
    if met == result.targets.count { return met == 1 ? "The target is met." : "All \(total) are met." }
    var parts: [String] = []
    if met > 0 { parts.append("\(Language.count(met)) met") }
    if missed > 0 { parts.append("\(Language.count(missed)) missed") }
    if undecided > 0 {
      parts.append(
        "\(Language.count(undecided)) undecided"
          + (isStrict ? ", which fails here" : missed == 0 ? ", which does not fail" : "")
      )
    }
    return "Of \(total): \(parts.joined(separator: "; "))."
  }
}
