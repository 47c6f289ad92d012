import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A sweep for a terminal: one row per point, each figure with its change.
public struct SweepText: Sendable {
  private let result: SweepResult
  private let metrics: [MetricID]
  private let style: TerminalStyle

  /// Prepares the text.
  public init(_ result: SweepResult, _ metrics: [MetricID], style: TerminalStyle = TerminalStyle()) {
    self.result = result
    self.metrics = metrics
    self.style = style
  }

  /// The whole text, ending in a line end.
  public var text: String {
    let words = MetricWords(result.journey)
    let paths = result.points.first?.settings.map(\.path) ?? []
    var table = TextTable(paths.map { _ in .right } + metrics.flatMap { _ in [.right, .left] })
    table.add(
      paths.map { TerminalText.cut($0, to: 40) } + metrics.flatMap { [words.label($0), "change"] }
    )
    table.add(
      paths.enumerated().map { $0.offset == 0 ? "today" : "" }
        + metrics.flatMap { id in
          [result.baseline.first { $0.id == id }.map { figure($0.estimate, id).short } ?? "–", ""]
        }
    )
    for point in result.points {
      table.add(
        point.settings.map { TerminalText.cut($0.value, to: 30) }
          + metrics.flatMap { cells(point.metric($0)) }
      )
    }
    let points = "\(result.points.count) \(result.points.count == 1 ? "point" : "points")"
    let lines =
      [
        style.bold(DisplayText.safe(result.journey.name)) + ": \(points), the same travellers in each",
        RunLine.text(result.stamp), "",
      ] + table.lines() + [
        "", "Changes are paired differences to today with 95% intervals, of simulation noise alone.",
        MultiplicityWords.note(result.points.count, "point"),
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func figure(_ estimate: Estimate, _ id: MetricID) -> Figure {
    Figure(estimate, in: id.unit, currency: result.journey.run.currency)
  }

  private func cells(_ metric: MetricDifference?) -> [String] {
    guard let metric else { return ["–", ""] }
    let value = figure(metric.variant, metric.id).short
    guard metric.verdict != .noRealChange else { return [value, "no real change"] }
    let change = Figure(difference: metric.difference, in: metric.id.unit, likeFor: metric.baseline.mean)
    let text = change.value + (change.interval.map { " (\($0))" } ?? "")
    switch metric.verdict {
    case .better: return [value, style.good(text)]
    case .worse: return [value, style.bad(text)]
    default: return [value, text]
    }
  }
}
