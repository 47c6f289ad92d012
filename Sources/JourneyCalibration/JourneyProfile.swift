import JourneyModel

/// What journeys look like from outside, whether they were observed or simulated: moves, lengths and endings.
public struct JourneyProfile: Sendable, Hashable {
  /// How often each move was made, entries and endings included.
  public var moves: [LogTally.Move: Int]
  /// Number of journeys by number of visits.
  public var lengths: [Int: Int]
  /// Number of journeys by outcome.
  public var outcomes: [String: Int]

  /// Creates a profile from counts.
  public init(moves: [LogTally.Move: Int], lengths: [Int: Int], outcomes: [String: Int]) {
    self.moves = moves
    self.lengths = lengths
    self.outcomes = outcomes
  }

  /// The profile of a log's cases.
  public init(_ tally: LogTally) {
    self.init(moves: tally.moves, lengths: tally.lengths, outcomes: tally.outcomes)
  }

  /// Number of journeys.
  public var journeys: Int { lengths.values.reduce(0, +) }

  /// Mean number of visits; 0 without journeys.
  public var meanLength: Double {
    let total = lengths.reduce(0) { $0 + $1.key * $1.value }
    return journeys == 0 ? 0 : Double(total) / Double(journeys)
  }

  /// The share of journeys with an outcome.
  public func share(ofOutcome name: String) -> Double {
    journeys == 0 ? 0 : Double(outcomes[name] ?? 0) / Double(journeys)
  }
}

/// How far two profiles are apart.
public struct ProfileDistance: Sendable, Hashable {
  /// Half the sum of absolute differences of the shares of all moves, entries and endings included: the share of
  /// moves that would have to be other moves (total variation), 0 to 1.
  public var moves: Double
  /// The same for moves between touchpoints alone: the edges of the directly-follows graphs.
  public var edges: Double
  /// The largest difference of the distribution functions of the number of visits (Kolmogorov and Smirnov), 0 to 1.
  public var lengthKS: Double
  /// The area between these distribution functions, in visits (Wasserstein).
  public var lengthWasserstein: Double
  /// Half the sum of absolute differences of the outcome shares, 0 to 1.
  public var outcomes: Double

  /// Compares two profiles.
  ///
  /// - Complexity: O(moves log moves + lengths log lengths).
  public init(_ left: JourneyProfile, _ right: JourneyProfile) {
    let all = Set(left.moves.keys).union(right.moves.keys).sorted { $0.precedes($1) }
    let inner = all.filter(\.isBetweenTouchpoints)
    moves = Self.totalVariation(all.map { left.moves[$0] ?? 0 }, all.map { right.moves[$0] ?? 0 })
    edges = Self.totalVariation(inner.map { left.moves[$0] ?? 0 }, inner.map { right.moves[$0] ?? 0 })
    let endings = Set(left.outcomes.keys).union(right.outcomes.keys).sorted()
    outcomes = Self.totalVariation(
      endings.map { left.outcomes[$0] ?? 0 },
      endings.map { right.outcomes[$0] ?? 0 }
    )
    (lengthKS, lengthWasserstein) = Self.lengthDistances(left.lengths, right.lengths)
  }

  private static func totalVariation(_ left: [Int], _ right: [Int]) -> Double {
    let (leftTotal, rightTotal) = (left.reduce(0, +), right.reduce(0, +))
    guard leftTotal > 0, rightTotal > 0 else { return leftTotal == rightTotal ? 0 : 1 }
    let sum = zip(left, right).reduce(0.0) {
      $0 + abs(Double($1.0) / Double(leftTotal) - Double($1.1) / Double(rightTotal))
    }
    return sum / 2
  }

  private static func lengthDistances(_ left: [Int: Int], _ right: [Int: Int]) -> (ks: Double, area: Double) {
    let (leftTotal, rightTotal) = (left.values.reduce(0, +), right.values.reduce(0, +))
    guard leftTotal > 0, rightTotal > 0 else { return leftTotal == rightTotal ? (0, 0) : (1, .infinity) }
    let lengths = Set(left.keys).union(right.keys).sorted()
    var (below, belowRight) = (0, 0)
    var (largest, area) = (0.0, 0.0)
    for (index, length) in lengths.enumerated() {
      below += left[length] ?? 0
      belowRight += right[length] ?? 0
      let gap = abs(Double(below) / Double(leftTotal) - Double(belowRight) / Double(rightTotal))
      largest = max(largest, gap)
      if index + 1 < lengths.count { area += gap * Double(lengths[index + 1] - length) }
    }
    return (largest, area)
  }
}
