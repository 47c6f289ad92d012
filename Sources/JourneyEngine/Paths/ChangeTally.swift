import JourneyModel
import JourneyStatistics

/// What a variant changes on the map, traveller by traveller: moves, touchpoints reached, outcomes and where
/// dissatisfaction arises.
public struct ChangeTally: Sendable, Equatable {
  /// A move that the baseline or the variant knows.
  public struct Move: Sendable, Hashable {
    /// The touchpoint left; nil is the entry.
    public let from: String?
    /// Where it leads.
    public let to: Destination
  }

  /// Moves of both worlds.
  public let moves: [Move]
  /// Touchpoints of both worlds, the baseline's first.
  public let touchpoints: [String]
  /// Outcomes of both worlds, the baseline's first.
  public let outcomes: [String]
  /// Change of the number of moves per traveller, by move; of travellers whom it touches.
  public internal(set) var moveChanges: ContiguousArray<MomentSums>
  /// Change of coming to a touchpoint at all (−1, 0 or 1).
  public internal(set) var reachChanges: ContiguousArray<MomentSums>
  /// Change of ending so (−1, 0 or 1).
  public internal(set) var outcomeChanges: ContiguousArray<MomentSums>
  /// All dissatisfaction of the traveller in the baseline (x) and the change of what arises at a touchpoint (y).
  public internal(set) var painChanges: ContiguousArray<PairMoments>

  init(moves: [Move], touchpoints: [String], outcomes: [String]) {
    self.moves = moves
    self.touchpoints = touchpoints
    self.outcomes = outcomes
    moveChanges = ContiguousArray(repeating: MomentSums(), count: moves.count)
    reachChanges = ContiguousArray(repeating: MomentSums(), count: touchpoints.count)
    outcomeChanges = ContiguousArray(repeating: MomentSums(), count: outcomes.count)
    painChanges = ContiguousArray(repeating: PairMoments(), count: touchpoints.count)
  }

  mutating func merge(_ other: ChangeTally) {
    for index in moveChanges.indices { moveChanges[index].merge(other.moveChanges[index]) }
    for index in reachChanges.indices { reachChanges[index].merge(other.reachChanges[index]) }
    for index in outcomeChanges.indices { outcomeChanges[index].merge(other.outcomeChanges[index]) }
    for index in painChanges.indices { painChanges[index].merge(other.painChanges[index]) }
  }
}

/// What all variants change, and what their changes are held against.
public struct ChangeRun: Sendable {
  /// Travellers who were sent through every world.
  public internal(set) var travellers: Int
  /// All dissatisfaction per traveller in the baseline.
  public internal(set) var dissatisfaction: MomentSums
  /// By variant.
  public internal(set) var variants: [ChangeTally]
}

/// Notes what one traveller does: moves, touchpoints, and what falls short at each.
struct MapObserver: WalkObserver {
  private(set) var moves: ContiguousArray<Int32> = []
  /// Touchpoints visited, each once.
  private(set) var touched: ContiguousArray<Int32> = []
  /// Dissatisfaction by touchpoint.
  private(set) var pain: ContiguousArray<Double>
  private var isTouched: ContiguousArray<Bool>
  private(set) var dissatisfaction = 0.0

  init(_ compiled: CompiledJourney) {
    pain = ContiguousArray(repeating: 0, count: compiled.touchpoints.count)
    isTouched = ContiguousArray(repeating: false, count: compiled.touchpoints.count)
  }

  @inline(__always)
  mutating func begin(persona: Int) {
    moves.removeAll(keepingCapacity: true)
    for place in touched {
      pain[Int(place)] = 0
      isTouched[Int(place)] = false
    }
    touched.removeAll(keepingCapacity: true)
    dissatisfaction = 0
  }

  @inline(__always)
  mutating func moved(flow: Int32, forced: Bool) { moves.append(flow) }

  @inline(__always)
  mutating func visited(_ visit: Visit) {
    if !isTouched[visit.touchpoint] {
      isTouched[visit.touchpoint] = true
      touched.append(Int32(visit.touchpoint))
    }
    pain[visit.touchpoint] += visit.dissatisfaction
    dissatisfaction += visit.dissatisfaction
  }

  @inline(__always) mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {}
  @inline(__always)
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {}
}
