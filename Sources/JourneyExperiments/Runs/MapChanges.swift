import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Finds what variants change on the map.
public enum MapChanges {
  /// Sends the same travellers through the baseline and every trial.
  ///
  /// - Returns: the changes in the order of the trials.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x (1 + trials)).
  public static func run(
    _ baseline: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> [MapChange] {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(baseline)
    let run = try await Engine.changes(
      compiled,
      variants: trials.map { CompiledJourney($0.journey, sharing: compiled) },
      plan: plan,
      progress: progress
    )
    let goals = try await goalChanges(baseline, trials, plan)
    return zip(zip(trials, goals), run.variants).map { pair, tally in
      let (trial, goal) = pair
      return MapChange(
        name: trial.name,
        because: trial.because,
        journey: trial.journey,
        moves: zip(tally.moves, tally.moveChanges).compactMap { move, sums in
          guard sums.count > 0 else { return nil }
          return MapChange.Move(from: move.from, to: move.to, change: paired(sums, run))
        },
        places: tally.touchpoints.enumerated().map { number, name in
          MapChange.Place(
            name: name,
            reach: paired(tally.reachChanges[number], run),
            dissatisfaction: baseline.hasQuality ? pain(tally.painChanges[number], run) : nil
          )
        },
        ends: zip(tally.outcomes, tally.outcomeChanges).map { name, sums in
          MapChange.End(
            name: name,
            share: goal.flatMap { $0.name == name ? $0.change : nil } ?? paired(sums, run)
          )
        }
      )
    }
  }

  /// How often the one goal is reached more, from which noise is taken where the plan says so: the figure of every
  /// other answer. Nil where nothing is taken, or where several outcomes are goals.
  private static func goalChanges(
    _ baseline: Journey,
    _ trials: [Trial],
    _ plan: RunPlan
  ) async throws -> [(name: String, change: Estimate)?] {
    let goals = baseline.outcomes.filter { $0.kind == .goal }.map(\.name)
    guard plan.isControlled, goals.count == 1, let goal = goals.first else { return trials.map { _ in nil } }
    var first = plan
    first.periods = 1
    let comparison = try await Comparison.run(baseline, trials, plan: first)
    return zip(trials, comparison.variants).map { trial, variant in
      let own = trial.journey.outcomes.filter { $0.kind == .goal }.map(\.name)
      return own == goals ? variant.metric(.goal).map { (goal, $0.difference) } : nil
    }
  }

  private static func paired(_ sums: MomentSums, _ run: ChangeRun) -> Estimate {
    .pairedDifference(sums.among(run.travellers)) ?? .exact(0)
  }

  /// The change over all dissatisfaction today, by the delta method over all travellers.
  private static func pain(_ sums: PairMoments, _ run: ChangeRun) -> Estimate? {
    guard run.dissatisfaction.sum.steps > 0 else { return nil }
    return .ratio(
      PairMoments(
        count: run.dissatisfaction.count,
        x: run.dissatisfaction.sum,
        y: sums.y,
        xx: run.dissatisfaction.squares,
        xy: sums.xy,
        yy: sums.yy
      )
    )
  }
}
