/// A Markov chain that is certain to end: states with probabilities to go on and to end in one of several outcomes.
///
/// States and outcomes are numbers from 0. A row's probabilities total 1 (a chain never checks that it was given a
/// total, its makers see to it); the probability to stay is never used, so that slow chains lose no digits.
public struct AbsorbingChain: Sendable, Hashable {
  /// Where one state (or the entry) leads.
  public struct Row: Sendable, Hashable {
    /// Probabilities to go to a state, each state at most once.
    public var moves: [Edge]
    /// Probabilities to end in an outcome, each outcome at most once.
    public var ends: [Edge]

    /// Creates a row.
    public init(moves: [Edge] = [], ends: [Edge] = []) {
      self.moves = moves
      self.ends = ends
    }

    /// The probability to end at once.
    var endTotal: Double { ends.reduce(0) { $0 + $1.probability } }
  }

  /// A probability to get somewhere.
  public struct Edge: Sendable, Hashable {
    /// The number of the state or outcome.
    public var to: Int
    /// The probability, above 0.
    public var probability: Double

    /// Creates an edge.
    public init(to: Int, probability: Double) {
      self.to = to
      self.probability = probability
    }
  }

  /// How journeys begin; `ends` are journeys without a visit.
  public let entry: Row
  /// A row per state.
  public let rows: [Row]
  /// The number of outcomes.
  public let outcomeCount: Int

  /// Creates a chain; edges of probability 0 are dropped.
  public init(entry: Row, rows: [Row], outcomeCount: Int) {
    func kept(_ row: Row) -> Row {
      Row(moves: row.moves.filter { $0.probability > 0 }, ends: row.ends.filter { $0.probability > 0 })
    }
    self.entry = kept(entry)
    self.rows = rows.map(kept)
    self.outcomeCount = outcomeCount
  }

  /// The number of states.
  public var stateCount: Int { rows.count }

  /// The number of moves between states.
  public var moveCount: Int { rows.reduce(0) { $0 + $1.moves.count } }

  /// Which states can get to an end.
  ///
  /// - Complexity: O(states + moves).
  func statesThatEnd() -> [Bool] {
    var predecessors = [[Int]](repeating: [], count: rows.count)
    var ends = [Bool](repeating: false, count: rows.count)
    var open: [Int] = []
    for (state, row) in rows.enumerated() {
      for move in row.moves { predecessors[move.to].append(state) }
      if !row.ends.isEmpty {
        ends[state] = true
        open.append(state)
      }
    }
    while let state = open.popLast() {
      for before in predecessors[state] where !ends[before] {
        ends[before] = true
        open.append(before)
      }
    }
    return ends
  }

  /// Which states a journey can get to.
  ///
  /// - Complexity: O(states + moves).
  func reachableStates() -> [Bool] {
    var reached = [Bool](repeating: false, count: rows.count)
    var open: [Int] = []
    for move in entry.moves where !reached[move.to] {
      reached[move.to] = true
      open.append(move.to)
    }
    while let state = open.popLast() {
      for move in rows[state].moves where !reached[move.to] {
        reached[move.to] = true
        open.append(move.to)
      }
    }
    return reached
  }
}
