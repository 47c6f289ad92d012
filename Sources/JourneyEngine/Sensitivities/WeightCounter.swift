import JourneyModel
import JourneyStatistics
import RealModule

/// Works out scores of path weights from recorded journeys.
struct WeightCounter {
  private(set) var tally: WeightTally
  private let compiled: CompiledJourney
  private var scores: ContiguousArray<Double>
  private var touched: ContiguousArray<Int> = []

  init(_ compiled: CompiledJourney) {
    self.compiled = compiled
    tally = WeightTally(compiled)
    scores = .init(repeating: 0, count: compiled.flows.count)
  }

  /// Counts a traveller in. O(visits x options).
  mutating func count(_ journey: RecordedJourney, _ columns: ContiguousArray<Int64>) {
    tally.countTraveller(columns)
    let persona = compiled.personas[journey.persona]
    route(persona.firstRow + compiled.startPlace, to: journey.entry)
    for stay in journey.stays where stay.isDrawn {
      let row = persona.firstRow + Int(stay.place)
      decide(row, stay)
      if !stay.left, !stay.isForced { route(row, to: stay.next) }
    }
    for flow in touched where scores[flow] != 0 {
      tally.add(flow: flow, score: scores[flow], columns: columns)
      scores[flow] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ flow: Int32, _ score: Double) {
    if scores[Int(flow)] == 0 { touched.append(Int(flow)) }
    scores[Int(flow)] += score
  }

  /// A draw among the open options of a row; leaving is drawn on its own where it is not an entry.
  private mutating func route(_ row: Int, to target: CompiledJourney.Code) {
    let options = Int(compiled.rows[row].first)..<Int(compiled.rows[row].end)
    let open = options.filter { !compiled.options[$0].isClosed && compiled.optionShares[$0] != nil }
    let total = open.reduce(0) { $0 + compiled.options[$1].weight }
    guard total > 0 else { return }
    for index in open {
      let option = compiled.options[index]
      add(option.flow, (option.target == target ? 1 : 0) - option.weight / total)
    }
  }

  /// The draw that decides on leaving: P = 1 - exp(f (ln(1 - l) + A)), l being the weight of `leave` over the row's.
  private mutating func decide(_ row: Int, _ stay: RecordedJourney.Stay) {
    let law = compiled.rows[row]
    guard law.leaveShare > 0, law.leaveShare < 1, stay.leaving > 0, stay.leaving < 1 else { return }
    // d ln(1 - P) for a change of ln(1 - l) by one, and its score for who left and who stayed.
    let logStay = stay.logStay
    let strength = logStay < 0 ? Double.log(1 - stay.leaving) / logStay : 1
    let unit = stay.left ? -(1 - stay.leaving) / stay.leaving * strength : strength
    // d ln(1 - l) / d ln w: -l for leaving's own weight, l q / (1 - l) for that of another option of share q.
    add(law.leaveFlow, -law.leaveShare * unit)
    for index in Int(law.first)..<Int(law.end) {
      guard let share = compiled.optionShares[index] else { continue }
      add(compiled.options[index].flow, law.leaveShare * share / (1 - law.leaveShare) * unit)
    }
  }
}

extension Engine {
  /// Counts the scores of all path weights, in a pass of its own.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  /// - Complexity: O(travellers x visits x options).
  public static func pathWeights(
    _ compiled: CompiledJourney,
    plan: RunPlan,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> WeightTally {
    try await inBlocks(plan, progress) {
      (
        simulation: TravellerSimulation(compiled, seed: plan.seed, periods: 1, recording: true),
        counter: WeightCounter(compiled)
      )
    } run: { worker, travellers in
      var nobody = NoObserver()
      for traveller in travellers {
        _ = worker.simulation.run(traveller, observer: &nobody)
        worker.counter.count(worker.simulation.walker.journey, worker.simulation.columns)
      }
    } finish: {
      $0.counter.tally
    } merge: {
      $0.merge($1)
    }
  }
}
