/// Eliminates the states of a sparse chain without ever subtracting, cheapest first, and hands the dense rest over.
///
/// The same state reduction as `DenseReduction`, on lists. Each pivot is the state with the fewest pairs of a
/// predecessor and a successor (Markowitz 1957), so long and narrow chains stay narrow; once what
/// remains is crowded, a matrix is faster than lists.
struct SparseReduction: Sendable {
  /// What an elimination met: the state's neighbours among those that were still there.
  struct Pivot: Sendable {
    var state: Int
    /// The probability to leave the state for good.
    var leaving: Double
    /// Where it led, by state.
    var onwards: [AbsorbingChain.Edge]
    /// Who led to it, by state.
    var from: [AbsorbingChain.Edge]
  }

  /// In the order of elimination.
  private(set) var pivots: [Pivot] = []
  /// The states that the dense part holds, in its order.
  private(set) var rest: [Int] = []
  /// The dense part.
  private(set) var dense: DenseReduction

  /// The size below which lists do not pay.
  private static let smallest = 48

  /// Reduces the chain among its `included` states, all of which must be able to end.
  ///
  /// `endings` are the probabilities to end, or to get to a state that is not included.
  /// - Returns: nil where the dense rest would hold more than `limit` states.
  init?(_ chain: AbsorbingChain, including included: [Bool], limit: Int) {
    var work = Work(chain, including: included)
    while work.remaining > Self.smallest, !work.isCrowded, let state = work.cheapest() {
      pivots.append(work.eliminate(state))
      if work.isTangled, work.remaining > limit { return nil }
    }
    guard work.remaining <= limit else { return nil }
    rest = chain.rows.indices.filter { work.isOpen[$0] }
    var position = [Int](repeating: 0, count: chain.stateCount)
    for (index, state) in rest.enumerated() { position[state] = index }
    let (states, rows) = (rest, work.rows)
    dense = DenseReduction(count: rest.count, endings: rest.map { work.endings[$0] }) { index, set in
      for edge in rows[states[index]] { set(position[edge.to], edge.probability) }
    }
  }

  /// Expected visits to each state, for journeys that begin with these weights.
  func visits(from entry: [Double]) -> [Double] {
    var x = entry
    for pivot in pivots {
      let factor = x[pivot.state] / pivot.leaving
      guard factor != 0 else { continue }
      for edge in pivot.onwards { x[edge.to] += factor * edge.probability }
    }
    var tail = rest.map { x[$0] }
    dense.solveVisits(&tail)
    for (index, state) in rest.enumerated() { x[state] = tail[index] }
    for pivot in pivots.reversed() {
      var sum = x[pivot.state]
      for edge in pivot.from { sum += x[edge.to] * edge.probability }
      x[pivot.state] = sum / pivot.leaving
    }
    return x
  }

  /// The expected sum of rewards from each state on.
  func values(of reward: [Double]) -> [Double] {
    var b = reward
    for pivot in pivots {
      let share = b[pivot.state] / pivot.leaving
      guard share != 0 else { continue }
      for edge in pivot.from { b[edge.to] += edge.probability * share }
    }
    var tail = rest.map { b[$0] }
    dense.solveValues(&tail)
    for (index, state) in rest.enumerated() { b[state] = tail[index] }
    for pivot in pivots.reversed() {
      var sum = b[pivot.state]
      for edge in pivot.onwards { sum += edge.probability * b[edge.to] }
      b[pivot.state] = sum / pivot.leaving
    }
    return b
  }

  /// Expected visits to each state of journeys that begin there, the first included.
  ///
  /// Only the entries of the inverse that lie where the reduction met a probability are computed
  /// (Takahashi, Fagan & Chin 1973).
  func returnVisits(stateCount: Int) -> [Double] {
    var diagonal = [Double](repeating: 0, count: stateCount)
    let inverse = dense.inverse()
    // The place of each state in the elimination; the dense states come last.
    var place = [Int](repeating: -1, count: stateCount)
    for (index, pivot) in pivots.enumerated() { place[pivot.state] = index }
    var denseIndex = [Int](repeating: 0, count: stateCount)
    for (index, state) in rest.enumerated() {
      denseIndex[state] = index
      place[state] = pivots.count
      diagonal[state] = inverse[index * dense.stride + index >> 3][index & 7]
    }
    // For each pivot: visits from each onward state to it, and from it to each of its predecessors.
    var into = pivots.map {
      [AbsorbingChain.Edge](repeating: .init(to: 0, probability: 0), count: $0.onwards.count)
    }
    var outOf = pivots.map {
      [AbsorbingChain.Edge](repeating: .init(to: 0, probability: 0), count: $0.from.count)
    }
    func visits(from: Int, to: Int) -> Double {
      if from == to { return diagonal[from] }
      let (first, second) = (place[from], place[to])
      if first == pivots.count, second == pivots.count {
        let (row, column) = (denseIndex[from], denseIndex[to])
        return inverse[row * dense.stride + column >> 3][column & 7]
      }
      return first < second ? outOf[first].probability(to: to) : into[second].probability(to: from)
    }
    for index in pivots.indices.reversed() {
      let pivot = pivots[index]
      for (slot, onward) in pivot.onwards.enumerated() {
        var sum = 0.0
        for before in pivot.from {
          sum += visits(from: onward.to, to: before.to) * before.probability
        }
        into[index][slot] = .init(to: onward.to, probability: sum / pivot.leaving)
      }
      for (slot, before) in pivot.from.enumerated() {
        var sum = 0.0
        for onward in pivot.onwards {
          sum += onward.probability * visits(from: onward.to, to: before.to)
        }
        outOf[index][slot] = .init(to: before.to, probability: sum / pivot.leaving)
      }
      var sum = 1.0
      for (slot, onward) in pivot.onwards.enumerated() {
        sum += onward.probability * into[index][slot].probability
      }
      diagonal[pivot.state] = sum / pivot.leaving
      into[index].sort { $0.to < $1.to }
      outOf[index].sort { $0.to < $1.to }
    }
    return diagonal
  }
}

extension [AbsorbingChain.Edge] {
  /// The number kept for a state in a list sorted by state, 0 where there is none.
  fileprivate func probability(to state: Int) -> Double {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].to < state { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].to == state ? self[low].probability : 0
  }
}
