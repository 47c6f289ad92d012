/// What whole first journeys looked like.
public struct PathRun: Sendable {
  /// Paths that were counted, commonest first; equal ones by their first traveller.
  public let paths: [PathTally.Path]
  /// Every path that more journeys took than this is among `paths`; 0 when all paths are.
  public let least: Int
  /// Journeys step by step.
  public let steps: StepTally
}

extension Engine {
  /// Counts whole first journeys and their steps, exactly and in bounded memory.
  ///
  /// One pass where the different paths fit; else a second one over those that may be common, and more, each with twice
  /// the threshold, for the rare journey of very many equally common paths.
  ///
  /// - Parameters:
  ///   - limit: different paths that are kept at most.
  ///   - progress: told the number of travellers done, anew in each pass.
  /// - Throws: `CancellationError` where the task was cancelled.
  /// - Complexity: O(travellers x visits) in time; O(limit + touchpoints) per thread in memory.
  public static func paths(
    _ journey: CompiledJourney,
    plan: RunPlan,
    limit: Int = PathTally.limit,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> PathRun {
    let first = try await count(plan, progress: progress) {
      PathCounter(journey, plan: plan, limit: limit, sieve: nil)
    }
    let steps = first.observer.steps
    guard first.paths.isFull else { return PathRun(paths: first.paths.ranked, least: 0, steps: steps) }
    let sieve = first.paths.sieve
    var least = PathTally.threshold(of: sieve, most: min(limit, sieve.count) / 8)
    while least < plan.travellers {
      let threshold = least
      let next = try await count(plan, progress: progress) {
        PathCounter(journey, plan: plan, limit: limit, sieve: (sieve, threshold))
      }
      if !next.paths.isFull {
        return PathRun(
          paths: next.paths.ranked.filter { $0.journeys > threshold },
          least: threshold,
          steps: steps
        )
      }
      least = 2 * least + 1
    }
    return PathRun(paths: [], least: plan.travellers, steps: steps)
  }

  /// Where one traveller's first journey goes: numbers of touchpoints, and of the outcome.
  public static func path(
    of traveller: UInt64,
    in journey: CompiledJourney,
    seed: UInt64
  ) -> (touchpoints: [Int], outcome: Int) {
    var simulation = TravellerSimulation(journey, seed: seed, periods: 1)
    var observer = PlacesObserver()
    let end = simulation.run(traveller, observer: &observer).end
    return (observer.places, end.outcome)
  }
}

/// Counts paths and steps of blocks of travellers.
private struct PathCounter: BlockCounting {
  private var simulation: TravellerSimulation
  var observer: PathObserver
  var paths: PathTally
  private let sieve: (counts: ContiguousArray<Int>, threshold: Int)?

  init(
    _ journey: CompiledJourney,
    plan: RunPlan,
    limit: Int,
    sieve: (counts: ContiguousArray<Int>, threshold: Int)?
  ) {
    simulation = TravellerSimulation(journey, seed: plan.seed, periods: 1)
    observer = PathObserver(journey)
    paths = PathTally(limit: limit, sieving: sieve == nil)
    self.sieve = sieve
  }

  mutating func count(_ travellers: Range<UInt64>) {
    for traveller in travellers {
      let end = simulation.run(traveller, observer: &observer).end
      observer.finish(end)
      if let sieve {
        let slot = observer.fingerprint.slot(of: sieve.counts.count)
        if sieve.counts[slot] <= sieve.threshold { continue }
      }
      paths.count(
        observer.fingerprint,
        traveller: traveller,
        outcome: end.outcome,
        satisfaction: simulation.columns[FigureColumn.satisfaction]
      )
    }
  }

  mutating func merge(_ other: PathCounter) {
    observer.steps.merge(other.observer.steps)
    paths.merge(other.paths)
  }
}
