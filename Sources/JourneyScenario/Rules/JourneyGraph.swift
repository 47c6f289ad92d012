import JourneyModel

/// Where each persona can go: touchpoints by number, moves that have any chance.
struct JourneyGraph {
  /// One persona's moves.
  struct Moves {
    /// Touchpoints at which the persona can enter.
    var entries: [Int]
    /// Outcomes that the entry rows lead to.
    var entryOutcomes: [String]
    /// Touchpoints that each touchpoint leads to.
    var next: [[Int]]
    /// Names of the outcomes that each touchpoint leads to.
    var outcomes: [[String]]
  }

  let names: [String]
  let index: [String: Int]
  private let journey: Journey
  private let pains: [[PainPoint]]

  /// Numbers the touchpoints.
  ///
  /// - Complexity: O(touchpoints + pain points).
  init(_ journey: Journey) {
    self.journey = journey
    names = journey.touchpoints.map(\.name)
    var index: [String: Int] = [:]
    for (at, name) in names.enumerated() { index[name] = at }
    self.index = index
    var pains = [[PainPoint]](repeating: [], count: names.count)
    for pain in journey.painPoints.sorted(by: { $0.name.precedesCanonically($1.name) }) {
      if let at = index[pain.at] { pains[at].append(pain) }
    }
    self.pains = pains
  }

  /// The moves of a persona.
  ///
  /// - Complexity: O(transitions).
  func moves(of persona: Persona) -> Moves {
    let avoided = Set(persona.prefers.filter { $0.value == 0 }.keys)
    let blocked = journey.touchpoints.map { $0.channel.map(avoided.contains) ?? false }
    func add(_ row: PathRow, _ next: inout [Int], _ outcomes: inout [String]) {
      for option in row.options where option.weight > 0 {
        switch option.to {
        case .touchpoint(let name): if let at = index[name], !blocked[at] { next.append(at) }
        case .outcome(let name): outcomes.append(name)
        }
      }
    }
    var moves = Moves(entries: [], entryOutcomes: [], next: [], outcomes: [])
    add(journey.row(at: nil, for: persona), &moves.entries, &moves.entryOutcomes)
    if journey.retention != nil {
      add(journey.returningRow(for: persona), &moves.entries, &moves.entryOutcomes)
    }
    moves.next.reserveCapacity(names.count)
    for (at, name) in names.enumerated() {
      var next: [Int] = []
      var outcomes: [String] = []
      var isForced = false
      for pain in pains[at] where pain.hits(for: persona.name) > .zero {
        if pain.leaves > .zero { outcomes.append(Outcome.leaveName) }
        guard !isForced else { continue }
        for forced in pain.sendsTo where forced.probability > .zero {
          switch forced.to {
          case .touchpoint(let name): if let to = index[name] { next.append(to) }
          case .outcome(let name): outcomes.append(name)
          }
        }
        let total = pain.sendsTo.reduce(0) { $0 + $1.probability.value }
        isForced = pain.hits(for: persona.name) == .one && total >= 1 - 1e-12
      }
      let row = journey.row(at: name, for: persona)
      if !isForced {
        add(row, &next, &outcomes)
      } else if row.weight(to: .leave) > 0 {
        // Leaving comes before being sent anywhere.
        outcomes.append(Outcome.leaveName)
      }
      moves.next.append(next)
      moves.outcomes.append(outcomes)
    }
    return moves
  }

  /// The touchpoints that can be reached from some.
  ///
  /// - Complexity: O(transitions).
  static func reachable(from start: [Int], along next: [[Int]]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: next.count)
    var waiting: [Int] = []
    for at in start where !isReached[at] {
      isReached[at] = true
      waiting.append(at)
    }
    while let at = waiting.popLast() {
      for to in next[at] where !isReached[to] {
        isReached[to] = true
        waiting.append(to)
      }
    }
    return isReached
  }

  /// The moves turned round.
  static func reversed(_ next: [[Int]]) -> [[Int]] {
    var before = [[Int]](repeating: [], count: next.count)
    for (from, targets) in next.enumerated() {
      for to in targets { before[to].append(from) }
    }
    return before
  }
}
