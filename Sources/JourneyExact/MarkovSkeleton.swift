import JourneyModel

/// What is left of a journey when mood does not move anybody: an absorbing Markov chain per persona.
///
/// Pain points and forced moves are folded into the probabilities exactly, so the chain gives the outcomes, visits,
/// time and cost of the full model wherever mood-driven leaving is off. Nothing of it is shared with the engine.
public struct MarkovSkeleton: Sendable, Hashable {
  /// Touchpoints in canonical order: the chain's states.
  public let touchpoints: [String]
  /// Outcomes in canonical order: the chain's outcomes.
  public let outcomes: [String]
  /// The chain.
  public let chain: AbsorbingChain
  /// Expected minutes of a visit to each touchpoint, the delays of its pain points included.
  public let minutesPerVisit: [Double]
  /// Expected cost of a visit to each touchpoint, the cost of its pain points included.
  public let costPerVisit: [Double]
  /// The probability to leave at each touchpoint, per visit.
  public let leaving: [Double]
  /// Touchpoints at which the chance to leave would depend on mood: sometimes, but not always, people leave there.
  public let leavingMayVary: [Bool]

  /// Folds a journey for one of its personas.
  ///
  /// - Complexity: O(n log n + transitions + pain points).
  public init(of journey: Journey, for persona: Persona) {
    let places = SkeletonPlaces(journey)
    let draft = SkeletonDraft(journey, persona, places)
    touchpoints = places.touchpoints.map(\.name)
    outcomes = places.outcomes
    let entry = draft.entry()
    let stations = places.touchpoints.indices.map { draft.station(at: $0) }
    chain = AbsorbingChain(entry: entry, rows: stations.map(\.row), outcomeCount: outcomes.count)
    minutesPerVisit = stations.map(\.minutes)
    costPerVisit = stations.map(\.cost)
    leaving = stations.map(\.leaves)
    leavingMayVary = stations.map(\.leavingMayVary)
  }
}

/// The places of a journey, in canonical order, and their numbers.
struct SkeletonPlaces {
  let touchpoints: [Touchpoint]
  let outcomes: [String]
  /// Pain points of each touchpoint in canonical order.
  let pains: [[PainPoint]]
  /// Only for looking up, never walked through.
  private let touchpointNumber: [String: Int]
  private let outcomeNumber: [String: Int]
  /// The number of the outcome `leave`.
  let leave: Int

  init(_ journey: Journey) {
    touchpoints = journey.touchpoints.sorted { $0.name.precedesCanonically($1.name) }
    var outcomes = journey.outcomes.map(\.name)
    if !outcomes.contains(Outcome.leaveName) { outcomes.append(Outcome.leaveName) }
    outcomes.sort { $0.precedesCanonically($1) }
    self.outcomes = outcomes
    touchpointNumber = Dictionary(
      touchpoints.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    outcomeNumber = Dictionary(
      outcomes.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    leave = outcomeNumber[Outcome.leaveName] ?? 0
    var pains = [[PainPoint]](repeating: [], count: touchpoints.count)
    for pain in journey.painPoints.sorted(by: { $0.name.precedesCanonically($1.name) }) {
      if let place = touchpointNumber[pain.at] { pains[place].append(pain) }
    }
    self.pains = pains
  }

  func touchpoint(_ name: String) -> Int? { touchpointNumber[name] }

  func outcome(_ name: String) -> Int? { outcomeNumber[name] }
}

/// Folds the rows of a journey for one persona.
struct SkeletonDraft {
  /// One touchpoint, folded.
  struct Station {
    var row: AbsorbingChain.Row
    var leaves: Double
    var leavingMayVary: Bool
    var minutes: Double
    var cost: Double
  }

  private let journey: Journey
  private let persona: Persona
  private let places: SkeletonPlaces

  init(_ journey: Journey, _ persona: Persona, _ places: SkeletonPlaces) {
    self.journey = journey
    self.persona = persona
    self.places = places
  }

  private func preference(_ destination: Destination) -> Double {
    guard case .touchpoint(let name) = destination, let number = places.touchpoint(name) else { return 1 }
    return places.touchpoints[number].channel.flatMap { persona.prefers[$0] } ?? 1
  }

  /// Where journeys begin.
  func entry() -> AbsorbingChain.Row {
    let routing = Routing(
      journey.row(at: nil, for: persona),
      isEntry: true,
      preference: preference,
      isOpen: journey.isOpen
    )
    var shares = Shares(places, severed: journey.severed)
    shares.add(routing.leaves, to: .leave)
    for choice in routing.choices { shares.add(choice.share, to: choice.to) }
    return shares.row
  }

  /// One touchpoint: leaving comes first, then a pain point may force the next place, then people choose.
  func station(at number: Int) -> Station {
    let touchpoint = places.touchpoints[number]
    let pains = places.pains[number]
    let folding = PainFolding(pains, for: persona.name, isOpen: journey.isOpen)
    let routing = Routing(
      journey.row(at: touchpoint.name, for: persona),
      isEntry: false,
      preference: preference,
      isOpen: journey.isOpen
    )
    let leaves = routing.leaves + routing.stays * folding.leaves
    var shares = Shares(places, severed: journey.severed)
    shares.add(leaves, to: .leave)
    for move in folding.forced { shares.add(routing.stays * move.probability, to: move.to) }
    for choice in routing.choices { shares.add(routing.stays * folding.free * choice.share, to: choice.to) }
    var (minutes, cost) = ((touchpoint.takes?.meanSeconds ?? 0) / 60, touchpoint.costs)
    for pain in pains {
      let hit = pain.hits(for: persona.name).value
      minutes += hit * (pain.delays?.meanSeconds ?? 0) / 60
      cost += hit * pain.costs
    }
    return Station(
      row: shares.row,
      leaves: leaves,
      leavingMayVary: routing.stays > 0 && (routing.leaves > 0 || pains.contains(where: sometimesLeaves)),
      minutes: minutes,
      cost: cost
    )
  }

  /// Whether a hit makes some people leave; one that makes everybody leave does so in any mood.
  private func sometimesLeaves(_ pain: PainPoint) -> Bool {
    pain.hits(for: persona.name).value > 0 && pain.leaves.value > 0 && pain.leaves.value < 1
  }
}

/// Adds up a row; whoever would go to a severed touchpoint leaves instead.
private struct Shares {
  private let places: SkeletonPlaces
  private let severed: Set<String>
  private(set) var row = AbsorbingChain.Row()

  init(_ places: SkeletonPlaces, severed: Set<String>) {
    self.places = places
    self.severed = severed
  }

  mutating func add(_ probability: Double, to destination: Destination) {
    guard probability > 0 else { return }
    switch destination {
    case .touchpoint(let name):
      if severed.contains(name) {
        Self.add(probability, to: places.leave, in: &row.ends)
      } else if let number = places.touchpoint(name) {
        Self.add(probability, to: number, in: &row.moves)
      }
    case .outcome(let name):
      if let number = places.outcome(name) { Self.add(probability, to: number, in: &row.ends) }
    }
  }

  private static func add(_ probability: Double, to number: Int, in edges: inout [AbsorbingChain.Edge]) {
    if let index = edges.firstIndex(where: { $0.to == number }) {
      edges[index].probability += probability
    } else {
      edges.append(.init(to: number, probability: probability))
    }
  }
}
