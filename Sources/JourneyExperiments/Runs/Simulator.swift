import JourneyEngine
import JourneyExact
import JourneyModel
import JourneyStatistics

/// Told how many travellers are done, from any thread.
public typealias Progress = @Sendable (_ done: Int) -> Void

/// Runs one journey and interprets what was counted.
public enum Simulator {
  /// Simulates a journey.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits), plus the exact answer where it applies.
  public static func run(
    _ journey: Journey,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> SimulationResult {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(journey)
    let tally = try await Engine.run(compiled, plan: plan, progress: progress)
    return try interpret(journey, compiled, tally, plan)
  }

  /// Turns what was counted into estimates.
  ///
  /// - Parameter precision: what became of a wish for precision, if there was one.
  public static func interpret(
    _ journey: Journey,
    _ compiled: CompiledJourney,
    _ tally: RunTally,
    _ plan: RunPlan,
    precision: PrecisionOutcome? = nil
  ) throws -> SimulationResult {
    let all = tally.allFigures
    try check(all)
    guard let estimation = Estimation(journey, compiled, tally, figures: all) else {
      throw ExperimentError.noTravellers
    }
    let metrics = all.estimates()
    let outcomes = estimation.outcomes()
    var touchpoints = estimation.touchpoints()
    let flows = estimation.flows()
    let curve = metrics.compactMap { metric -> Estimate? in
      if case .retentionAfter = metric.id { metric.estimate } else { nil }
    }
    let kept = metrics.compactMap { metric -> Estimate? in
      if case .keptAfter = metric.id { metric.estimate } else { nil }
    }
    var stamp = stamp(plan, journey)
    stamp.precision = precision
    let certainty = Certainty(stamp)
    var pains = estimation.pains()
    for (index, effects) in certainty.adjusted(pains.map(\.effects)).enumerated() {
      pains[index].effects = effects
    }
    for (index, moments) in certainty.adjusted(touchpoints.map(\.moments)).enumerated() {
      touchpoints[index].moments = moments
    }
    return SimulationResult(
      journey: journey,
      stamp: stamp,
      metrics: metrics,
      outcomes: outcomes,
      touchpoints: touchpoints,
      stages: estimation.stages(),
      channels: estimation.channels(),
      flows: flows,
      pains: pains,
      personas: estimation.personas(),
      retentionCurve: curve.isEmpty ? metrics.filter { $0.id == .retention }.map(\.estimate) : curve,
      keptCurve: kept.isEmpty ? metrics.filter { $0.id == .kept }.map(\.estimate) : kept,
      typedDifferences: TypedComparison(
        journey: journey,
        touchpoints: touchpoints,
        flows: flows,
        travellers: plan.travellers
      ).differences(),
      targets: SimulationResult.verdicts(journey, metrics),
      observed: SimulationResult.comparisons(journey, metrics, touchpoints),
      exact: ExactCheck.compare(
        ExactAnswer.solve(journey, depth: .figures),
        travellers: plan.travellers,
        outcomes: outcomes,
        touchpoints: touchpoints
      ),
      conversions: estimation.conversions(),
      fiveAs: estimation.fiveAs(),
      year: YearEstimation.today(journey, metrics, tally.load, travellers: plan.travellers)
    ).withIntervals(certainty)
  }

  /// What a run was, for the record.
  static func stamp(_ plan: RunPlan, _ journey: Journey) -> RunStamp {
    RunStamp(
      travellers: plan.travellers,
      seed: plan.seed,
      periods: journey.retention == nil ? 1 : plan.periods,
      version: ProgramVersion.current,
      isControlled: plan.isControlled && !journey.isPlainChain
    )
  }

  /// Refuses figures whose exact sums left their range.
  static func check(_ tally: FigureTally) throws {
    for (figure, moments) in zip(tally.figures, tally.moments) where moments.overflowed {
      throw ExperimentError.outOfRange(figure: figure.id.text)
    }
  }
}

extension RunPlan {
  /// The plan of a journey's own settings, where the command says nothing else.
  public init(
    for journey: Journey,
    travellers: Int? = nil,
    seed: UInt64? = nil,
    periods: Int? = nil,
    threads: Int,
    isControlled: Bool = true
  ) {
    self.init(
      travellers: travellers ?? journey.run.travellers,
      seed: seed ?? journey.run.seed,
      periods: periods ?? journey.retention?.periods ?? 1,
      threads: threads,
      isControlled: isControlled
    )
  }
}
