import JourneyEngine
import JourneyModel
import JourneyStatistics

/// One change to be tried beside the baseline.
public struct Trial: Sendable {
  /// Its name.
  public var name: String
  /// What is done (`remove`, `fix`, `variant`, `scenario`, …).
  public var operation: String
  /// The pain points it is about.
  public var painPoints: [String]
  /// One-off cost where known.
  public var cost: Double?
  /// The analyst's reason.
  public var because: String?
  /// The journey after the change.
  public var journey: Journey

  /// Creates a trial.
  public init(
    name: String,
    operation: String,
    painPoints: [String] = [],
    cost: Double? = nil,
    because: String? = nil,
    journey: Journey
  ) {
    self.name = name
    self.operation = operation
    self.painPoints = painPoints
    self.cost = cost
    self.because = because
    self.journey = journey
  }

  /// A named variant of a scenario.
  public init(_ variant: Variant) {
    self.init(
      name: variant.name,
      operation: "variant",
      because: variant.because,
      journey: variant.journey
    )
  }
}

extension Worlds {
  /// A journey and its trials, ready to be run as often as wished.
  init(_ baseline: Journey, _ trials: [Trial] = [], plan: RunPlan) async throws {
    let compiled = CompiledJourney(baseline)
    try await self.init(
      compiled,
      variants: trials.map { CompiledJourney($0.journey, sharing: compiled) },
      plan: plan
    )
  }
}

/// Runs trials beside a baseline with common random numbers.
public enum Comparison {
  /// Runs the trials and pairs every traveller with itself in the baseline.
  ///
  /// - Returns: variants in the order of the trials, without ties.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x (1 + trials)); travellers whom a trial cannot touch are not walked again.
  public static func run(
    _ baseline: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> ComparisonResult {
    try await pass(baseline, trials, plan: plan, detailed: false, progress: progress).result(trials, from: 0)
  }

  /// Walks a baseline and its trials once.
  static func pass(
    _ baseline: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    detailed: Bool,
    progress: Progress?
  ) async throws -> ComparisonPass {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let worlds = try await Worlds(baseline, trials, plan: plan)
    return ComparisonPass(
      journey: baseline,
      compiled: worlds.baseline,
      tally: try await Engine.run(worlds, plan: plan, detailed: detailed, progress: progress),
      stamp: Simulator.stamp(plan, baseline)
    )
  }

  /// Turns what was counted into estimates and says of each difference whether it may be called real.
  ///
  /// - Parameter first: the run's number of the first of these trials.
  static func interpret(
    _ baseline: Journey,
    _ trials: [Trial],
    from first: Int = 0,
    _ tally: RunTally,
    _ stamp: RunStamp
  ) throws -> ComparisonResult {
    let certainty = Certainty(stamp)
    let all = tally.allFigures
    try Simulator.check(all)
    let tallies = tally.variants.dropFirst(first).prefix(trials.count)
    let rows = try tallies.map { try differences($0, all).map { $0.with(certainty.interval) } }
    let metrics = all.estimates().map { $0.with(certainty.interval) }
    let variants = zip(zip(trials, tallies), certainty.adjusted(rows)).map { pair, metrics in
      let (trial, tally) = pair
      return VariantResult(
        name: trial.name,
        operation: trial.operation,
        painPoints: trial.painPoints,
        cost: trial.cost,
        because: trial.because,
        metrics: metrics,
        year: YearEstimation.changes(
          from: baseline,
          to: trial.journey,
          metrics,
          tally.load,
          travellers: stamp.travellers
        ).map { $0.with(certainty.interval) }
      )
    }
    return ComparisonResult(
      journey: baseline,
      stamp: stamp,
      baseline: metrics,
      variants: variants,
      ties: [],
      year: YearEstimation.today(baseline, metrics, tally.load, travellers: stamp.travellers)
        .map { $0.with(certainty.interval) }
    )
  }

  static func differences(_ tally: VariantTally, _ baseline: FigureTally) throws -> [MetricDifference] {
    try tally.figures.enumerated().compactMap { number, figure in
      guard let index = baseline.figures.firstIndex(of: figure) else { return nil }
      let paired = tally.changes[number].over(baseline.moments[index])
      if paired.overflowed { throw ExperimentError.outOfRange(figure: figure.id.text) }
      guard let before = baseline.estimate(index),
        let after = figure.estimate(
          paired.variant,
          goals: baseline.goals + tally.goalChange,
          isControlled: baseline.isControlled
        ),
        let difference = Estimate.pairedDifference(
          tally.isLived[number] ? paired : PairedRatioMoments().over(baseline.moments[index])
        )
      else { return nil }
      return MetricDifference(id: figure.id, baseline: before, variant: after, difference: difference)
    }
  }
}

/// One walk of a baseline and trials, not yet interpreted.
struct ComparisonPass {
  let journey: Journey
  let compiled: CompiledJourney
  let tally: RunTally
  let stamp: RunStamp

  /// The result of some of its trials, the first of which was the pass's number `first`.
  func result(_ trials: [Trial], from first: Int) throws -> ComparisonResult {
    try Comparison.interpret(journey, trials, from: first, tally, stamp)
  }
}
