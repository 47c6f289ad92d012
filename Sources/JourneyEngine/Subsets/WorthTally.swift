import JourneyStatistics

/// What some sets of changes bring, each against none.
public struct WorthTally: SubsetTally {
  /// The sets.
  public let sets: [ChangeSet]
  /// Travellers asked.
  public private(set) var travellers = 0
  private var sums: [MomentSums]

  /// Nobody asked yet.
  public init(_ sets: [ChangeSet]) {
    self.sets = sets
    sums = Array(repeating: MomentSums(), count: sets.count)
  }

  /// What set number `index` brings.
  public func worth(_ index: Int) -> MomentSums {
    var copy = sums[index]
    copy.addZeros(travellers - copy.count)
    return copy
  }

  /// Counts the traveller that the walker stands at.
  public mutating func count(_ walker: inout SubsetWalker) {
    travellers += 1
    if walker.isUntouched() { return }
    for index in sets.indices {
      let steps = walker.change(from: 0, to: sets[index])
      if steps != 0 { sums[index].add(scaled: steps) }
    }
  }

  /// Takes in a tally of other travellers.
  public mutating func merge(_ other: WorthTally) {
    travellers += other.travellers
    for index in sums.indices { sums[index].merge(other.sums[index]) }
  }
}
