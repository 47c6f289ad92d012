import JourneyEngine
import JourneyModel
import JourneyStatistics

/// What pairs of fixes bring beyond both alone, in several figures: with what each brings alone, enough to answer for
/// any set of fixes without a run (`PairwiseModel`).
public struct FixPairs: Sendable {
  /// The pain points whose fixes are paired, greatest effect alone first.
  public var fixes: [String]
  /// The figures told; the first ranks.
  public var metrics: [MetricID]
  /// Travellers who tell it: the first of the run's.
  public var travellers: Int
  private var extras: [[Estimate]]

  /// The most fixes that are paired; with more, those that bring most alone.
  public static let most = 12
  /// The most travellers who are asked: a page is quick, and what pairs bring beyond their two is small.
  public static let travellers = 25_000

  /// Creates it from its parts.
  ///
  /// - Parameter extra: the extra of two fixes (the later first) in a figure, all by number.
  public init(
    fixes: [String],
    metrics: [MetricID],
    travellers: Int,
    extra: (_ second: Int, _ first: Int, _ figure: Int) throws -> Estimate
  ) rethrows {
    self.fixes = fixes
    self.metrics = metrics
    self.travellers = travellers
    extras = try metrics.indices.map { figure in
      try fixes.indices.flatMap { second in
        try (0..<second).map { first in try extra(second, first, figure) }
      }
    }
  }

  /// What two different fixes bring beyond both alone, in figure number `figure`.
  public func extra(_ one: Int, _ other: Int, figure: Int) -> Estimate {
    let (second, first) = (max(one, other), min(one, other))
    return extras[figure][second * (second - 1) / 2 + first]
  }

  /// The model of any set of fixes by one figure.
  ///
  /// - Parameter alone: what each fix brings alone, in the order of `fixes`.
  public func model(figure: Int, alone: [Double], costs: [Double]) -> PairwiseModel {
    PairwiseModel(
      alone: alone,
      extra: fixes.indices.map { one in
        fixes.indices.map { $0 == one ? 0 : extra(one, $0, figure: figure).mean }
      },
      costs: costs
    )
  }

  /// Walks all pairs of the fixes that a what-if run ranked.
  ///
  /// - Parameter metrics: figures wished for, the one that ranks first; those that are no mean over all travellers
  ///   are left out.
  /// - Returns: nil where there is no fix or no figure, or where a fix does more than make its pain point rarer.
  /// - Throws: `CancellationError`, `ExperimentError`, `InterventionProblem`.
  /// - Complexity: O(travellers x lives), at most 1 + fixes + fixes^2 / 2 lives per traveller, few where few pain
  ///   points hit.
  public static func run(_ whatIf: ComparisonResult, metrics wished: [MetricID], plan: RunPlan) async throws
    -> FixPairs?
  {
    let fixes = whatIf.variants
      .filter { $0.operation == "fix" && $0.painPoints.count == 1 }.prefix(most).map { $0.painPoints[0] }
    var plan = plan
    plan.travellers = min(plan.travellers, travellers)
    plan.isControlled = false
    // Later periods cost walks and matter to lifetime value alone.
    if !wished.contains(.clv) { plan.periods = 1 }
    let compiled = CompiledJourney(whatIf.journey)
    let means = compiled.figures(periods: plan.periods).filter(\.isMeanOverTravellers).map(\.id)
    let metrics = wished.filter(means.contains)
    guard !fixes.isEmpty, !metrics.isEmpty else { return nil }
    let weakened = try fixes.map {
      CompiledJourney(try whatIf.journey.applying(.fix(painPoint: $0)), sharing: compiled)
    }
    guard
      let question = SubsetQuestion(compiled, weakened: weakened, metrics: metrics, periods: plan.periods)
    else { return nil }
    let empty = PairTally(changes: fixes.count, figures: metrics.count)
    let tally = try await Engine.run(question, into: empty, plan: plan)
    return try FixPairs(fixes: fixes, metrics: metrics, travellers: plan.travellers) {
      second,
      first,
      figure in
      try Portfolio.estimate(tally.extra(first, second, figure: figure), metrics[figure])
    }
  }
}

extension FixPairs {
  /// Two fixes that do not simply add up in figure number `figure`, the greatest extra first; the intervals of all
  /// pairs hold together (Bonferroni).
  public func real(figure: Int) -> [(first: Int, second: Int, extra: Estimate)] {
    let pairs = fixes.count * (fixes.count - 1) / 2
    let all = fixes.indices.flatMap { second in
      (0..<second).map { (first: $0, second: second, extra: extra($0, second, figure: figure)) }
    }
    return all.map { ($0.first, $0.second, $0.extra.widened(comparisons: pairs)) }
      .filter(\.2.excludesZero)
      .sorted { abs($0.2.mean) > abs($1.2.mean) }
  }
}

extension PairwiseModel {
  /// The points of the frontier on its hull: from one to the next each further unit of money buys less.
  public func frontierOnHull() -> [Choice] {
    let points = frontier()
    return Hull.upper(points.map { ($0.cost, $0.value) }).map { points[$0] }
  }
}
