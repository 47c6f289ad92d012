import JourneyModel

/// The first-order chain whose weights are a log's counts, and what follows from it without simulation.
///
/// With counts as weights, the expected number of uses of each move per journey is exactly its count per case
/// (Billingsley 1961: the empirical flow is stationary), so the chain reproduces every directly-follows share of its
/// own log. The length of its journeys is a prediction, for loops have no memory.
public struct FittedChain: Sendable {
  private struct Row {
    var targets: [(place: Int, probability: Double)]
    var ending: Double
  }

  private let rows: [Row]
  private let entry: Row

  /// Creates the chain of a tally.
  public init(_ tally: LogTally) {
    var place: [String: Int] = [:]
    let names = tally.touchpoints
    for (index, name) in names.enumerated() { place[name] = index }
    func row(_ from: String?) -> Row {
      let options = tally.row(from: from)
      let total = Double(options.reduce(0) { $0 + $1.count })
      var row = Row(targets: [], ending: 0)
      for option in options {
        let probability = Double(option.count) / total
        if case .touchpoint(let name) = option.to, let index = place[name] {
          row.targets.append((index, probability))
        } else {
          row.ending += probability
        }
      }
      return row
    }
    entry = row(nil)
    rows = names.map(row)
  }

  /// How likely each number of visits is.
  public struct Lengths: Sendable, Hashable {
    /// The probability of each number of visits, from 0 on.
    public var probabilities: [Double]
    /// The probability of more visits than these.
    public var remaining: Double
  }

  /// The distribution of the number of visits, up to where less than `tolerance` remains, or to `limit` visits.
  ///
  /// - Complexity: O(visits x moves).
  public func lengths(tolerance: Double = 1e-12, limit: Int = 200_000) -> Lengths {
    var probabilities = [entry.ending]
    var here = [Double](repeating: 0, count: rows.count)
    for target in entry.targets { here[target.place] += target.probability }
    var remaining = here.reduce(0, +)
    while remaining > tolerance, probabilities.count <= limit {
      var next = [Double](repeating: 0, count: rows.count)
      var ended = 0.0
      for (index, mass) in here.enumerated() where mass > 0 {
        ended += mass * rows[index].ending
        for target in rows[index].targets { next[target.place] += mass * target.probability }
      }
      probabilities.append(ended)
      here = next
      remaining = here.reduce(0, +)
    }
    return Lengths(probabilities: probabilities, remaining: remaining)
  }

  /// A cap on the visits of a journey, and the share of journeys that would be longer.
  public struct Cap: Sendable, Hashable {
    /// The cap, in visits.
    public var visits: Int
    /// The probability that a journey of the chain is longer; an upper bound where loops go on beyond 200,000 visits.
    public var shareBeyond: Double
  }

  /// The smallest round number, at least twice the longest case, that fewer than one journey in a million exceed.
  ///
  /// A chain that may loop for very long is capped at 100,000 visits, or twice its longest case if that is more; the
  /// share beyond then says how many journeys that cuts off.
  public func cap(longestCase: Int) -> Cap {
    let lengths = lengths()
    // beyond[n]: at least n visits. Summed from the far end, so that small shares keep their digits.
    var beyond = [Double](repeating: lengths.remaining, count: lengths.probabilities.count + 1)
    for length in lengths.probabilities.indices.reversed() {
      beyond[length] = beyond[length + 1] + lengths.probabilities[length]
    }
    func share(_ visits: Int) -> Double { beyond[min(visits + 1, beyond.count - 1)] }
    var scale = 10
    while true {
      for factor in [1, 2, 5] {
        let visits = factor * scale
        let isEnough = share(visits) < 1e-6 || visits >= 100_000
        if visits >= 2 * longestCase, isEnough { return Cap(visits: visits, shareBeyond: share(visits)) }
      }
      scale *= 10
    }
  }
}
