import JourneyModel
import JourneyProbability
import RealModule

extension CompiledJourney {
  /// Compiles a validated journey. It always succeeds: everything that could be wrong was found before.
  ///
  /// - Parameter sibling: a compiled journey whose tables are used again where they would be the same.
  /// - Complexity: O(touchpoints + transitions), times the number of personas that differ in their rows.
  public init(_ journey: Journey, sharing sibling: CompiledJourney? = nil) {
    var builder = JourneyCompiler(journey)
    builder.compileRows()
    builder.compilePains()
    self = builder.finished(sharing: sibling)
  }
}

/// The tables of one compilation while they grow.
struct JourneyCompiler {
  let journey: Journey
  let touchpoints: [JourneyModel.Touchpoint]
  let touchpointNumber: [String: Int32]
  let outcomes: [Outcome]
  let outcomeNumber: [String: Int32]
  let pains: [(pain: PainPoint, original: Int32)]
  let personas: [JourneyModel.Persona]
  let sites: SiteTable
  let isPlain: Bool
  var flows: FlowTable

  var rows: ContiguousArray<CompiledJourney.Row> = []
  var options: ContiguousArray<CompiledJourney.Option> = []
  var optionShares: ContiguousArray<Double?> = []
  var firstRowOfPersona: [Int] = []
  var compiledPains: ContiguousArray<CompiledJourney.Pain> = []
  var forcedMoves: ContiguousArray<CompiledJourney.ForcedMove> = []
  var painRange: [(Int32, Int32)] = []

  init(_ journey: Journey) {
    self.journey = journey
    touchpoints = journey.touchpoints.sorted { $0.name.precedesCanonically($1.name) }
    touchpointNumber = Dictionary(
      uniqueKeysWithValues: touchpoints.enumerated().map { ($1.name, Int32($0)) }
    )
    outcomes = journey.outcomes.sorted { $0.name.precedesCanonically($1.name) }
    outcomeNumber = Dictionary(uniqueKeysWithValues: outcomes.enumerated().map { ($1.name, Int32($0)) })
    pains = journey.painPoints.enumerated()
      .map { (pain: $1, original: Int32($0)) }
      .sorted { $0.pain.name.precedesCanonically($1.pain.name) }
    personas = journey.personas.sorted { $0.name.precedesCanonically($1.name) }
    sites = SiteTable(
      journey.touchpoints.map { SitePlace(.touchpoint, $0.name) }
        + journey.painPoints.map { SitePlace(.painPoint, $0.name) }
        + [SitePlace(.start, "START"), SitePlace(.traveller, "")]
    )
    isPlain = journey.isPlainChain
    flows = FlowTable(touchpoints: touchpoints.map(\.name))
  }

  /// The code of a destination after severing, or nil where nobody is served any more.
  func code(_ destination: Destination) -> (code: CompiledJourney.Code, to: Destination) {
    switch destination {
    case .touchpoint(let name) where journey.severed.contains(name): code(.leave)
    case .touchpoint(let name): (touchpointNumber[name] ?? ~0, destination)
    case .outcome(let name): (~(outcomeNumber[name] ?? 0), destination)
    }
  }

  // MARK: Rows

  mutating func compileRows() {
    var sharedFirstRow: Int?
    for persona in personas {
      let isOrdinary =
        persona.prefers.isEmpty && persona.rows.isEmpty && persona.start == nil && persona.returning == nil
      if isOrdinary, let sharedFirstRow {
        firstRowOfPersona.append(sharedFirstRow)
        continue
      }
      let firstRow = rows.count
      if isOrdinary { sharedFirstRow = firstRow }
      firstRowOfPersona.append(firstRow)
      for (place, touchpoint) in touchpoints.enumerated() {
        compileRow(journey.row(at: touchpoint.name, for: persona), at: place, for: persona)
      }
      compileRow(journey.row(at: nil, for: persona), at: touchpoints.count, for: persona)
      compileRow(journey.returningRow(for: persona), at: touchpoints.count + 1, for: persona)
    }
  }

  private mutating func compileRow(_ row: PathRow, at place: Int, for persona: JourneyModel.Persona) {
    // At an entry leaving is an option like any other; elsewhere its share l is taken first, before preferences.
    let isEntry = place >= touchpoints.count
    let openTotal = row.options.reduce(0) { $0 + (journey.isOpen($1.to) ? $1.weight : 0) }
    let leaveWeight = isEntry ? 0 : row.weight(to: .leave)
    var weights = row.options.filter { isEntry || $0.to != .leave }
      .map { ($0.to, $0.weight * preference(of: persona, for: $0.to)) }
    let openOthers = weights.reduce(0) { $0 + (journey.isOpen($1.0) ? $1.1 : 0) }
    // Nobody whom preferences leave without an option can go on.
    let leaveShare = openOthers > 0 ? leaveWeight / openTotal : 1
    if leaveShare == 1 {
      weights = [(.leave, 1)]
    } else if isPlain, leaveShare > 0 {
      // A plain chain draws once per step, so the share becomes an option of that size.
      weights.append((.leave, leaveShare / (1 - leaveShare) * openOthers))
      weights.sort { $0.0.name.precedesCanonically($1.0.name) }
    }
    let first = Int32(options.count)
    append(weights, at: place) { destination in
      !isEntry && destination == .leave ? nil : openTotal > 0 ? row.weight(to: destination) / openTotal : 0
    }
    rows.append(
      .init(
        first: first,
        end: Int32(options.count),
        logStay: isPlain || isEntry ? 0 : .log(1 - leaveShare),
        leaveFlow: flows.number(from: place, to: .leave),
        timedOutFlow: flows.number(from: place, to: .outcome(Outcome.timedOutName)),
        leaveShare: isEntry ? 0 : leaveShare
      )
    )
  }

  /// Appends the options with positive weight as stretches of the unit interval.
  private mutating func append(
    _ weights: [(to: Destination, weight: Double)],
    at place: Int,
    share: (Destination) -> Double?
  ) {
    let first = options.count
    let whole = weights.reduce(0) { $0 + $1.weight }
    var total = 0.0
    for (destination, weight) in weights where weight > 0 {
      total += weight
      let (code, to) = code(destination)
      optionShares.append(share(destination))
      options.append(
        .init(
          cumulative: total / whole,
          weight: weight,
          target: code,
          flow: flows.number(from: place, to: to),
          isClosed: !journey.isOpen(destination)
        )
      )
    }
    if options.count > first { options[options.count - 1].cumulative = 2 }
  }

  /// The factor of a persona on a touchpoint's weight: by the touchpoint's channel, none on outcomes.
  private func preference(of persona: JourneyModel.Persona, for destination: Destination) -> Double {
    guard case .touchpoint(let name) = destination, let number = touchpointNumber[name],
      let channel = touchpoints[Int(number)].channel
    else { return 1 }
    return persona.prefers[channel] ?? 1
  }

  // MARK: Pain points

  mutating func compilePains() {
    var atTouchpoint: [[Int]] = Array(repeating: [], count: touchpoints.count)
    for (index, entry) in pains.enumerated() {
      if let place = touchpointNumber[entry.pain.at] { atTouchpoint[Int(place)].append(index) }
    }
    for (place, indices) in atTouchpoint.enumerated() {
      let first = Int32(compiledPains.count)
      for index in indices { compile(pains[index].pain, original: pains[index].original, at: place) }
      painRange.append((first, Int32(compiledPains.count)))
    }
  }

  private mutating func compile(_ pain: PainPoint, original: Int32, at place: Int) {
    let firstMove = Int32(forcedMoves.count)
    var cumulative = 0.0
    for move in pain.sendsTo {
      cumulative += move.probability.value
      let (code, to) = code(move.to)
      forcedMoves.append(
        .init(
          cumulative: cumulative,
          target: journey.isOpen(move.to) ? code : nil,
          flow: flows.number(from: place, to: to)
        )
      )
    }
    let (mean, deviation) =
      switch pain.hurts {
      case .constant(let points): (points, 0.0)
      case .normal(let mean, let deviation): (mean, deviation)
      }
    compiledPains.append(
      .init(
        site: (sites[.painPoint, pain.name] ?? 0),
        logStay: .log(1 - pain.leaves.value),
        severityMean: mean,
        severityDeviation: deviation,
        delay: CompiledDuration(pain.delays),
        cost: pain.costs,
        firstMove: firstMove,
        endMove: Int32(forcedMoves.count),
        original: original
      )
    )
  }
}
