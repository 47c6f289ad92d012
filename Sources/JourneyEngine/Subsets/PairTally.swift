import JourneyStatistics

/// What two changes bring together beyond the sum of what each brings alone, in every figure of the question.
///
/// A traveller's lives are walked once for all figures.
public struct PairTally: SubsetTally {
  /// How many changes there are.
  public let changes: Int
  /// How many figures are told.
  public let figures: Int
  /// Travellers asked.
  public private(set) var travellers = 0
  private var extra: [MomentSums]

  /// Nobody asked yet.
  public init(changes: Int, figures: Int) {
    self.changes = changes
    self.figures = figures
    extra = Array(repeating: MomentSums(), count: figures * changes * (changes - 1) / 2)
  }

  /// What two changes bring beyond both alone in figure number `figure`, over all travellers.
  public func extra(_ first: Int, _ second: Int, figure: Int) -> MomentSums {
    var copy = extra[place(max(first, second), min(first, second)) * figures + figure]
    copy.addZeros(travellers - copy.count)
    return copy
  }

  /// Counts the traveller that the walker stands at.
  public mutating func count(_ walker: inout SubsetWalker) {
    travellers += 1
    let touched = walker.touched()
    guard touched != 0 else { return }
    let today = walker.allSteps(under: 0)
    let alone = (0..<changes).map { walker.allSteps(under: 1 << ChangeSet($0)) }
    for second in 1..<max(1, changes) {
      for first in 0..<second {
        let both: ChangeSet = 1 << ChangeSet(first) | 1 << ChangeSet(second)
        // Whom neither hits lives as today under both.
        guard touched & both != 0 else { continue }
        let pair = walker.allSteps(under: both)
        let place = place(second, first) * figures
        for figure in 0..<figures {
          let steps = (pair[figure], alone[first][figure], alone[second][figure], today[figure])
          let isLost = [steps.0, steps.1, steps.2, steps.3].contains(FixedPoint.outOfRange)
          let value = isLost ? FixedPoint.outOfRange : steps.0 &- steps.1 &- steps.2 &+ steps.3
          if value != 0 { extra[place + figure].add(scaled: value) }
        }
      }
    }
  }

  /// Takes in a tally of other travellers.
  public mutating func merge(_ other: PairTally) {
    travellers += other.travellers
    for index in extra.indices { extra[index].merge(other.extra[index]) }
  }

  private func place(_ larger: Int, _ smaller: Int) -> Int { larger * (larger - 1) / 2 + smaller }
}
