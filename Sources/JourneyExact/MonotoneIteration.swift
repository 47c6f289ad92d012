/// Sums the endless series of a chain too tangled to eliminate, between two bounds that close in.
///
/// Every term of x = s + sP + sP² + … is non-negative, so the partial sums rise to the answer. If two visits later no
/// state holds more than c < 1 times what it holds now, what is still missing is at most now / (1 - c), and likewise
/// from below with the smallest such factor (Collatz 1942): the answer is certified, not guessed.
struct MonotoneIteration: Sendable {
  /// The largest relative distance of the two bounds that is accepted.
  static let tolerance = 1e-10

  private let stateCount: Int
  private let starts: [Int]
  private let targets: [Int32]
  private let probabilities: [Double]

  /// Keeps the moves among the `included` states in flat arrays.
  init(_ chain: AbsorbingChain, including included: [Bool]) {
    var starts = [0]
    var targets: [Int32] = []
    var probabilities: [Double] = []
    for (state, row) in chain.rows.enumerated() {
      if included[state] {
        for move in row.moves where included[move.to] {
          targets.append(Int32(move.to))
          probabilities.append(move.probability)
        }
      }
      starts.append(targets.count)
    }
    stateCount = chain.stateCount
    self.starts = starts
    self.targets = targets
    self.probabilities = probabilities
  }

  /// Expected visits to each state, for journeys that begin with these weights; nil where the bounds do not close in.
  func visits(from entry: [Double]) -> [Double]? { sum(entry, with: forward) }

  /// The expected sum of rewards from each state on; nil where the bounds do not close in.
  func values(of reward: [Double]) -> [Double]? { sum(reward, with: backward) }

  private func forward(_ here: [Double], _ next: inout [Double]) {
    for state in 0..<stateCount { next[state] = 0 }
    for state in 0..<stateCount where here[state] > 0 {
      let share = here[state]
      for edge in starts[state]..<starts[state + 1] {
        next[Int(targets[edge])] += share * probabilities[edge]
      }
    }
  }

  private func backward(_ here: [Double], _ next: inout [Double]) {
    for state in 0..<stateCount {
      var sum = 0.0
      for edge in starts[state]..<starts[state + 1] { sum += probabilities[edge] * here[Int(targets[edge])] }
      next[state] = sum
    }
  }

  private func sum(
    _ start: [Double],
    with step: ([Double], inout [Double]) -> Void,
    work: Int = 1_500_000_000
  ) -> [Double]? {
    var total = [Double](repeating: 0, count: stateCount)
    var terms = [start, start, start, start]
    for index in 1..<4 { step(terms[index - 1], &terms[index]) }
    for _ in 0..<max(8, work / (8 * (targets.count + stateCount + 1))) {
      if let answer = closed(total, terms) { return answer }
      // Eight terms between two looks at the bounds.
      for _ in 0..<8 {
        for state in 0..<stateCount { total[state] += terms[0][state] }
        terms.swapAt(0, 1)
        terms.swapAt(1, 2)
        terms.swapAt(2, 3)
        step(terms[2], &terms[3])
      }
    }
    return nil
  }

  /// The answer once both bounds of what is missing agree well enough for every state.
  private func closed(_ total: [Double], _ terms: [[Double]]) -> [Double]? {
    var (slowest, fastest) = (0.0, 1.0)
    for state in 0..<stateCount {
      let (now, next) = (terms[0][state] + terms[1][state], terms[2][state] + terms[3][state])
      if now > 0 {
        slowest = max(slowest, next / now)
        fastest = min(fastest, next / now)
      } else if next > 0 {
        return nil
      }
    }
    // Below this the rounding of the factor itself would show in the answer.
    guard 1 - slowest > 1e-5 else { return nil }
    var answer = total
    for state in 0..<stateCount {
      let now = terms[0][state] + terms[1][state]
      let (least, most) = (now / (1 - fastest), now / (1 - slowest))
      guard most - least <= Self.tolerance * (total[state] + least) else { return nil }
      answer[state] += (least + most) / 2
    }
    return answer
  }
}
