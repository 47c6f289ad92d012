import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyStatistics

extension Estimation {
  /// From every stage to every later one, in the analyst's order.
  func conversions() -> [StageConversion] {
    let names = journey.stages.map(\.name)
    return names.indices.flatMap { from in
      names.indices.dropFirst(from + 1).map { to in
        StageConversion(
          from: names[from],
          to: names[to],
          share: .share(successes: detail.together.both(from, to), of: reached(stage: from))
        )
      }
    }
  }

  /// Of those who come to a stage, the share who reach a goal; nil without goals or where nobody comes.
  func goalShare(stage: Int) -> Estimate? {
    let goals = journey.outcomes.filter { $0.kind == .goal }.compactMap { compiled.outcomeNumber[$0.name] }
    guard !goals.isEmpty else { return nil }
    // Of everybody it is the figure itself.
    if reached(stage: stage) == travellers, let all = figures.estimate(of: .goal) { return all }
    let count = goals.reduce(0) { $0 + detail.together.ending(stage: stage, outcome: $1) }
    return .share(successes: count, of: reached(stage: stage))
  }

  /// The five A's that the scenario maps, in their order.
  func fiveAs() -> [FiveAsEstimate] {
    guard let places = journey.fiveAs?.places, let aware = places[.aware] else { return [] }
    return FiveAs.Step.allCases.compactMap { step in
      guard let place = places[step] else { return nil }
      return FiveAsEstimate(
        step: step,
        place: place,
        reach: reach(of: place),
        ratio: step == .aware ? nil : ratio(of: place, over: aware)
      )
    }
  }

  /// The share of travellers who come to a place; for an outcome the same figure as everywhere.
  private func reach(of place: FiveAs.Place) -> Estimate {
    if case .outcome(let name) = place, let outcome = outcomes().first(where: { $0.outcome.name == name }) {
      return outcome.share
    }
    return share(reached(place))
  }

  private func ratio(of place: FiveAs.Place, over aware: FiveAs.Place) -> Estimate? {
    // Over everybody it is the share itself.
    if reached(aware) == travellers { return reach(of: place) }
    return Self.ratio(
      reached(place),
      over: reached(aware),
      both: reached(place, and: aware),
      travellers: travellers
    )
  }

  /// One count over another, of the same travellers.
  ///
  /// Where the first are all among the second it is a share, with Wilson's interval; else a ratio, by the delta
  /// method: Var(r) = sum of (y - r x)^2 / ((n - 1) n mean(x)^2) for the indicators y and x.
  static func ratio(_ count: Int, over base: Int, both: Int, travellers: Int) -> Estimate? {
    guard base > 0, travellers > 1 else { return nil }
    if both == count { return .share(successes: count, of: base) }
    let (y, x, xy, n) = (Double(count), Double(base), Double(both), Double(travellers))
    let ratio = y / x
    let residual = max(0, y - 2 * ratio * xy + ratio * ratio * x)
    let error = (residual / (n - 1) * n).squareRoot() / x
    let reach = error * StudentT(degrees: n - 1).upperQuantile(tail: 0.025)
    return Estimate(
      mean: ratio,
      standardError: error,
      low: max(0, ratio - reach),
      high: ratio + reach,
      kind: .ratio,
      count: travellers
    )
  }

  // MARK: Counts

  private func reached(stage: Int) -> Int {
    let width = journey.stages.count
    return detail.travellers.indices.reduce(0) { $0 + detail.stages.groups[$1 * width + stage].reached }
  }

  private func reached(_ place: FiveAs.Place) -> Int { reached(place, and: place) }

  /// Travellers who get to both.
  private func reached(_ one: FiveAs.Place, and other: FiveAs.Place) -> Int {
    func stage(_ name: String) -> Int { journey.stages.firstIndex { $0.name == name } ?? 0 }
    func outcome(_ name: String) -> Int { compiled.outcomeNumber[name] ?? 0 }
    switch (one, other) {
    case (.stage(let first), .stage(let second)) where first == second: return reached(stage: stage(first))
    case (.stage(let first), .stage(let second)): return detail.together.both(stage(first), stage(second))
    case (.stage(let name), .outcome(let end)), (.outcome(let end), .stage(let name)):
      return detail.together.ending(stage: stage(name), outcome: outcome(end))
    case (.outcome(let first), .outcome(let second)):
      guard first == second else { return 0 }
      let width = compiled.outcomeNames.count
      let number = outcome(first)
      return detail.travellers.indices.reduce(0) { $0 + detail.outcomes[$1 * width + number] }
    }
  }
}
