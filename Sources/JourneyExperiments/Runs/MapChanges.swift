import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Finds what variants change on the map.
public enum MapChanges {
  /// Sends the same travellers through the baseline and every trial.
  ///
  /// - Parameter compared: the baseline compared with the same trials, by a plan that differs in nothing but periods.
  /// - Returns: the changes in the order of the trials.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x (1 + trials)).
  public static func run(
    _ trials: [Trial],
    compared: ComparisonResult,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> [MapChange] {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let baseline = compared.journey
    let compiled = CompiledJourney(baseline)
    let run = try await Engine.changes(
      compiled,
      variants: trials.map { CompiledJourney($0.journey, sharing: compiled) },
      plan: plan,
      progress: progress
    )
    return zip(zip(trials, compared.variants), run.variants).map { pair, tally in
      let (trial, variant) = pair
      let goal = plan.isControlled ? goalChange(from: baseline, to: trial.journey, variant) : nil
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

  /// How often the one goal is reached more, noise taken out: the figure of every other answer. Nil where several
  /// outcomes are goals, or others than today.
  private static func goalChange(
    from baseline: Journey,
    to journey: Journey,
    _ variant: VariantResult
  ) -> (name: String, change: Estimate)? {
    func goals(_ journey: Journey) -> [String] {
      journey.outcomes.filter { $0.kind == .goal }.map(\.name)
    }
    let names = goals(baseline)
    guard names.count == 1, goals(journey) == names else { return nil }
    return variant.metric(.goal).map { (names[0], $0.difference) }
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
