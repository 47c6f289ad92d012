import JourneyStatistics

/// What each change brings alone, what each pair brings beyond its two, and what each is worth as part of all.
///
/// The worth of a change as part of all is its Shapley value (1953): its step, averaged over all orders in which the
/// changes can be added. Every traveller adds them in an order of its own and in the reverse of it (Castro, Gómez
/// and Tejada 2009), so the steps of one traveller add up to what all changes together bring to it, exactly.
/// Where noise is taken out, each change's share loses the luck of that change alone, and an equal part of what luck
/// does beyond that when all are made: so the shares still add up exactly.
public struct InteractionTally: SubsetTally {
  /// How many changes there are.
  public let changes: Int
  /// Whether pairs and orders are looked at.
  public let isFull: Bool
  /// Travellers asked.
  public private(set) var travellers = 0
  private var alone: [MomentSums]
  private var extra: [MomentSums]
  /// Twice the share, so that it stays a whole number of steps.
  private var twiceShare: [MomentSums]
  private var all = MomentSums()

  /// Nobody asked yet.
  ///
  /// - Parameter isFull: false to look at single changes only.
  public init(changes: Int, isFull: Bool = true) {
    self.changes = changes
    self.isFull = isFull
    alone = Array(repeating: MomentSums(), count: changes)
    extra = Array(repeating: MomentSums(), count: isFull ? changes * (changes - 1) / 2 : 0)
    twiceShare = Array(repeating: MomentSums(), count: isFull ? changes : 0)
  }

  /// What a change brings alone, over all travellers.
  public func alone(_ change: Int) -> MomentSums { completed(alone[change]) }

  /// What two changes bring together beyond the sum of what each brings alone.
  public func extra(_ first: Int, _ second: Int) -> MomentSums {
    completed(extra[Self.place(max(first, second), min(first, second))])
  }

  /// Twice what a change is worth as part of all.
  public func twiceShare(_ change: Int) -> MomentSums { completed(twiceShare[change]) }

  /// What all changes bring together.
  public var together: MomentSums { completed(all) }

  /// Counts the traveller that the walker stands at.
  public mutating func count(_ walker: inout SubsetWalker) {
    travellers += 1
    let isUntouched = walker.isUntouched()
    if isUntouched, !walker.isControlled { return }
    var steps = ContiguousArray(repeating: Int64(0), count: changes)
    var luck = steps
    for change in 0..<changes {
      let set = ChangeSet(1) << ChangeSet(change)
      let value = walker.controlledChange(from: 0, to: set)
      steps[change] = walker.change(from: 0, to: set)
      luck[change] = value == FixedPoint.outOfRange ? 0 : steps[change] &- value
      Self.add(value, to: &alone[change])
    }
    guard isFull else { return }
    let together = walker.controlledChange(from: 0, to: walker.question.everything)
    Self.add(together, to: &all)
    var twice = ContiguousArray(repeating: Int64(0), count: changes)
    if !isUntouched {
      countPairs(&walker, steps)
      twice = shares(&walker)
    }
    if walker.isControlled { takeLuck(luck, together, from: &twice) }
    for change in 0..<changes { Self.add(twice[change], to: &twiceShare[change]) }
  }

  private mutating func countPairs(_ walker: inout SubsetWalker, _ steps: ContiguousArray<Int64>) {
    for second in 1..<max(1, changes) {
      for first in 0..<second {
        let pair = walker.change(from: 0, to: 1 << ChangeSet(first) | 1 << ChangeSet(second))
        let isLost = [pair, steps[first], steps[second]].contains(FixedPoint.outOfRange)
        Self.add(
          isLost ? FixedPoint.outOfRange : pair &- steps[first] &- steps[second],
          to: &extra[Self.place(second, first)]
        )
      }
    }
  }

  /// Takes each change's own luck from twice its share, and what is then left over all in equal parts.
  private func takeLuck(
    _ luck: ContiguousArray<Int64>,
    _ together: Int64,
    from twice: inout ContiguousArray<Int64>
  ) {
    guard together != FixedPoint.outOfRange, !twice.contains(FixedPoint.outOfRange) else { return }
    for change in 0..<changes { twice[change] = twice[change] &- 2 &* luck[change] }
    let over = twice.reduce(0, &+) &- 2 &* together
    let part = over / Int64(max(1, changes))
    for change in 0..<changes {
      twice[change] = twice[change] &- (change == 0 ? over &- part &* Int64(changes - 1) : part)
    }
  }

  /// Twice what each change is worth as part of all, for one order and its reverse.
  private func shares(_ walker: inout SubsetWalker) -> ContiguousArray<Int64> {
    var twice = ContiguousArray(repeating: Int64(0), count: changes)
    let order = walker.order()
    func follow(_ order: some Sequence<Int>) {
      var set: ChangeSet = 0
      for change in order {
        let next = set | 1 << ChangeSet(change)
        let step = walker.change(from: set, to: next)
        twice[change] =
          step == FixedPoint.outOfRange || twice[change] == FixedPoint.outOfRange
          ? FixedPoint.outOfRange : twice[change] &+ step
        set = next
      }
    }
    follow(order)
    follow(order.reversed())
    return twice
  }

  /// Takes in a tally of other travellers.
  public mutating func merge(_ other: InteractionTally) {
    travellers += other.travellers
    for index in alone.indices { alone[index].merge(other.alone[index]) }
    for index in extra.indices { extra[index].merge(other.extra[index]) }
    for index in twiceShare.indices { twiceShare[index].merge(other.twiceShare[index]) }
    all.merge(other.all)
  }

  private static func place(_ larger: Int, _ smaller: Int) -> Int { larger * (larger - 1) / 2 + smaller }

  private static func add(_ steps: Int64, to sums: inout MomentSums) {
    if steps != 0 { sums.add(scaled: steps) }
  }

  private func completed(_ sums: MomentSums) -> MomentSums {
    var copy = sums
    copy.addZeros(travellers - sums.count)
    return copy
  }
}
