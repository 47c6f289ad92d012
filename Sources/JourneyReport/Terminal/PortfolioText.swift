import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// The choice of fixes under a budget, for a terminal.
public struct PortfolioText: Sendable {
  private let scenario: Scenario
  private let result: PortfolioResult
  private let style: TerminalStyle
  private let words: MetricWords

  /// Prepares the text of a choice.
  public init(_ scenario: Scenario, _ result: PortfolioResult, style: TerminalStyle = TerminalStyle()) {
    self.scenario = scenario
    self.result = result
    self.style = style
    words = MetricWords(result.journey)
  }

  /// The answer first, then the sets that were walked again, what each fix is worth, and what more money buys.
  public var text: String {
    var lines = [style.bold(answer), runs]
    lines += candidates + worths + interactions + frontier + notes
    lines += [
      "", "Intervals are 95%, of simulation noise alone: uncertain inputs are not in them.",
      MultiplicityWords.note(result.fixes.count, "fix", "fixes"),
    ]
    if result.candidates.count > 1 {
      lines.append("The intervals of the best sets hold together, since one of them is chosen.")
    }
    if let choice = result.choice {
      let names = choice.painPoints.map { "\"\(DisplayText.safe($0))\"" }
      lines.append("Next: journey what-if \(scenario.path) \(names.joined(separator: " "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: The answer

  private var answer: String {
    let limit = money(result.budget)
    guard let choice = result.choice, choice.effect.mean > 0, choice.effect.excludesZero else {
      return result.choice == nil
        ? "Nothing to buy: no set of fixes for up to \(limit) does better than doing nothing."
        : "Nothing to buy yet: these travellers cannot show that any set of fixes for up to \(limit) helps."
    }
    let others =
      choice.againstBest.isBest || result.ties.isEmpty
      ? "" : " \(Language.sentence(Language.count(result.ties.count, "other set"))) may do as well."
    return
      "Fix \(Language.list(choice.painPoints.map(DisplayText.safe))), for \(money(choice.cost)) of \(limit): "
      + words.change(choice.effect, of: result.metric) + "." + others
  }

  private var runs: String {
    let count = DecimalText.count(result.stamp.travellers)
    guard !result.candidates.isEmpty else { return RunLine.text(result.stamp) }
    return
      "\(RunLine.text(result.stamp)), proposed the sets; \(count) others, who took no part in that, chose."
  }

  // MARK: The sets

  private var candidates: [String] {
    guard !result.candidates.isEmpty else { return [] }
    var table = TextTable([.right, .right, .left, .left, .left])
    table.add(["", "one-off", words.effectLabel(result.metric), "among these", "fixes"])
    for (index, candidate) in result.candidates.enumerated() {
      table.add([
        String(index + 1), money(candidate.cost), effect(candidate.effect), standing(candidate.againstBest),
        TerminalText.cut(candidate.painPoints.joined(separator: " + "), to: max(30, style.width - 60)),
      ])
    }
    return ["", "  " + style.bold("The best sets, walked again by fresh travellers")] + table.lines()
      + guarantee
  }

  private func standing(_ interval: BestOf.Interval) -> String {
    if interval.isBest { return "the best" }
    return interval.mayBeBest ? "may be best" : "up to \(points(-interval.low)) behind"
  }

  private var guarantee: [String] {
    guard let choice = result.choice, result.candidates.count > 1 else { return [] }
    let sets = Language.count(result.candidates.count, "set")
    if choice.againstBest.isBest { return ["The first is the best of these \(sets), at 95%."] }
    let ties = result.ties
    var lines = [
      "The first is at most \(points(-choice.againstBest.low)) behind the best of these \(sets), at 95%."
    ]
    if !ties.isEmpty {
      let numbers = result.candidates.indices.dropFirst()
        .filter { result.candidates[$0].againstBest.mayBeBest }.map { String($0 + 1) }
      lines.append("Tie: \(Language.list(["1"] + numbers)). These travellers cannot settle their order.")
      if let cheapest = ties.min(by: { $0.cost < $1.cost }), cheapest.cost < choice.cost {
        lines.append(
          "The cheapest of them costs \(money(cheapest.cost)): "
            + Language.list(cheapest.painPoints.map(DisplayText.safe)) + "."
        )
      }
    }
    return lines
  }

  // MARK: The fixes

  private var worths: [String] {
    var table = TextTable([.left, .right, .left, .left])
    table.add([words.effectLabel(result.metric), "one-off", "alone", "as part of all"])
    for fix in result.fixes {
      table.add([
        TerminalText.cut(fix.painPoint, to: 34), money(fix.cost), effect(fix.alone, fix.aloneAdjustment),
        effect(fix.share, fix.shareAdjustment),
      ])
    }
    let all = result.fixes.reduce(0) { $0 + $1.cost }
    if result.fixes.count > 1 { table.add(["all together", money(all), "", effect(result.together)]) }
    return ["", "  " + style.bold("What each fix is worth")] + table.lines()
  }

  private var interactions: [String] {
    let shown = result.pairs.prefix(style.isVerbose ? result.pairs.count : 4)
    guard !shown.isEmpty else { return [] }
    var lines = [""]
    for pair in shown {
      let isMore = pair.extra.mean > 0
      let names = Language.list([pair.first, pair.second].map(DisplayText.safe))
      lines.append(
        "\(isMore ? "Complements" : "Substitutes"): \(names) together bring \(points(abs(pair.extra.mean))) "
          + "\(isMore ? "more" : "less") than the sum of each alone."
      )
    }
    let hidden = result.pairs.count - shown.count
    if hidden > 0 { lines.append("\(hidden) more pairs with -v.") }
    return lines
  }

  // MARK: The money

  private var frontier: [String] {
    let shown = result.frontier.filter { $0.cost > 0 && (style.isVerbose || $0.isOnHull) }
    guard shown.count > 1 else { return [] }
    var table = TextTable([.right, .left, .left])
    table.add(["one-off", words.effectLabel(result.metric), "fixes"])
    for point in shown {
      table.add([
        money(point.cost),
        Figure(difference: .exact(rounded(point.predicted)), in: result.metric.unit, currency: currency)
          .value,
        TerminalText.cut(point.painPoints.joined(separator: " + "), to: max(30, style.width - 36)),
      ])
    }
    return ["", "  " + style.bold("What money buys, by single fixes and pairs (the first run)")]
      + table.lines()
  }

  private var notes: [String] {
    var lines: [String] = []
    if let choice = result.choice, Set(result.greedy) != Set(choice.painPoints), !result.greedy.isEmpty {
      let listed = result.candidates.first { Set($0.painPoints) == Set(result.greedy) }
      let effect = listed.map { ": " + words.gainPhrase($0.effect, of: result.metric) } ?? ""
      lines.append(
        "A list sorted by benefit per money would buy "
          + Language.list(result.greedy.map(DisplayText.safe)) + effect + "."
      )
    }
    if !result.leftOut.isEmpty {
      lines.append(
        "All sets of twenty fixes are looked at; left out, as they bring least alone: "
          + Language.list(result.leftOut.map(DisplayText.safe)) + "."
      )
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  // MARK: Figures

  private var currency: String { result.journey.run.currency }

  private func money(_ amount: Double) -> String { Figure.money(amount, currency: currency) }

  private func effect(_ estimate: Estimate, _ adjustment: Adjustment) -> String {
    adjustment.isReal ? effect(estimate) : FigureFormat.noRealChange
  }

  private func effect(_ estimate: Estimate) -> String {
    guard estimate.excludesZero else { return FigureFormat.noRealChange }
    let figure = Figure(difference: estimate, in: result.metric.unit, currency: currency)
    let text = figure.value + (figure.interval.map { " (\($0))" } ?? "")
    return estimate.mean > 0 ? style.good(text) : style.bad(text)
  }

  /// A size without its sign ("0.3 points").
  private func points(_ size: Double) -> String {
    let text = Figure(
      difference: .exact(rounded(size, digits: 2)),
      in: result.metric.unit,
      currency: currency
    ).short
    return text.first == "+" ? String(text.dropFirst()) : text
  }

  /// Three digits or fewer, as what has no interval here is no surer than that.
  private func rounded(_ value: Double, digits: Int = 3) -> Double {
    guard value != 0, value.isFinite else { return value }
    let limit = digits == 3 ? 1_000.0 : 100
    var step = 1.0
    while abs(value) / step >= limit { step *= 10 }
    while abs(value) * 10 / step < limit, step > 1e-9 { step /= 10 }
    return (value / step).rounded() * step
  }
}
