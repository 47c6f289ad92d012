/// How many travellers reach two stages both, and a stage and an outcome both.
public struct StageTally: Sendable, Equatable {
  private let stages: Int
  private let outcomes: Int
  private var pairs: ContiguousArray<Int>
  private var ends: ContiguousArray<Int>

  init(stages: Int, outcomes: Int) {
    self.stages = stages
    self.outcomes = outcomes
    pairs = ContiguousArray(repeating: 0, count: stages * stages)
    ends = ContiguousArray(repeating: 0, count: stages * outcomes)
  }

  /// Travellers whose journey came to both stages, in whatever order.
  public func both(_ first: Int, _ second: Int) -> Int {
    pairs[min(first, second) * stages + max(first, second)]
  }

  /// Travellers whose journey came to a stage and ended so.
  public func ending(stage: Int, outcome: Int) -> Int { ends[stage * outcomes + outcome] }

  /// Counts a traveller in.
  ///
  /// - Complexity: O(k^2) for the k stages that one traveller came to, which are few.
  @inline(__always)
  mutating func count(_ reached: ContiguousArray<Int32>, outcome: Int) {
    var first = 0
    while first < reached.count {
      let stage = Int(reached[first])
      ends[stage * outcomes + outcome] += 1
      var second = 0
      while second < first {
        let other = Int(reached[second])
        pairs[min(stage, other) * stages + max(stage, other)] += 1
        second += 1
      }
      first += 1
    }
  }

  mutating func merge(_ other: StageTally) {
    for index in pairs.indices { pairs[index] += other.pairs[index] }
    for index in ends.indices { ends[index] += other.ends[index] }
  }
}
