import JourneyModel
import JourneyStatistics

/// Simulates blocks of travellers, the baseline and all variants side by side, into one tally.
struct BlockWorker {
  /// A world beside the baseline.
  private struct Variant {
    var simulation: TravellerSimulation
    /// What a traveller must have met for it to differ, where that can be told.
    var touch: VariantTouch?
    var controls: JourneyControls?
    /// The last traveller's contributions, noise taken out.
    var columns: ContiguousArray<Int64>
  }

  /// What is counted of the baseline beyond its figures.
  private struct Details {
    var observer: DetailObserver
    var removals: RemovalCounter
    var qualities: MomentCounter

    var tally: DetailTally {
      var tally = observer.tally
      tally.removals = removals.tally
      tally.qualities = qualities.tally
      return tally
    }
  }

  private let baseline: CompiledJourney
  private let controls: JourneyControls?
  private var simulation: TravellerSimulation
  private var columns: ContiguousArray<Int64>
  private var details: Details?
  private var variants: [Variant]
  private(set) var tally: RunTally

  init(_ worlds: Worlds, plan: RunPlan, detailed: Bool) {
    let (baseline, variants, controls) = (worlds.baseline, worlds.variants, worlds.controls)
    self.baseline = baseline
    self.controls = controls.first ?? nil
    let simulation = TravellerSimulation(
      baseline,
      seed: plan.seed,
      periods: plan.periods,
      recording: detailed || !controls.isEmpty,
      keepsChapters: !variants.isEmpty
    )
    self.simulation = simulation
    columns = simulation.columns
    details =
      detailed
      ? Details(
        observer: DetailObserver(baseline, periods: plan.periods),
        removals: RemovalCounter(baseline, self.controls),
        qualities: MomentCounter(baseline, self.controls)
      ) : nil
    self.variants = variants.enumerated().map { index, variant in
      let own = TravellerSimulation(
        variant,
        seed: plan.seed,
        periods: plan.periods,
        recording: !controls.isEmpty && controls[index + 1] != nil,
        sharing: simulation
      )
      return Variant(
        simulation: own,
        touch: baseline.touch(of: variant),
        controls: controls.isEmpty ? nil : controls[index + 1],
        columns: own.columns
      )
    }
    tally = RunTally(
      baseline,
      variants: variants,
      periods: plan.periods,
      isControlled: self.controls != nil
    )
  }

  /// Simulates a stretch of travellers.
  mutating func run(_ travellers: Range<UInt64>) {
    if var details {
      // Moved out and back, so that the loop works on a value of its own.
      self.details = nil
      for traveller in travellers {
        let (persona, end) = simulation.run(traveller, observer: &details.observer)
        details.observer.finish(
          end,
          isLoss: baseline.endings[end.outcome].kind == .loss,
          leftEarly: ~Int32(end.outcome) == baseline.leaveCode,
          outcomeCount: baseline.endings.count
        )
        count(traveller, persona)
        details.observer.countOutcomes(columns)
        details.removals.count(simulation.walker.journey, columns)
        details.qualities.count(simulation.walker.journey, columns, plain: simulation.columns)
      }
      self.details = details
    } else {
      var nobody = NoObserver()
      for traveller in travellers {
        let (persona, _) = simulation.run(traveller, observer: &nobody)
        count(traveller, persona)
      }
    }
  }

  /// The tally with the details filled in.
  func finished() -> RunTally {
    var tally = tally
    tally.detail = details?.tally
    return tally
  }

  @inline(__always)
  private mutating func count(_ traveller: UInt64, _ persona: Int) {
    simulation.settle(controls, into: &columns)
    let reachedGoal = simulation.reachedGoal
    tally.figures[persona].add(columns, reachedGoal: reachedGoal)
    tally.load?.add(simulation.walker.load)
    var nobody = NoObserver()
    for index in variants.indices {
      var goalChange = 0
      // Draws are addressed, so a traveller who met nothing of what the variant changes lives the very same journeys.
      if let touch = variants[index].touch, !touch.isMet(by: simulation.walker) {
        // But what could be expected of it was not the same.
        guard let controls = variants[index].controls else { continue }
        simulation.settle(controls, into: &variants[index].columns)
      } else if let touch = variants[index].touch,
        variants[index].simulation.resume(
          traveller,
          simulation.chapters,
          simulation.columns,
          nature: simulation.nature,
          touch: touch
        )
      {
        // The first journey is the baseline's own, and so is all that is counted of it.
        tally.variants[index].live(variants[index].simulation.columns, baseline: simulation.columns)
        variants[index].simulation.settle(
          variants[index].controls,
          journey: simulation.walker.journey,
          into: &variants[index].columns
        )
      } else {
        _ = variants[index].simulation.run(traveller, observer: &nobody)
        tally.variants[index].live(variants[index].simulation.columns, baseline: simulation.columns)
        variants[index].simulation.settle(variants[index].controls, into: &variants[index].columns)
        tally.variants[index].add(variants[index].simulation.walker.load, baseline: simulation.walker.load)
        goalChange = (variants[index].simulation.reachedGoal ? 1 : 0) - (reachedGoal ? 1 : 0)
      }
      // A world without controls is compared with what was lived, so that who is not touched changes nothing.
      let before = variants[index].controls == nil ? simulation.columns : columns
      tally.variants[index].add(variants[index].columns, baseline: before, goalChange: goalChange)
    }
  }
}

extension TravellerSimulation {
  /// Whether the last traveller's first journey reached a goal.
  var reachedGoal: Bool { columns[FigureColumn.goal] != 0 }

  /// The last traveller's contributions, noise taken out where there are controls.
  @inline(__always)
  func settle(
    _ controls: JourneyControls?,
    journey: RecordedJourney? = nil,
    into result: inout ContiguousArray<Int64>
  ) {
    if let controls {
      controls.control(columns, journey ?? walker.journey, nature: nature, into: &result)
    } else {
      for index in columns.indices { result[index] = columns[index] }
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
  func isMet(by walker: Walker) -> Bool { isMet(pains: walker.painsHit, places: walker.placesMet) }

  /// Whether any of it is among what was met.
  @inline(__always)
  func isMet(pains met: UInt64, places visited: UInt64) -> Bool { pains & met | places & visited != 0 }
}

extension CompiledJourney {
  /// Whether its differences are taken without controls: many such worlds are tried at once, most travellers are
  /// not touched by one, and pairing alone tells their differences well.
  var isPairedPlainly: Bool { !journey.neutral.isEmpty }

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
