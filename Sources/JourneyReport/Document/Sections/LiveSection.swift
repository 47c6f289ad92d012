import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Any set of fixes, answered by the page itself.
  static func live(_ input: ReportInput) -> ReportSection? {
    guard let whatIf = input.whatIf, let pairs = input.pairs, let model = LiveModel(whatIf, pairs, input)
    else { return nil }
    var blocks: [ReportBlock] = [.live(model)]
    if let table = frontier(model, input) {
      blocks += [.heading("What a budget buys, by fixes and pairs"), .table(table)]
    }
    if let table = interactions(model, pairs, input) {
      blocks += [.heading("Pairs that do not simply add up"), .table(table)]
    }
    let told = DecimalText.count(pairs.travellers)
    return ReportSection(
      id: .live,
      navigation: "Try it",
      heading: heading(model, input),
      reading: (pairs.fixes.count > 1
        ? "Each fix alone as it was walked, and what every pair brings beyond that (the first \(told) travellers). "
        : "The fix as it was walked. ")
        + "With scripts on, choose how much is done: the page answers by itself, offline.",
      blocks: blocks,
      notes: [
        pairs.fixes.count > 1 && pairs.real(figure: 0).isEmpty
          ? "No two fixes can be told from adding up simply." : "",
        pairs.fixes.count > 2 ? "What three and more fixes bring beyond their pairs is left out." : "",
        model.miss,
        "A fix that brings part of its effect is counted at its whole cost. Intervals add up the noise of all terms, "
          + "which errs on the wide side.", leftOut(whatIf, pairs),
      ].filter { !$0.isEmpty }
    )
  }

  private static func heading(_ model: LiveModel, _ input: ReportInput) -> String {
    let first = model.measures[0]
    let count = model.fixes.count
    let all = first.model.value(shares: model.fixes.map { _ in 1 })
    let sum = first.alone.reduce(0) { $0 + $1.mean }
    guard count > 1, sum > 0 else { return "Try how far a fix goes" }
    let aim = input.words.brief(first.metric)
    let part = all / sum
    if abs(part - 1) < 0.05 { return "Fixes nearly add up: try any set and see what it brings" }
    return
      "Together the fixes bring \(Figure.percent(abs(part - 1))) \(part < 1 ? "less" : "more") than their sum "
      + "\(aim.hasPrefix("of ") ? aim : "for “\(aim)”")"
  }

  private static func leftOut(_ whatIf: ComparisonResult, _ pairs: FixPairs) -> String {
    let fixes = whatIf.variants.filter { $0.operation == "fix" && $0.painPoints.count == 1 }
    let rest = fixes.count - pairs.fixes.count
    return rest > 0
      ? "Left out, as they bring least alone: \(Language.count(rest, "fix", "fixes")); `journey optimise` weighs all."
      : ""
  }

  /// The best sets by cost: the points from which each further unit of money buys less.
  private static func frontier(_ model: LiveModel, _ input: ReportInput) -> ReportTable? {
    guard model.fixes.count > 1, model.totalCost != nil else { return nil }
    let first = model.measures[0]
    var pairwise = first.model
    pairwise.costs = model.fixes.map { $0.cost ?? 0 }
    let points = pairwise.frontierOnHull().filter { $0.cost > 0 }
    guard points.count > 1 else { return nil }
    return ReportTable(
      caption: "The best sets of fixes by cost",
      columns: [.figures("Cost, once"), .figures(first.effectTitle), .words("Fixes")],
      rows: points.map { point in
        let shares = model.fixes.indices.map { point.set >> UInt64($0) & 1 == 1 ? 1.0 : 0 }
        return [
          ReportTable.Cell(Figure.money(point.cost, currency: input.currency)),
          ReportTable.Cell(first.text(shares)),
          ReportTable.Cell(
            zip(model.fixes, shares).filter { $0.1 > 0 }.map(\.0.painPoint).joined(separator: ", ")
          ),
        ]
      }
    )
  }

  private static func interactions(_ model: LiveModel, _ pairs: FixPairs, _ input: ReportInput)
    -> ReportTable?
  {
    let first = model.measures[0]
    let real = pairs.real(figure: 0).prefix(8)
    guard !real.isEmpty else { return nil }
    return ReportTable(
      caption: "Pairs of fixes whose effects do not add up; the intervals of all pairs hold together",
      columns: [.words("Pair"), .words("Together"), .figures(first.effectTitle + ", beyond the sum")],
      rows: real.map { pair in
        let names = [pair.first, pair.second].map { model.fixes[$0].painPoint }
        let text = Figure(difference: pair.extra, in: first.metric.unit, currency: input.currency)
        return [
          ReportTable.Cell(names.joined(separator: " + ")),
          ReportTable.Cell(pair.extra.mean > 0 ? "complements" : "substitutes"),
          ReportTable.Cell(text.value + (text.interval.map { " (\($0))" } ?? "")),
        ]
      }
    )
  }
}

extension LiveModel {
  /// What is said of an answer: one fix, two, three and more, parts of effects, and nothing to be told.
  var reasons: [String] {
    [
      "One fix: the walked figure itself.",
      "Two fixes: both as walked, and what the pair brings beyond them.",
      "Three or more fixes: what they bring beyond their pairs is left out. "
        + (miss.isEmpty ? "" : miss + " ") + "Before you decide, walk this set:",
      "Parts of an effect are interpolated between nothing and the fix as costed; a walk is surer.",
      "This cannot be told from no change: only a walk with more travellers (`--travellers`) can say.",
    ]
  }
}

extension LiveModel.Measure {
  /// What fixes bring by the pairs, with an interval that adds up the noise of all terms.
  func text(_ shares: [Double]) -> String {
    var reach = 0.0
    var pair = 0
    for second in shares.indices {
      reach += alone[second].halfWidth * shares[second]
      for first in 0..<second {
        reach += extra[pair].halfWidth * shares[second] * shares[first]
        pair += 1
      }
    }
    let value = model.value(shares: shares)
    let figure = Figure(
      Estimate(mean: value, standardError: reach / 1.96, low: value - reach, high: value + reach),
      style: FigureStyle(unit: .count, currency: "", around: 0),
      signed: true
    )
    return figure.value + (figure.interval.map { " (\($0))" } ?? "")
  }
}
