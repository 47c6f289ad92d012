/// The exact answers of a chain, each with a relative error far below 1e-9.
///
/// Expected visits are the row of the fundamental matrix (Kemeny & Snell 1960) for the chain's entry.
public struct ChainSolution: Sendable {
  /// Expected visits to each state; infinite where journeys may get caught.
  public let visits: [Double]
  /// The probability of each outcome.
  public let outcomes: [Double]
  /// The probability that a journey gets where no outcome can be reached, 0 in a sound scenario.
  public let endless: Double
  /// Expected moves until the end from each state.
  public let stepsFrom: [Double]
  /// Expected visits of a journey.
  public let steps: Double
  /// The variance of the number of visits.
  public let stepsVariance: Double

  private let chain: AbsorbingChain
  private let method: Method
  private let ends: [Bool]

  /// How the chain was solved.
  private enum Method {
    /// By elimination.
    case reduction(SparseReduction)
    /// By summing up, where elimination would fill the memory.
    case iteration(MonotoneIteration)

    func visits(from entry: [Double]) -> [Double]? {
      switch self {
      case .reduction(let reduction): reduction.visits(from: entry)
      case .iteration(let iteration): iteration.visits(from: entry)
      }
    }

    func values(of reward: [Double]) -> [Double]? {
      switch self {
      case .reduction(let reduction): reduction.values(of: reward)
      case .iteration(let iteration): iteration.values(of: reward)
      }
    }
  }

  /// Solves a chain: by elimination while what is left after the sparse part has at most `denseLimit` states, else by
  /// iteration between certified bounds. Nil where those do not close in with bounded work.
  ///
  /// - Complexity: O(states + moves) for long narrow chains, O(states³) at worst, billions of moves by iteration.
  public init?(_ chain: AbsorbingChain, denseLimit: Int = 4_096) {
    let ends = chain.statesThatEnd()
    let method =
      SparseReduction(chain, including: ends, limit: denseLimit).map(Method.reduction)
      ?? .iteration(MonotoneIteration(chain, including: ends))
    self.chain = chain
    self.ends = ends
    self.method = method
    var entry = [Double](repeating: 0, count: chain.stateCount)
    for move in chain.entry.moves where ends[move.to] { entry[move.to] += move.probability }
    guard var visits = method.visits(from: entry),
      let stepsFrom = method.values(of: ends.map { $0 ? 1 : 0 })
    else { return nil }
    var outcomes = [Double](repeating: 0, count: chain.outcomeCount)
    var endless = 0.0
    for end in chain.entry.ends { outcomes[end.to] += end.probability }
    for move in chain.entry.moves where !ends[move.to] { endless += move.probability }
    for (state, row) in chain.rows.enumerated() where ends[state] {
      for end in row.ends { outcomes[end.to] += visits[state] * end.probability }
      for move in row.moves where !ends[move.to] { endless += visits[state] * move.probability }
    }
    self.outcomes = outcomes
    self.endless = endless
    self.stepsFrom = stepsFrom
    if endless > 0 {
      let reachable = chain.reachableStates()
      for state in visits.indices where !ends[state] && reachable[state] { visits[state] = .infinity }
    }
    self.visits = visits
    steps = endless > 0 ? .infinity : visits.reduce(0, +)
    stepsVariance = endless > 0 ? .infinity : Self.variance(chain, visits, stepsFrom)
  }

  /// Sums, over all moves, the variance that each adds to the expectation of the whole: nothing cancels.
  private static func variance(_ chain: AbsorbingChain, _ visits: [Double], _ stepsFrom: [Double]) -> Double {
    func spread(_ row: AbsorbingChain.Row) -> Double {
      var total = row.endTotal
      var mean = 0.0
      for move in row.moves {
        total += move.probability
        mean += move.probability * stepsFrom[move.to]
      }
      guard total > 0 else { return 0 }
      mean /= total
      var sum = row.endTotal * mean * mean
      for move in row.moves {
        let difference = stepsFrom[move.to] - mean
        sum += move.probability * difference * difference
      }
      return sum / total
    }
    var variance = spread(chain.entry)
    for (state, row) in chain.rows.enumerated() where visits[state] > 0 {
      variance += visits[state] * spread(row)
    }
    return variance
  }

  /// The probability to end in an outcome from each state.
  public func absorption(into outcome: Int) -> [Double]? {
    absorption { $0 == outcome }
  }

  /// The probability to end in one of several outcomes from each state.
  public func absorption(where counts: (Int) -> Bool) -> [Double]? {
    method.values(
      of: chain.rows.indices.map { state in
        guard ends[state] else { return 0 }
        return chain.rows[state].ends.reduce(0) { counts($1.to) ? $0 + $1.probability : $0 }
      }
    )
  }

  /// The expected sum of a reward per visit, over a journey.
  public func total(of reward: [Double]) -> Double {
    zip(visits, reward).reduce(0) { $1.1 == 0 ? $0 : $0 + $1.0 * $1.1 }
  }

  /// The expected sum of a reward per visit from each state on.
  public func values(of reward: [Double]) -> [Double]? {
    method.values(of: zip(reward, ends).map { $1 ? $0 : 0 })
  }

  /// The probability that a journey ever gets to each state; nil where the chain was too tangled to eliminate.
  ///
  /// Visits = P(ever there) x visits of a journey that begins there.
  /// - Complexity: O(n³) for the dense rest of n states, else the cost of the solution again.
  public func reach() -> [Double]? {
    guard case .reduction(let reduction) = method else { return nil }
    let own = reduction.returnVisits(stateCount: chain.stateCount)
    return visits.indices.map { state in
      // The quotient of two rounded numbers may pass 1 by a last digit.
      ends[state] && visits[state] > 0 ? min(1, visits[state] / own[state]) : 0
    }
  }
}
