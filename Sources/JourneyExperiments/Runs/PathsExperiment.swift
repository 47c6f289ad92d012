import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Counts whole first journeys.
public enum PathsExperiment {
  /// The commonest journeys and the steps of all.
  ///
  /// - Parameters:
  ///   - outcomes: whose journeys are ranked; nil for those that reach a goal, or all where no outcome is one.
  ///   - most: journeys that are listed.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits).
  public static func run(
    _ journey: Journey,
    to outcomes: [String]? = nil,
    most: Int = 5,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> PathsResult {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(journey)
    let run = try await Engine.paths(compiled, plan: plan, progress: progress)
    let goals = journey.outcomes.filter { $0.kind == .goal }.map(\.name)
    return PathsResult(
      ranking: ranking(
        run,
        compiled,
        plan,
        outcomes: outcomes ?? goals,
        most: most,
        hasQuality: journey.hasQuality
      ),
      steps: steps(run.steps, journey, compiled)
    )
  }

  private static func ranking(
    _ run: PathRun,
    _ compiled: CompiledJourney,
    _ plan: RunPlan,
    outcomes: [String],
    most: Int,
    hasQuality: Bool
  ) -> PathRanking {
    let names = compiled.outcomeNames
    let isRanked = names.map { outcomes.isEmpty || outcomes.contains($0) }
    let width = names.count
    let journeys = run.steps.ends.enumerated().reduce(0) { sum, end in
      isRanked[end.offset % width] ? sum + end.element : sum
    }
    let ranked = run.paths.filter { isRanked[$0.outcome] }
    let shown = ranked.prefix(most)
    let paths = shown.map { path in
      let places = Engine.path(of: path.traveller, in: compiled, seed: plan.seed).touchpoints
      return PathEstimate(
        touchpoints: places.map { compiled.touchpointNames[$0] },
        outcome: names[path.outcome],
        journeys: path.journeys,
        share: .share(successes: path.journeys, of: journeys) ?? .exact(0),
        satisfaction: hasQuality && !places.isEmpty ? .mean(path.satisfaction) : nil
      )
    }
    return PathRanking(
      outcomes: outcomes,
      journeys: journeys,
      different: run.least == 0 ? ranked.count : nil,
      paths: paths,
      together: .share(successes: shown.reduce(0) { $0 + $1.journeys }, of: journeys),
      next: ranked.count > shown.count ? ranked[shown.count].journeys : nil,
      least: run.least
    )
  }

  private static func steps(
    _ tally: StepTally,
    _ journey: Journey,
    _ compiled: CompiledJourney
  ) -> StepMatrix {
    let numbers = compiled.touchpointNumber
    let width = compiled.touchpointNames.count
    let outcomeNumbers = compiled.outcomeNumber
    let outcomeWidth = compiled.outcomeNames.count
    return StepMatrix(
      travellers: tally.travellers,
      touchpoints: journey.touchpoints.map { touchpoint in
        let number = numbers[touchpoint.name] ?? 0
        return StepMatrix.Row(
          name: touchpoint.name,
          counts: (0..<StepTally.steps).map { tally.arrivals[$0 * width + number] }
        )
      },
      ended: journey.outcomes.map { outcome in
        let number = outcomeNumbers[outcome.name] ?? 0
        var sum = 0
        return StepMatrix.Row(
          name: outcome.name,
          counts: (0..<StepTally.steps).map { step in
            sum += tally.ends[step * outcomeWidth + number]
            return sum
          }
        )
      }
    )
  }
}
