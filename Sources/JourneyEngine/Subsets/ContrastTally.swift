import JourneyStatistics

/// The differences between some sets of changes, each with each, traveller by traveller.
public struct ContrastTally: SubsetTally {
  /// The sets compared.
  public let sets: [ChangeSet]
  /// Travellers asked.
  public private(set) var travellers = 0
  private var differences: [MomentSums]

  /// Nobody asked yet.
  public init(_ sets: [ChangeSet]) {
    self.sets = sets
    differences = Array(repeating: MomentSums(), count: sets.count * sets.count)
  }

  /// What set number `first` brings more than set number `second`.
  public func difference(_ first: Int, _ second: Int) -> MomentSums {
    var copy = differences[first * sets.count + second]
    copy.addZeros(travellers - copy.count)
    return copy
  }

  /// Counts the traveller that the walker stands at.
  public mutating func count(_ walker: inout SubsetWalker) {
    travellers += 1
    if !walker.isControlled, walker.isUntouched() { return }
    var steps = ContiguousArray<Int64>()
    for set in sets { steps.append(walker.value(under: set)) }
    let isLost = steps.contains(FixedPoint.outOfRange)
    for first in steps.indices {
      for second in steps.indices where isLost || steps[second] != steps[first] {
        differences[first * sets.count + second].add(
          scaled: isLost ? FixedPoint.outOfRange : steps[first] &- steps[second]
        )
      }
    }
  }

  /// Takes in a tally of other travellers.
  public mutating func merge(_ other: ContrastTally) {
    travellers += other.travellers
    for index in differences.indices { differences[index].merge(other.differences[index]) }
  }
}
