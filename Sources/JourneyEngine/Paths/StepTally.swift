/// Where first journeys are after their first visit, their second, and so on.
public struct StepTally: Sendable, Equatable {
  /// Steps that are counted one by one.
  public static let steps = 12

  /// Journeys whose visit number `step` (from 0) is to a touchpoint: `step * touchpoints + touchpoint`.
  public internal(set) var arrivals: ContiguousArray<Int>
  /// Journeys that ended in an outcome after so many visits: `visits * outcomes + outcome`; the last row holds the
  /// longer ones.
  public internal(set) var ends: ContiguousArray<Int>
  /// Journeys.
  public internal(set) var travellers = 0

  init(touchpoints: Int, outcomes: Int) {
    arrivals = ContiguousArray(repeating: 0, count: Self.steps * touchpoints)
    ends = ContiguousArray(repeating: 0, count: (Self.steps + 2) * outcomes)
  }

  mutating func merge(_ other: StepTally) {
    for index in arrivals.indices { arrivals[index] += other.arrivals[index] }
    for index in ends.indices { ends[index] += other.ends[index] }
    travellers += other.travellers
  }
}

/// Follows one journey after the other: its fingerprint and its steps.
struct PathObserver: WalkObserver {
  var steps: StepTally
  private(set) var fingerprint = PathFingerprint()
  private var visits = 0
  private let touchpoints: Int
  private let outcomes: Int

  init(_ compiled: CompiledJourney) {
    touchpoints = compiled.touchpoints.count
    outcomes = compiled.endings.count
    steps = StepTally(touchpoints: touchpoints, outcomes: outcomes)
  }

  @inline(__always)
  mutating func begin(persona: Int) {
    fingerprint = PathFingerprint()
    visits = 0
  }

  @inline(__always)
  mutating func visited(_ visit: Visit) {
    fingerprint.take(Int32(visit.touchpoint))
    if visits < StepTally.steps { steps.arrivals[visits * touchpoints + visit.touchpoint] += 1 }
    visits += 1
  }

  /// The journey is over.
  @inline(__always)
  mutating func finish(_ end: JourneyEnd) {
    fingerprint.take(~Int32(end.outcome))
    steps.ends[min(visits, StepTally.steps + 1) * outcomes + end.outcome] += 1
    steps.travellers += 1
  }

  @inline(__always) mutating func moved(flow: Int32, forced: Bool) {}
  @inline(__always) mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {}
  @inline(__always)
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {}
}

/// Writes down where one journey goes.
struct PlacesObserver: WalkObserver {
  private(set) var places: [Int] = []

  mutating func begin(persona: Int) { places = [] }
  mutating func visited(_ visit: Visit) { places.append(visit.touchpoint) }
  mutating func moved(flow: Int32, forced: Bool) {}
  mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {}
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {}
}
