import JourneyModel

/// How often each move is to be expected from the weights of a journey alone: what decides where touchpoints stand, so
/// that a picture's layout follows from the model and not from a run of it.
///
/// Mood, repeated draws and preferences for channels are left out: an order of magnitude is enough to place cards.
struct ExpectedMoves {
  /// A touchpoint that is left, and where the move leads.
  struct Move: Hashable {
    let from: String
    let to: Destination
  }

  /// Entries per traveller, by touchpoint.
  private(set) var entries: [String: Double] = [:]
  /// Moves per traveller.
  private(set) var perTraveller: [Move: Double] = [:]

  /// Steps after which the rest of a journey no longer counts.
  private static let mostSteps = 40

  /// - Complexity: O(steps x transitions x personas with rows of their own).
  init(of journey: Journey) {
    let names = journey.touchpoints.map(\.name)
    let numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var forced = [[(to: Destination, chance: Double)]](repeating: [], count: names.count)
    for pain in journey.painPoints {
      guard let place = numbers[pain.at] else { continue }
      for move in pain.sendsTo {
        forced[place].append((move.to, pain.hits.value * move.probability.value))
      }
    }
    // Personas without rows of their own walk alike.
    var groups: [(persona: Persona, share: Double)] = []
    for persona in journey.personas {
      let isOrdinary = persona.rows.isEmpty && persona.start == nil
      if isOrdinary,
        let place = groups.firstIndex(where: { $0.persona.rows.isEmpty && $0.persona.start == nil })
      {
        groups[place].share += persona.share.value
      } else {
        groups.append((persona, persona.share.value))
      }
    }
    for group in groups { walk(journey, group.persona, share: group.share, names, numbers, forced) }
  }

  private mutating func walk(
    _ journey: Journey,
    _ persona: Persona,
    share: Double,
    _ names: [String],
    _ numbers: [String: Int],
    _ forced: [[(to: Destination, chance: Double)]]
  ) {
    struct Way {
      let to: Destination
      let place: Int?
      let chance: Double
      var flow = 0.0
    }
    func place(_ destination: Destination) -> Int? {
      guard case .touchpoint(let name) = destination else { return nil }
      return numbers[name]
    }
    var ways = names.indices.map { index in
      let row = journey.row(at: names[index], for: persona)
      let total = row.total
      let sent = min(1, forced[index].reduce(0) { $0 + $1.chance })
      let free = total > 0 ? (1 - sent) / total : 0
      return forced[index].map { Way(to: $0.to, place: place($0.to), chance: $0.chance) }
        + row.options.filter { $0.weight > 0 }.map {
          Way(to: $0.to, place: place($0.to), chance: $0.weight * free)
        }
    }
    let start = journey.row(at: nil, for: persona)
    var mass = [Double](repeating: 0, count: names.count)
    for option in start.options where start.total > 0 {
      guard let place = place(option.to) else { continue }
      mass[place] += share * option.weight / start.total
      entries[names[place], default: 0] += share * option.weight / start.total
    }
    for _ in 0..<Self.mostSteps where mass.contains(where: { $0 > 1e-7 }) {
      var next = [Double](repeating: 0, count: names.count)
      for index in names.indices where mass[index] > 1e-7 {
        for way in ways[index].indices {
          let flow = mass[index] * ways[index][way].chance
          ways[index][way].flow += flow
          if let place = ways[index][way].place { next[place] += flow }
        }
      }
      mass = next
    }
    for index in names.indices {
      for way in ways[index] where way.flow > 0 {
        perTraveller[Move(from: names[index], to: way.to), default: 0] += way.flow
      }
    }
  }
}
