import JourneyModel
import JourneyStatistics

/// Simulates blocks of travellers, the baseline and all variants side by side, into one tally.
struct BlockWorker {
  private let baseline: CompiledJourney
  private var simulation: TravellerSimulation
  private var observer: DetailObserver?
  private var variants: [(simulation: TravellerSimulation, touch: VariantTouch?)]
  private(set) var tally: RunTally

  init(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney],
    plan: RunPlan,
    detailed: Bool
  ) {
    self.baseline = baseline
    simulation = TravellerSimulation(baseline, seed: plan.seed, periods: plan.periods)
    observer = detailed ? DetailObserver(baseline) : nil
    self.variants = variants.map {
      (
        TravellerSimulation($0, seed: plan.seed, periods: plan.periods),
        baseline.touch(of: $0)
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
        simulation.walker.placesMet = 0
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
        simulation.walker.placesMet = 0
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
    tally.load?.add(simulation.walker.load)
    var nobody = NoObserver()
    for index in variants.indices {
      // Draws are addressed, so a traveller who met nothing of what the variant changes lives the very same journeys.
      if let touch = variants[index].touch, !touch.isMet(by: simulation.walker) { continue }
      _ = variants[index].simulation.run(traveller, observer: &nobody)
      tally.variants[index].add(variants[index].simulation.columns, baseline: simulation.columns)
      tally.variants[index].add(variants[index].simulation.walker.load, baseline: simulation.walker.load)
    }
  }
}

/// What a traveller must have met for a variant to change anything.
struct VariantTouch: Sendable {
  /// Pain points that hit less, a bit each by number modulo 64.
  var pains: UInt64
  /// Touchpoints that became neutral, likewise.
  var places: UInt64

  /// Whether the life that a walker has just lived met any of it.
  @inline(__always)
  func isMet(by walker: Walker) -> Bool { pains & walker.painsHit | places & walker.placesMet != 0 }
}

extension CompiledJourney {
  /// What a traveller must have met for a variant to change anything; nil where that cannot be told.
  func touch(of variant: CompiledJourney) -> VariantTouch? {
    guard variant.journey.neutral.isSuperset(of: journey.neutral) else { return nil }
    var places: UInt64 = 0
    for (number, name) in touchpointNames.enumerated()
    where variant.journey.neutral.contains(name) && !journey.neutral.contains(name) {
      places |= 1 << UInt64(number & 63)
    }
    return painsWeakened(in: variant, neutralToo: true).map { VariantTouch(pains: $0, places: places) }
  }

  /// The pain points (a bit each, by number modulo 64) that hit less in a variant which is otherwise the same.
  ///
  /// - Returns: nil where the variant differs in anything else, or a pain point hits more.
  ///
  /// - Parameter neutralToo: leaves aside which touchpoints are neutral.
  func painsWeakened(in variant: CompiledJourney, neutralToo: Bool = false) -> UInt64? {
    guard variant.journey.painPoints.count == journey.painPoints.count else { return nil }
    var aligned = variant.journey
    for index in aligned.painPoints.indices {
      aligned.painPoints[index].hits = journey.painPoints[index].hits
      aligned.painPoints[index].hitsByPersona = journey.painPoints[index].hitsByPersona
    }
    if neutralToo { aligned.neutral = journey.neutral }
    guard aligned == journey, variant.hits.count == hits.count else { return nil }
    var mask: UInt64 = 0
    for (index, (ours, theirs)) in zip(hits, variant.hits).enumerated() {
      if theirs > ours { return nil }
      if theirs < ours { mask |= 1 << UInt64((index % pains.count) & 63) }
    }
    return mask
  }
}
