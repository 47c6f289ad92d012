import JourneyEngine
import JourneyModel
import JourneyStatistics

extension Simulator {
  /// Simulates a journey until a figure is as precise as wished.
  ///
  /// - Parameters:
  ///   - plan: its travellers are the most that may be sent.
  ///   - precision: names a figure that the journey gives.
  ///   - expecting: told how many travellers it will take in all, whenever that is known better.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits), plus the exact answer where it applies.
  public static func run(
    _ journey: Journey,
    plan: RunPlan,
    precision: Precision,
    progress: Progress? = nil,
    expecting: Progress? = nil
  ) async throws -> SimulationResult {
    let worlds = try await Worlds(journey, plan: plan)
    let (rounds, outcome) = try await Rounds.run(
      plan,
      until: precision,
      expecting: expecting,
      send: { round, done in
        try await Engine.run(worlds, plan: round, progress: { progress?(done + $0) })
      },
      figures: { tally in
        tally.allFigures.estimates().filter { $0.id == precision.metric }
          .map { ($0.estimate, $0.estimate.mean) }
      }
    )
    return try interpret(journey, worlds.baseline, rounds.tally, rounds.plan, precision: outcome)
  }
}

extension Comparison {
  /// Runs the trials and says which worlds may be the best in a figure.
  ///
  /// The figures are those of `run`: the run is cut into batches, whose means tell the noise of every pair of worlds.
  public static func run(
    _ baseline: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    standingIn metric: MetricID,
    progress: Progress? = nil
  ) async throws -> ComparisonResult {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let worlds = try await Worlds(baseline, trials, plan: plan)
    var contrasts = Contrasts()
    let tally = try await send(worlds, plan, metric, &contrasts, progress)
    let stamp = Simulator.stamp(plan, baseline)
    var result = try interpret(baseline, trials, tally, stamp)
    result.standing = contrasts.standing(metric, [nil] + trials.map(\.name), Certainty(stamp))
    return result
  }

  /// Runs the trials until every difference of a figure is as precise as wished.
  ///
  /// - Parameters:
  ///   - plan: its travellers are the most that may be sent.
  ///   - precision: names a figure that the baseline gives.
  ///   - standing: a figure in which to say which worlds may be the best.
  ///   - expecting: told how many travellers it will take in all, whenever that is known better.
  public static func run(
    _ baseline: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    precision: Precision,
    standingIn standing: MetricID? = nil,
    progress: Progress? = nil,
    expecting: Progress? = nil
  ) async throws -> ComparisonResult {
    let worlds = try await Worlds(baseline, trials, plan: plan)
    var contrasts = Contrasts()
    let (rounds, outcome) = try await Rounds.run(
      plan,
      until: precision,
      expecting: expecting,
      send: { round, done in
        try await send(worlds, round, standing, &contrasts) { progress?(done + $0) }
      },
      figures: { tally in
        let all = tally.allFigures
        return try tally.variants.compactMap { variant in
          try differences(variant, all).first { $0.id == precision.metric }
            .map { ($0.difference, $0.baseline.mean) }
        }
      }
    )
    var stamp = Simulator.stamp(rounds.plan, baseline)
    stamp.precision = outcome
    var result = try interpret(baseline, trials, rounds.tally, stamp)
    if let standing {
      result.standing = contrasts.standing(standing, [nil] + trials.map(\.name), Certainty(stamp))
    }
    return result
  }

  /// Sends a plan's travellers, in batches where worlds are to be told apart.
  private static func send(
    _ worlds: Worlds,
    _ plan: RunPlan,
    _ metric: MetricID?,
    _ contrasts: inout Contrasts,
    _ progress: Progress?
  ) async throws -> RunTally {
    let count = min(Contrasts.count, plan.travellers / 4)
    guard let metric, worlds.variants.count > 1, count > 1 else {
      return try await Engine.run(worlds, plan: plan, detailed: false, progress: progress)
    }
    let parts = try await Batches.run(
      worlds,
      plan: plan,
      count: count,
      progress: progress,
      keep: { tally, travellers in
        (tally, tally.values(of: metric).map { Contrasts.Batch(travellers: travellers, values: $0) })
      }
    )
    for (_, batch) in parts { if let batch { contrasts.add(batch) } }
    guard var total = parts.first?.0 else { throw ExperimentError.noTravellers }
    for (tally, _) in parts.dropFirst() { total.merge(tally) }
    return total
  }
}

extension TargetCheck {
  /// Simulates a journey until every target is decided, or known as precisely as wished.
  ///
  /// A wish in another unit than a target's says nothing about it: that target has to be decided.
  ///
  /// - Parameters:
  ///   - plan: its travellers are the most that may be sent.
  ///   - expecting: told how many travellers it will take in all, whenever that is known better.
  public static func run(
    _ journey: Journey,
    plan: RunPlan,
    precision: Precision,
    progress: Progress? = nil,
    expecting: Progress? = nil
  ) async throws -> CheckResult {
    let worlds = try await Worlds(journey, plan: plan)
    let sequence = ConfidenceSequence()
    var stop = PrecisionOutcome.Stop.cap
    let rounds = try await Rounds.run(
      plan,
      expecting: expecting,
      send: { round, done in
        try await Engine.run(worlds, plan: round, detailed: false, progress: { progress?(done + $0) })
      },
      look: { tally, travellers in
        let metrics = tally.allFigures.estimates()
        var (isEnough, needed, isDecided) = (true, 0, true)
        for target in journey.targets {
          guard let raw = metrics.first(where: { $0.id == target.metric })?.estimate else { continue }
          let estimate = raw.alwaysValid(sequence, after: travellers)
          guard target.verdict(estimate) == .undecided else { continue }
          isDecided = false
          let wished = precision.halfWidth.wanted(of: raw.mean, in: target.metric.unit) ?? 0
          if estimate.halfWidth <= wished { continue }
          isEnough = false
          let distance = max(wished, abs(raw.mean - target.value))
          let deviation = raw.standardError * Double(travellers).squareRoot()
          needed = max(needed, sequence.count(toReach: distance, deviation: deviation) ?? plan.travellers)
        }
        if isEnough { stop = isDecided ? .decided : .precise }
        return Rounds.Look(isEnough: isEnough, needed: needed)
      }
    )
    let outcome = PrecisionOutcome(wish: precision, looks: rounds.looks, stop: stop, sequence: sequence)
    return try interpret(journey, worlds.baseline, rounds.tally, rounds.plan, precision: outcome)
  }
}
