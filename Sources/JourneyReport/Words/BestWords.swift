import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says which world is the best, or may be: never more than the figures settle.
struct BestWords {
  /// The baseline's name in a sentence.
  static let today = "today"

  private let words: MetricWords
  private let currency: String

  init(_ journey: Journey) {
    words = MetricWords(journey)
    currency = journey.run.currency
  }

  /// Which worlds may be the best.
  func lines(_ standing: BestStanding) -> [String] {
    let label = words.label(standing.metric)
    let level = Figure.percent(standing.level)
    let best = standing.mayBeBest
    let others = standing.worlds.filter { !$0.againstBest.mayBeBest }
    if best.count == 1, let one = best.first {
      return ["\(label): \(name(one.name)) is the best (\(level), all pairs together)."]
    }
    let list = Language.list(best.map { name($0.name) })
    if others.isEmpty {
      return [
        "\(label): any of them may be the best; these travellers cannot settle it (\(level), all pairs together)."
      ]
    }
    return [
      "\(label): \(list) may be the best; these travellers cannot settle which (\(level), all pairs together)."
    ]
  }

  /// The contest and how it ended.
  func lines(_ selection: SelectionResult, style: TerminalStyle) -> [String] {
    let label = words.label(selection.metric)
    let matters = size(selection.indifference, selection.metric)
    let level = Figure.percent(selection.level)
    var lines = [style.bold(headline(selection, label, matters))]
    if selection.isFinished {
      lines.append(
        "A best that is ahead by \(matters) or more is found with a probability of at least \(level) "
          + "(Kim and Nelson, 2001)."
      )
    }
    lines.append(
      "Batches of \(Selection.batch) travellers, the same in all worlds; "
        + "\(DecimalText.count(selection.lives)) journeys in all."
    )
    return lines + table(selection, matters)
  }

  private func headline(_ selection: SelectionResult, _ label: String, _ matters: String) -> String {
    guard let winner = selection.winner else {
      let left = selection.worlds.filter(\.isLeft).map { name($0.name) }
      return "\(label): not settled, \(Language.list(left)) are left; more travellers would settle it."
    }
    guard !selection.ties.isEmpty else { return "\(label): \(name(winner.name)) is the best." }
    let ties = Language.list(selection.ties.map { name($0.name) })
    return
      "\(label): a tie of \(name(winner.name)) and \(ties), closer than the \(matters) that matter."
  }

  private func table(_ selection: SelectionResult, _ matters: String) -> [String] {
    var table = TextTable([.left, .left, .left])
    table.add(["", "behind the first", selection.isFinished ? "decided after" : "walked"])
    for world in selection.worlds {
      let behind = world.behind.map { gap -> String in
        let text = figure(gap, selection.metric)
        return text + (world.isTie ? ", a tie" : "")
      }
      table.add([
        TerminalText.cut(name(world.name), to: 30), behind ?? "–",
        "\(DecimalText.count(world.travellers)) travellers"
          + (world.isLeft && !selection.isFinished ? ", still in" : ""),
      ])
    }
    return table.lines()
  }

  private func figure(_ gap: Estimate, _ metric: MetricID) -> String {
    // Everything is counted backwards from the first, so a sign would only confuse.
    let text = Figure(difference: gap, in: metric.unit, currency: currency).long
    return text.filter { $0 != "+" }
  }

  private func name(_ name: String?) -> String { name.map { "\"\(DisplayText.safe($0))\"" } ?? Self.today }

  /// A size in a figure's unit ("0.2 points").
  func size(_ amount: Double, _ metric: MetricID) -> String {
    switch metric.unit {
    case .share: "\(DecimalText.significant(amount * 100)) points"
    case .points: "\(DecimalText.significant(amount)) points"
    default: Figure(.exact(rounded(amount)), in: metric.unit, currency: currency).short
    }
  }

  /// To three digits.
  private func rounded(_ amount: Double) -> Double {
    guard amount > 0, amount.isFinite else { return amount }
    var step = 1.0
    while amount / step >= 1_000 { step *= 10 }
    while amount / step < 100, step > 1e-12 { step /= 10 }
    return (amount / step).rounded() * step
  }
}
