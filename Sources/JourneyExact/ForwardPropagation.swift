/// How the probability to be still on the way shrinks from visit to visit.
public struct ForwardPropagation: Sendable {
  /// A share that is known between two limits.
  public struct Bounds: Sendable, Hashable {
    /// At least.
    public var lower: Double
    /// At most.
    public var upper: Double

    /// Creates limits.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  private let chain: AbsorbingChain

  /// Looks at a chain.
  public init(_ chain: AbsorbingChain) { self.chain = chain }

  /// P(T <= k): the share of journeys that have ended after at most each number of visits, 0 to `steps`.
  ///
  /// - Complexity: O(steps x moves).
  public func endedWithin(_ steps: Int) -> [Double] {
    var here = start()
    var ended = [chain.entry.endTotal]
    for _ in 0..<max(0, steps) {
      var share = ended[ended.count - 1]
      for (state, row) in chain.rows.enumerated() where here[state] > 0 {
        share += here[state] * row.endTotal
      }
      ended.append(share)
      here = advance(here)
    }
    return ended
  }

  /// The probability to have ended in each outcome after at most `steps` visits; what is missing is still on the way.
  ///
  /// - Complexity: O(steps x moves).
  public func outcomes(within steps: Int) -> [Double] {
    var ended = [Double](repeating: 0, count: chain.outcomeCount)
    for end in chain.entry.ends { ended[end.to] += end.probability }
    var here = start()
    for _ in 0..<max(0, steps) {
      for (state, row) in chain.rows.enumerated() where here[state] > 0 {
        for end in row.ends { ended[end.to] += here[state] * end.probability }
      }
      here = advance(here)
    }
    return ended
  }

  /// P(T > k): the share of journeys with more visits than `cap`.
  ///
  /// Walks at most about `work` moves. Where that is too few, the rest is bounded by the smallest and the largest
  /// factor by which any state's share shrinks in two visits (Collatz 1942): shares that shrink at most by a factor
  /// everywhere go on to do so. Stops as soon as the share is below `negligible`, which the upper limit then is.
  public func longer(than cap: Int, negligible: Double = 1e-12, work: Int = 200_000_000) -> Bounds {
    var before = start()
    var here = advance(before)
    var left = before.reduce(0, +)
    // `before` holds who is at visit `visit`, `here` who goes on to the next.
    var visit = 1
    let affordable = max(64, work / max(1, chain.moveCount + chain.stateCount))
    while visit <= cap, visit < affordable, left > negligible {
      before = here
      here = advance(before)
      left = before.reduce(0, +)
      visit += 1
    }
    // `left` = P(T >= visit)
    if visit > cap { return Bounds(lower: left, upper: left) }
    if left <= negligible { return Bounds(lower: 0, upper: left) }
    // Pairs of visits, two visits apart, as journeys may come to a place at every second visit only.
    let after = advance(here)
    let last = advance(after)
    var (slowest, fastest) = (0.0, 1.0)
    for state in chain.rows.indices {
      let (now, next) = (before[state] + here[state], after[state] + last[state])
      if now > 0 {
        slowest = max(slowest, next / now)
        fastest = min(fastest, next / now)
      } else if next > 0 {
        slowest = 1
      }
    }
    let pair = (left + here.reduce(0, +)) / 2
    let moves = cap - visit
    return Bounds(
      lower: pair * Self.power(fastest, (moves + 2) / 2),
      upper: min(left, pair * Self.power(min(1, slowest), moves / 2))
    )
  }

  private func start() -> [Double] {
    var here = [Double](repeating: 0, count: chain.stateCount)
    for move in chain.entry.moves { here[move.to] += move.probability }
    return here
  }

  private func advance(_ here: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: here.count)
    for (state, row) in chain.rows.enumerated() {
      let share = here[state]
      guard share > 0 else { continue }
      for move in row.moves { next[move.to] += share * move.probability }
    }
    return next
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
