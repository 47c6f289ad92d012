import JourneyStatistics

/// Sums over travellers of what each experienced in each of several groups (touchpoints, stages, channels).
///
/// Sums and products are per traveller, so intervals of ratios allow for travellers who come several times.
public struct GroupTally: Sendable, Equatable {
  /// The sums of one group.
  public struct Sums: Sendable, Equatable {
    /// Travellers who came at all.
    public internal(set) var reached = 0
    /// Travellers whose journey ended in a loss from here.
    public internal(set) var lost = 0
    /// Visits (x) and the sum of their scores (y).
    public internal(set) var score = PairMoments()
    /// Visits (x) and the sum of their qualities (y).
    public internal(set) var quality = PairMoments()
    /// Visits (x) and whether the traveller gave up here (y).
    public internal(set) var left = PairMoments()
    /// All dissatisfaction of the traveller (x; of visitors only) and the part that arose here (y).
    public internal(set) var dissatisfaction = PairMoments()
    /// Cost of the visits.
    public internal(set) var cost = MomentSums()

    /// Takes other travellers' sums of the same group in.
    public mutating func merge(_ other: Sums) {
      reached += other.reached
      lost += other.lost
      score.merge(other.score)
      quality.merge(other.quality)
      left.merge(other.left)
      dissatisfaction.merge(other.dissatisfaction)
      cost.merge(other.cost)
    }
  }

  /// The groups, by number.
  public internal(set) var groups: ContiguousArray<Sums>

  init(count: Int) { groups = ContiguousArray(repeating: Sums(), count: count) }

  mutating func merge(_ other: GroupTally) {
    for index in groups.indices { groups[index].merge(other.groups[index]) }
  }
}

/// One traveller's experience by group, emptied into a `GroupTally` at the journey's end.
struct GroupScratch: Sendable {
  private struct Entry {
    var visits = 0
    var score = 0.0
    var quality = 0.0
    var dissatisfaction = 0.0
    var cost = 0.0
  }

  private var entries: ContiguousArray<Entry>
  /// The groups that the traveller came to, in the order of first visits.
  private(set) var touched: ContiguousArray<Int32> = []

  init(count: Int) { entries = ContiguousArray(repeating: Entry(), count: count) }

  @inline(__always)
  mutating func add(_ visit: Visit, to group: Int32) {
    guard group >= 0 else { return }
    let index = Int(group)
    if entries[index].visits == 0 { touched.append(group) }
    entries[index].visits += 1
    entries[index].score += visit.score
    entries[index].quality += visit.quality
    entries[index].dissatisfaction += visit.dissatisfaction
    entries[index].cost += visit.cost
  }

  /// Counts the traveller in and forgets it.
  ///
  /// - Parameters:
  ///   - offset: number of the tally's group that stands for this scratch's first.
  ///   - leftFrom: the group where the traveller gave up, or -1.
  ///   - lostFrom: the group from which the journey ended in a loss, or -1.
  mutating func flush(
    into tally: inout GroupTally,
    offset: Int,
    dissatisfaction: Int64,
    leftFrom: Int32,
    lostFrom: Int32
  ) {
    for group in touched {
      let entry = entries[Int(group)]
      let visits = FixedPoint.scaled(Double(entry.visits))
      let target = offset + Int(group)
      tally.groups[target].reached += 1
      if group == lostFrom { tally.groups[target].lost += 1 }
      tally.groups[target].score.add(scaledX: visits, y: FixedPoint.scaled(entry.score))
      tally.groups[target].quality.add(scaledX: visits, y: FixedPoint.scaled(entry.quality))
      tally.groups[target].left.add(scaledX: visits, y: group == leftFrom ? FixedPoint.scaled(1) : 0)
      tally.groups[target].dissatisfaction.add(
        scaledX: dissatisfaction,
        y: FixedPoint.scaled(entry.dissatisfaction)
      )
      tally.groups[target].cost.add(entry.cost)
      entries[Int(group)] = Entry()
    }
    touched.removeAll(keepingCapacity: true)
  }
}
