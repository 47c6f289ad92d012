import JourneyModel
import JourneyStatistics

/// Simulates blocks of travellers, the baseline and all variants side by side, into one tally.
struct BlockWorker {
  private let baseline: CompiledJourney
  private var simulation: TravellerSimulation
  private var observer: DetailObserver?
  private var variants: [(simulation: TravellerSimulation, affectedPains: UInt64?)]
  private(set) var tally: RunTally

  init(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney],
    plan: RunPlan,
    detailed: Bool
  ) {
    self.baseline = baseline
    let simulation = TravellerSimulation(baseline, seed: plan.seed, periods: plan.periods)
    self.simulation = simulation
    observer = detailed ? DetailObserver(baseline) : nil
    self.variants = variants.map {
      (
        TravellerSimulation($0, seed: plan.seed, periods: plan.periods, sharing: simulation),
        baseline.painsWeakened(in: $0)
      )
    }
    tally = RunTally(baseline, variants: variants, periods: plan.periods, detail: nil)
  }

  /// Simulates a stretch of travellers.
  mutating func run(_ travellers: Range<UInt64>) {
    if var observer {
      // Moved out and back, so that the loop works on a value of its own.
      self.observer = nil
      for traveller in travellers {
        simulation.walker.painsHit = 0
        let (persona, end) = simulation.run(traveller, observer: &observer)
        observer.finish(
          end,
          isLoss: baseline.endings[end.outcome].kind == .loss,
          leftEarly: ~Int32(end.outcome) == baseline.leaveCode,
          outcomeCount: baseline.endings.count,
          columns: simulation.columns
        )
        count(traveller, persona)
      }
      self.observer = observer
    } else {
      var nobody = NoObserver()
      for traveller in travellers {
        simulation.walker.painsHit = 0
        let (persona, _) = simulation.run(traveller, observer: &nobody)
        count(traveller, persona)
      }
    }
  }

  /// The tally with the details filled in.
  func finished() -> RunTally {
    var tally = tally
    tally.detail = observer?.tally
    return tally
  }

  @inline(__always)
  private mutating func count(_ traveller: UInt64, _ persona: Int) {
    tally.figures[persona].add(simulation.columns)
    var nobody = NoObserver()
    for index in variants.indices {
      // Draws are addressed, so a traveller whom none of the weakened pain points hit lives the very same journeys.
      if let affected = variants[index].affectedPains, affected & simulation.walker.painsHit == 0 { continue }
      _ = variants[index].simulation.run(traveller, observer: &nobody)
      tally.variants[index].add(variants[index].simulation.columns, baseline: simulation.columns)
    }
  }
}

extension CompiledJourney {
  /// The pain points (a bit each, by number modulo 64) that hit less in a variant which is otherwise the same.
  ///
  /// - Returns: nil where the variant differs in anything else, or a pain point hits more.
  func painsWeakened(in variant: CompiledJourney) -> UInt64? {
    guard variant.journey.painPoints.count == journey.painPoints.count else { return nil }
    var aligned = variant.journey
    for index in aligned.painPoints.indices {
      aligned.painPoints[index].hits = journey.painPoints[index].hits
      aligned.painPoints[index].hitsByPersona = journey.painPoints[index].hitsByPersona
    }
    guard aligned == journey, variant.hits.count == hits.count else { return nil }
    var mask: UInt64 = 0
    for (index, (ours, theirs)) in zip(hits, variant.hits).enumerated() {
      if theirs > ours { return nil }
      if theirs < ours { mask |= 1 << UInt64((index % pains.count) & 63) }
    }
    return mask
  }
}
