import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Chooses the fixes that a budget should buy.
public enum Portfolio {
  /// Sets that fresh travellers choose from.
  public static let candidates = 5
  /// Sets that the first travellers try as wholes, after the pairs have named them.
  public static let shortlist = 64

  /// The figure that is maximised where nothing else is said: kept, else satisfaction, else the goal.
  public static func standardMetric(_ journey: Journey) -> MetricID {
    let given = CompiledJourney(journey).figures(periods: 1).map(\.id)
    return [MetricID.kept, .satisfaction, .goal].first(where: given.contains) ?? .goal
  }

  /// Simulates all single fixes and pairs, finds the best sets of them, and lets fresh travellers choose.
  ///
  /// The first run's travellers propose: what each fix brings alone, each pair beyond that, and so (as a sum of
  /// these) every set; the 64 best that the budget allows are then walked as wholes, since three fixes can bring
  /// more than their pairs say. The five best of them are walked again by as many travellers who took no part in
  /// proposing them, so that the winner is not the luckiest.
  ///
  /// - Parameter metric: larger is better; a mean over all travellers.
  /// - Throws: `PortfolioProblem`, `CancellationError`, `ExperimentError`.
  /// - Complexity: O(travellers x lives), at most 2 + 3 fixes + fixes^2 / 2 lives per traveller, few where few pain
  ///   points hit; O(2^fixes) for up to twenty fixes.
  public static func run(
    _ journey: Journey,
    budget: Double,
    maximise metric: MetricID,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> PortfolioResult {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let all = try offered(journey)
    let compiled = CompiledJourney(journey)
    // Later periods cost walks and matter to lifetime value alone.
    var first = plan
    if metric != .clv { first.periods = 1 }
    let (fixes, leftOut) = try await kept(all, journey, compiled, metric, first)
    let question = try question(fixes, journey, compiled, metric, first)
    let tally = try await Engine.run(
      try await question.controlled(question.singlesAndAll, first),
      into: InteractionTally(changes: fixes.count),
      plan: first,
      progress: progress
    )
    let model = try PairwiseModel(tally, costs: fixes.map { $0.fix?.costs ?? 0 }, metric)
    let greedy = model.greedy(budget: budget)
    let choices = try await proposed(model, greedy, budget, question, metric, first)

    var fresh = plan
    fresh.firstTraveller = plan.firstTraveller + UInt64(plan.travellers)
    let chosen = try await choose(choices, question, fixes, journey, metric, fresh, progress)
    func names(_ set: UInt64) -> [String] { fixes.names(set) }
    return PortfolioResult(
      journey: journey,
      metric: metric,
      budget: budget,
      stamp: Simulator.stamp(plan, journey),
      firstFreshTraveller: fresh.firstTraveller,
      fixes: try worths(fixes, tally, metric),
      pairs: try pairs(fixes, tally, metric),
      together: try estimate(tally.together, metric),
      leftOut: leftOut,
      candidates: chosen,
      greedy: names(greedy.set),
      frontier: frontier(model, names)
    )
  }

  // MARK: Before the run

  private static func offered(_ journey: Journey) throws(PortfolioProblem) -> [PainPoint] {
    // In canonical order, so that nothing depends on the order of the file.
    let fixes = journey.painPoints.filter { $0.fix != nil }.sorted { $0.name.precedesCanonically($1.name) }
    guard !fixes.isEmpty else { throw .noFixes }
    let dear = fixes.filter { $0.fix?.costs == nil }.map(\.name)
    guard dear.isEmpty else { throw .costsMissing(dear) }
    guard fixes.count <= SubsetQuestion.limit else { throw .tooMany(fixes.count) }
    return fixes
  }

  private static func question(
    _ fixes: [PainPoint],
    _ journey: Journey,
    _ compiled: CompiledJourney,
    _ metric: MetricID,
    _ plan: RunPlan
  ) throws -> SubsetQuestion {
    let weakened = try fixes.map {
      CompiledJourney(try journey.applying(.fix(painPoint: $0.name)), sharing: compiled)
    }
    guard
      let question = SubsetQuestion(compiled, weakened: weakened, metric: metric, periods: plan.periods)
    else { throw PortfolioProblem.noFigure(metric) }
    return question
  }

  /// All fixes where all their sets can be looked at, else the twenty that bring most alone.
  private static func kept(
    _ fixes: [PainPoint],
    _ journey: Journey,
    _ compiled: CompiledJourney,
    _ metric: MetricID,
    _ plan: RunPlan
  ) async throws -> (fixes: [PainPoint], leftOut: [String]) {
    guard fixes.count > PairwiseModel.enumerable else { return (fixes, []) }
    let tally = try await Engine.run(
      try question(fixes, journey, compiled, metric, plan),
      into: InteractionTally(changes: fixes.count, isFull: false),
      plan: plan
    )
    let effects = try fixes.indices.map { try estimate(tally.alone($0), metric).mean }
    let ranked = fixes.indices.sorted { (effects[$1], $0) < (effects[$0], $1) }
    let best = Set(ranked.prefix(PairwiseModel.enumerable))
    return (
      fixes.indices.filter(best.contains).map { fixes[$0] },
      fixes.indices.filter { !best.contains($0) }.map { fixes[$0].name }
    )
  }

  // MARK: After the first run

  static func estimate(_ sums: MomentSums, _ metric: MetricID, level: Double = 0.95) throws -> Estimate {
    guard let estimate = Estimate.pairedDifference(sums, level: level) else {
      throw ExperimentError.outOfRange(figure: metric.text)
    }
    return estimate
  }

  private static func worths(
    _ fixes: [PainPoint],
    _ tally: InteractionTally,
    _ metric: MetricID
  ) throws -> [PortfolioResult.FixWorth] {
    let alone = try fixes.indices.map { try estimate(tally.alone($0), metric) }
    let shares = try fixes.indices.map { try estimate(tally.twiceShare($0), metric).scaled(by: 0.5) }
    let ofAlone = Multiplicity.adjustments(alone.map(\.pValue))
    let ofShares = Multiplicity.adjustments(shares.map(\.pValue))
    let worths = fixes.enumerated().map { index, pain in
      PortfolioResult.FixWorth(
        painPoint: pain.name,
        cost: pain.fix?.costs ?? 0,
        alone: alone[index],
        aloneAdjustment: ofAlone[index],
        share: shares[index],
        shareAdjustment: ofShares[index]
      )
    }
    return worths.enumerated().sorted {
      ($1.element.share.mean, $0.offset) < ($0.element.share.mean, $1.offset)
    }.map(\.element)
  }

  private static func pairs(
    _ fixes: [PainPoint],
    _ tally: InteractionTally,
    _ metric: MetricID
  ) throws -> [PortfolioResult.PairWorth] {
    let level = Multiplicity.level(0.95, shared: fixes.count * (fixes.count - 1) / 2)
    var pairs: [PortfolioResult.PairWorth] = []
    for second in fixes.indices {
      for first in 0..<second {
        let extra = try estimate(tally.extra(first, second), metric, level: level)
        if extra.excludesZero {
          pairs.append(.init(first: fixes[first].name, second: fixes[second].name, extra: extra))
        }
      }
    }
    return pairs.enumerated().sorted {
      (abs($1.element.extra.mean), $0.offset) < (abs($0.element.extra.mean), $1.offset)
    }.map(\.element)
  }

  private static func frontier(
    _ model: PairwiseModel,
    _ names: (UInt64) -> [String]
  ) -> [PortfolioResult.FrontierPoint] {
    let points = model.frontier()
    let hull = Set(Hull.upper(points.map { ($0.cost, $0.value) }))
    return points.enumerated().map { index, point in
      .init(
        cost: point.cost,
        predicted: point.value,
        painPoints: names(point.set),
        isOnHull: hull.contains(index)
      )
    }
  }

  /// The best sets by what the first travellers bring under them, and the set of the sorted list.
  private static func proposed(
    _ model: PairwiseModel,
    _ greedy: PairwiseModel.Choice,
    _ budget: Double,
    _ question: SubsetQuestion,
    _ metric: MetricID,
    _ plan: RunPlan
  ) async throws -> [PairwiseModel.Choice] {
    var list = model.best(shortlist, budget: budget)
    if !list.contains(where: { $0.set == greedy.set }) { list.append(greedy) }
    let tally = try await Engine.run(question, into: WorthTally(list.map(\.set)), plan: plan)
    for index in list.indices { list[index].value = try estimate(tally.worth(index), metric).mean }
    list.sort(by: PairwiseModel.Choice.precedes)
    var best = Array(list.filter { $0.set != 0 && $0.value > 0 }.prefix(candidates))
    if greedy.set != 0, !best.contains(where: { $0.set == greedy.set }) {
      best += list.filter { $0.set == greedy.set }
    }
    return best
  }

  /// A set of fixes as one change.
  static func trial(_ names: [String], _ journey: Journey) throws(InterventionProblem) -> Trial {
    let costs = journey.painPoints.filter { names.contains($0.name) }.map { $0.fix?.costs ?? 0 }
    return Trial(
      name: names.joined(separator: " + "),
      operation: "fix",
      painPoints: names,
      cost: costs.reduce(0, +),
      journey: try journey.applying(names.map { .fix(painPoint: $0) })
    )
  }

  /// The candidates of a choice again, as a comparison of the fresh travellers who chose among them.
  ///
  /// - Throws: `CancellationError`, `ExperimentError`, `InterventionProblem`.
  public static func comparison(_ result: PortfolioResult, plan: RunPlan) async throws -> ComparisonResult {
    var fresh = plan
    fresh.firstTraveller = result.firstFreshTraveller
    let trials = try result.candidates.map { try trial($0.painPoints, result.journey) }
    return try await Comparison.run(result.journey, trials, plan: fresh)
  }

  // MARK: The second run

  private static func choose(
    _ choices: [PairwiseModel.Choice],
    _ question: SubsetQuestion,
    _ fixes: [PainPoint],
    _ journey: Journey,
    _ metric: MetricID,
    _ plan: RunPlan,
    _ progress: Progress?
  ) async throws -> [PortfolioResult.Candidate] {
    guard !choices.isEmpty else { return [] }
    var first = plan
    if metric != .clv { first.periods = 1 }
    let sets = choices.map(\.set)
    let contrasts = try await Engine.run(
      try await question.controlled(sets, first),
      into: ContrastTally(sets),
      plan: first
    )
    let trials = try choices.map { try trial(fixes.names($0.set), journey) }
    let beside = try await Comparison.run(journey, trials, plan: plan, progress: progress)
    let level = Multiplicity.level(0.95, shared: choices.count * (choices.count - 1) / 2)
    let all = try choices.indices.map { i in
      try choices.indices.map { j in try estimate(contrasts.difference(i, j), metric, level: level) }
    }
    let intervals = BestOf.intervals(
      differences: all.map { $0.map(\.mean) },
      halfWidths: all.map { $0.map(\.halfWidth) }
    )
    let candidates = zip(zip(choices, intervals), beside.variants).map { pair, variant in
      let effect = variant.metric(metric)?.difference
      return PortfolioResult.Candidate(
        painPoints: variant.painPoints,
        cost: pair.0.cost,
        predicted: pair.0.value,
        effect: (effect ?? .exact(0)).widened(comparisons: choices.count),
        againstBest: pair.1,
        metrics: variant.metrics,
        year: variant.year
      )
    }
    return candidates.enumerated().sorted {
      $0.element.effect.mean != $1.element.effect.mean
        ? $0.element.effect.mean > $1.element.effect.mean
        : $0.element.cost != $1.element.cost
          ? $0.element.cost < $1.element.cost : $0.offset < $1.offset
    }.map(\.element)
  }
}

extension [PainPoint] {
  /// The names of a set, a bit each.
  fileprivate func names(_ set: UInt64) -> [String] {
    indices.filter { set >> UInt64($0) & 1 == 1 }.map { self[$0].name }
  }
}

extension Estimate {
  /// The same estimate with the interval that holds for several together (Bonferroni), from its standard error.
  func widened(comparisons: Int) -> Estimate {
    guard comparisons > 1, standardError > 0 else { return self }
    var copy = self
    copy.level = Multiplicity.level(level, shared: comparisons)
    let reach = standardError * TieRule.widening(comparisons: comparisons)
    copy.low = mean - reach
    copy.high = mean + reach
    return copy
  }
}

extension PairwiseModel {
  /// The model of what was counted.
  init(_ tally: InteractionTally, costs: [Double], _ metric: MetricID) throws {
    let count = tally.changes
    let alone = try (0..<count).map { try Portfolio.estimate(tally.alone($0), metric).mean }
    var extra = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for second in 0..<count {
      for first in 0..<second {
        let both = try Portfolio.estimate(tally.extra(first, second), metric).mean
        extra[first][second] = both
        extra[second][first] = both
      }
    }
    self.init(alone: alone, extra: extra, costs: costs)
  }
}

/// The upper hull of points from left to right.
enum Hull {
  /// Numbers of the points on the hull, left to right (Andrew's monotone chain, 1979). O(n) for points sorted by x.
  static func upper(_ points: [(x: Double, y: Double)]) -> [Int] {
    var hull: [Int] = []
    for index in points.indices {
      while hull.count > 1 {
        let a = points[hull[hull.count - 2]]
        let b = points[hull[hull.count - 1]]
        let c = points[index]
        // b is under the line from a to c, or on it.
        guard (b.y - a.y) * (c.x - a.x) <= (c.y - a.y) * (b.x - a.x) else { break }
        hull.removeLast()
      }
      hull.append(index)
    }
    return hull
  }
}
