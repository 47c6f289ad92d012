extension SparseReduction {
  /// What is left of a chain while its states are eliminated one by one.
  struct Work {
    private(set) var rows: [[AbsorbingChain.Edge]]
    private(set) var endings: [Double]
    private(set) var isOpen: [Bool]
    private(set) var remaining = 0
    /// Predecessors of each state; those that were eliminated stay listed and are skipped.
    private var predecessors: [[Int32]]
    private var predecessorCount: [Int]
    private var edgeCount = 0
    /// The number of edges beyond which the chain counts as tangled.
    private var edgeLimit = 0
    /// States by cost, with entries that may be out of date; the last bucket holds all that are dearer.
    private var buckets = [[Int32]](repeating: [], count: 4096)
    private var lowestBucket = 0
    /// Where the row at hand holds a state, or -1.
    private var slot: [Int32]

    init(_ chain: AbsorbingChain, including included: [Bool]) {
      let count = chain.stateCount
      rows = .init(repeating: [], count: count)
      endings = .init(repeating: 0, count: count)
      isOpen = included
      predecessors = .init(repeating: [], count: count)
      predecessorCount = .init(repeating: 0, count: count)
      slot = .init(repeating: -1, count: count)
      for state in 0..<count where included[state] {
        remaining += 1
        endings[state] = chain.rows[state].endTotal
        for move in chain.rows[state].moves where move.to != state {
          guard included[move.to] else {
            endings[state] += move.probability
            continue
          }
          rows[state].append(move)
          predecessors[move.to].append(Int32(state))
          predecessorCount[move.to] += 1
        }
        edgeCount += rows[state].count
      }
      edgeLimit = 4 * edgeCount + 1_000_000
      for state in (0..<count).reversed() where included[state] { file(state) }
    }

    /// Whether what remains is dense enough for a matrix.
    var isCrowded: Bool { edgeCount > remaining * remaining / 8 }

    /// Whether elimination creates edges faster than it removes them, on its way to a matrix that is too large.
    var isTangled: Bool { edgeCount > edgeLimit }

    private func cost(_ state: Int) -> Int {
      min(rows[state].count * predecessorCount[state], buckets.count - 1)
    }

    private mutating func file(_ state: Int) {
      let cost = cost(state)
      buckets[cost].append(Int32(state))
      lowestBucket = min(lowestBucket, cost)
    }

    /// A state of least cost.
    mutating func cheapest() -> Int? {
      while lowestBucket < buckets.count {
        while let candidate = buckets[lowestBucket].popLast() {
          let state = Int(candidate)
          if isOpen[state], cost(state) == lowestBucket { return state }
        }
        lowestBucket += 1
      }
      return nil
    }

    /// Takes a state out: its predecessors lead on to its successors.
    mutating func eliminate(_ state: Int) -> Pivot {
      let onwards = rows[state]
      let leaving = onwards.reduce(endings[state]) { $0 + $1.probability }
      isOpen[state] = false
      remaining -= 1
      edgeCount -= onwards.count
      rows[state] = []
      for edge in onwards { predecessorCount[edge.to] -= 1 }
      var from: [AbsorbingChain.Edge] = []
      for before in predecessors[state] where isOpen[Int(before)] {
        let probability = redirect(Int(before), around: state, onwards, leaving)
        from.append(.init(to: Int(before), probability: probability))
      }
      predecessors[state] = []
      for edge in onwards { file(edge.to) }
      for edge in from { file(edge.to) }
      return Pivot(state: state, leaving: leaving, onwards: onwards, from: from)
    }

    /// Replaces the edge from `before` to an eliminated state by edges to its successors.
    private mutating func redirect(
      _ before: Int,
      around state: Int,
      _ onwards: [AbsorbingChain.Edge],
      _ leaving: Double
    ) -> Double {
      for (index, edge) in rows[before].enumerated() { slot[edge.to] = Int32(index) }
      let hole = Int(slot[state])
      let probability = rows[before][hole].probability
      let factor = probability / leaving
      slot[state] = -1
      let last = rows[before].count - 1
      if hole != last {
        rows[before][hole] = rows[before][last]
        slot[rows[before][hole].to] = Int32(hole)
      }
      rows[before].removeLast()
      edgeCount -= 1
      for edge in onwards where edge.to != before {
        let share = factor * edge.probability
        if slot[edge.to] >= 0 {
          rows[before][Int(slot[edge.to])].probability += share
        } else {
          slot[edge.to] = Int32(rows[before].count)
          rows[before].append(.init(to: edge.to, probability: share))
          predecessors[edge.to].append(Int32(before))
          predecessorCount[edge.to] += 1
          edgeCount += 1
        }
      }
      for edge in rows[before] { slot[edge.to] = -1 }
      endings[before] += factor * endings[state]
      return probability
    }
  }
}
