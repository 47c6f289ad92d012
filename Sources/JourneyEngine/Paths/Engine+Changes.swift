import JourneyModel
import JourneyStatistics

extension Engine {
  /// Counts what each variant changes on the map, every traveller paired with itself.
  ///
  /// - Parameter progress: told the number of travellers done.
  /// - Throws: `CancellationError` where the task was cancelled.
  /// - Complexity: O(travellers x visits x (1 + variants)); travellers whom a variant cannot touch are not walked again.
  public static func changes(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney],
    plan: RunPlan,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> ChangeRun {
    let worlds = variants.map { VariantWorld($0, beside: baseline) }
    let counted = try await count(plan, progress: progress) { ChangeCounter(baseline, worlds, plan: plan) }
    return ChangeRun(
      travellers: counted.travellers,
      dissatisfaction: counted.dissatisfaction,
      variants: counted.worlds.map(\.tally)
    )
  }
}

/// One variant with the numbers that its moves, touchpoints and outcomes have beside the baseline's.
private struct VariantWorld: Sendable {
  let compiled: CompiledJourney
  let touch: VariantTouch?
  var tally: ChangeTally
  /// Numbers in the tally by number in the baseline, and in the variant.
  let baseMoves, ownMoves, ownTouchpoints, ownOutcomes: ContiguousArray<Int>
  private var moveScratch: ContiguousArray<Int>
  private var placeScratch: ContiguousArray<Int>
  private var painScratch: ContiguousArray<Double>
  private var movesTouched: ContiguousArray<Int> = []
  private var placesTouched: ContiguousArray<Int> = []

  init(_ variant: CompiledJourney, beside baseline: CompiledJourney) {
    compiled = variant
    touch = baseline.touch(of: variant)
    var moves: [ChangeTally.Move] = []
    var numbers: [ChangeTally.Move: Int] = [:]
    func numbered(_ flows: [CompiledJourney.Flow]) -> ContiguousArray<Int> {
      ContiguousArray(
        flows.map { flow in
          let move = ChangeTally.Move(from: flow.from, to: flow.to)
          if let known = numbers[move] { return known }
          numbers[move] = moves.count
          moves.append(move)
          return moves.count - 1
        }
      )
    }
    baseMoves = numbered(baseline.flows)
    ownMoves = numbered(variant.flows)
    func united(_ base: [String], _ own: [String]) -> (names: [String], places: ContiguousArray<Int>) {
      var names = base
      var places = Dictionary(uniqueKeysWithValues: base.enumerated().map { ($1, $0) })
      let numbers = own.map { name in
        if let known = places[name] { return known }
        places[name] = names.count
        names.append(name)
        return names.count - 1
      }
      return (names, ContiguousArray(numbers))
    }
    let touchpoints = united(baseline.touchpointNames, variant.touchpointNames)
    let outcomes = united(baseline.outcomeNames, variant.outcomeNames)
    ownTouchpoints = touchpoints.places
    ownOutcomes = outcomes.places
    tally = ChangeTally(moves: moves, touchpoints: touchpoints.names, outcomes: outcomes.names)
    moveScratch = ContiguousArray(repeating: 0, count: moves.count)
    placeScratch = ContiguousArray(repeating: 0, count: touchpoints.names.count)
    painScratch = ContiguousArray(repeating: 0, count: touchpoints.names.count)
  }

  /// Counts in a traveller who was walked through both worlds.
  mutating func add(
    base: MapObserver,
    baseOutcome: Int,
    own: MapObserver,
    ownOutcome: Int
  ) {
    for flow in base.moves { note(move: baseMoves[Int(flow)], -1) }
    for flow in own.moves { note(move: ownMoves[Int(flow)], 1) }
    for place in base.touched { note(place: Int(place), -1, pain: -base.pain[Int(place)]) }
    for place in own.touched { note(place: ownTouchpoints[Int(place)], 1, pain: own.pain[Int(place)]) }
    for move in movesTouched where moveScratch[move] != 0 {
      tally.moveChanges[move].add(Double(moveScratch[move]))
      moveScratch[move] = 0
    }
    movesTouched.removeAll(keepingCapacity: true)
    for place in placesTouched {
      if placeScratch[place] != 0 {
        tally.reachChanges[place].add(Double(placeScratch[place]))
        placeScratch[place] = 0
      }
      if painScratch[place] != 0 {
        tally.painChanges[place].add(x: base.dissatisfaction, y: painScratch[place])
        painScratch[place] = 0
      }
    }
    placesTouched.removeAll(keepingCapacity: true)
    let outcome = ownOutcomes[ownOutcome]
    if outcome != baseOutcome {
      tally.outcomeChanges[baseOutcome].add(-1)
      tally.outcomeChanges[outcome].add(1)
    }
  }

  private mutating func note(move: Int, _ change: Int) {
    moveScratch[move] += change
    movesTouched.append(move)
  }

  private mutating func note(place: Int, _ change: Int, pain: Double) {
    placeScratch[place] += change
    painScratch[place] += pain
    placesTouched.append(place)
  }
}

/// Walks blocks of travellers through the baseline and all variants.
private struct ChangeCounter: BlockCounting {
  private var simulation: TravellerSimulation
  private var observer: MapObserver
  private var simulations: [TravellerSimulation]
  private var observers: [MapObserver]
  var worlds: [VariantWorld]
  var travellers = 0
  var dissatisfaction = MomentSums()

  init(_ baseline: CompiledJourney, _ worlds: [VariantWorld], plan: RunPlan) {
    simulation = TravellerSimulation(baseline, seed: plan.seed, periods: 1)
    observer = MapObserver(baseline)
    simulations = worlds.map { TravellerSimulation($0.compiled, seed: plan.seed, periods: 1) }
    observers = worlds.map { MapObserver($0.compiled) }
    self.worlds = worlds
  }

  mutating func count(_ travellers: Range<UInt64>) {
    for traveller in travellers {
      let end = simulation.run(traveller, observer: &observer).end
      dissatisfaction.add(observer.dissatisfaction)
      for index in worlds.indices {
        // A traveller who met nothing of what the variant changes lives the very same journey.
        if let touch = worlds[index].touch, !touch.isMet(by: simulation.walker) { continue }
        let other = simulations[index].run(traveller, observer: &observers[index]).end
        worlds[index].add(
          base: observer,
          baseOutcome: end.outcome,
          own: observers[index],
          ownOutcome: other.outcome
        )
      }
    }
    self.travellers += travellers.count
  }

  mutating func merge(_ other: ChangeCounter) {
    travellers += other.travellers
    dissatisfaction.merge(other.dissatisfaction)
    for index in worlds.indices { worlds[index].tally.merge(other.worlds[index].tally) }
  }
}
