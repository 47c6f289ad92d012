import JourneyEventLog
import JourneyModel

/// The sufficient statistics of a log's cases for a first-order chain: who goes where, how often, after how long.
///
/// Counts only, so parts of a log, on whatever machine they were read, merge into the same tally as the whole.
public struct LogTally: Sendable, Hashable {
  /// A step from a touchpoint, or from the start where `from` is nil, to a touchpoint or an outcome.
  public struct Move: Sendable, Hashable {
    /// The touchpoint that is left; nil is the start.
    public var from: String?
    /// Where it leads.
    public var to: Destination

    /// Creates a move.
    public init(from: String?, to: Destination) {
      self.from = from
      self.to = to
    }

    /// Whether it neither enters nor ends a journey.
    public var isBetweenTouchpoints: Bool {
      if from != nil, case .touchpoint = to { true } else { false }
    }

    /// A fixed order: by start, kind of destination and name, each in canonical order.
    func precedes(_ other: Move) -> Bool {
      if from != other.from {
        guard let from else { return true }
        guard let otherFrom = other.from else { return false }
        return from.precedesCanonically(otherFrom)
      }
      switch (to, other.to) {
      case (.touchpoint, .outcome): return true
      case (.outcome, .touchpoint): return false
      default: return to.name.precedesCanonically(other.to.name)
      }
    }
  }

  /// Number of cases.
  public private(set) var cases = 0
  /// Number of events counted as visits, or as the outcome that ended a case.
  public private(set) var events = 0
  /// Events after the outcome that ended their case; they count nowhere else.
  public private(set) var eventsAfterOutcome = 0
  /// How often each step was taken.
  public private(set) var moves: [Move: Int] = [:]
  /// Times from the arrival at a touchpoint to the next event of the case.
  public private(set) var stays: [String: Durations] = [:]
  /// Number of cases by number of visits.
  public private(set) var lengths: [Int: Int] = [:]

  /// Creates an empty tally.
  public init() {}

  /// Counts the cases of a log at the given positions.
  ///
  /// - Complexity: O(events of these cases).
  public init(_ log: EventLog, cases: some Collection<Int>, vocabulary: Vocabulary) {
    let reading = vocabulary.reading(of: log)
    var counts: [CodedMove: Int] = [:]
    var stays = [Durations](repeating: Durations(), count: reading.destinations.count)
    for index in cases {
      var from = CodedMove.start
      var visits = 0
      var end = reading.ended
      let range = log.events(ofCase: index)
      for event in range {
        let code = reading.code(log, event)
        if from != CodedMove.start { stays[from].add(log.time(at: event) - log.time(at: event - 1)) }
        if reading.isOutcome[code] {
          end = code
          events += 1
          eventsAfterOutcome += range.upperBound - event - 1
          break
        }
        counts[CodedMove(from: from, to: code), default: 0] += 1
        visits += 1
        from = code
      }
      counts[CodedMove(from: from, to: end), default: 0] += 1
      lengths[visits, default: 0] += 1
      events += visits
      self.cases += 1
    }
    for (move, count) in counts {
      let from = move.from == CodedMove.start ? nil : reading.destinations[move.from].name
      moves[Move(from: from, to: reading.destinations[move.to]), default: 0] += count
    }
    for (code, durations) in stays.enumerated() where durations.count > 0 {
      self.stays[reading.destinations[code].name, default: Durations()].merge(durations)
    }
    sortStays()
  }

  /// Adds the counts of another tally.
  public mutating func merge(_ other: LogTally) {
    cases += other.cases
    events += other.events
    eventsAfterOutcome += other.eventsAfterOutcome
    moves.merge(other.moves, uniquingKeysWith: +)
    lengths.merge(other.lengths, uniquingKeysWith: +)
    for (name, durations) in other.stays { stays[name, default: Durations()].merge(durations) }
    sortStays()
  }

  private mutating func sortStays() {
    for name in stays.keys { stays[name]?.sort() }
  }
}

/// A move between numbered places.
private struct CodedMove: Hashable {
  static let start = -1
  var from: Int
  var to: Int
}

// Views of a tally, always in canonical order: the dictionaries themselves are never walked into an output.
extension LogTally {
  /// One option of a row with its count.
  public struct Option: Sendable, Hashable {
    /// Where it leads.
    public var to: Destination
    /// How often it was taken.
    public var count: Int
  }

  /// One pair of touchpoints that follow each other directly.
  public struct Edge: Sendable, Hashable {
    /// The earlier touchpoint.
    public var from: String
    /// The later touchpoint.
    public var to: String

    /// Creates an edge.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// Names of the touchpoints visited, in canonical order.
  public var touchpoints: [String] {
    let names = moves.keys.compactMap { move -> String? in
      if case .touchpoint(let name) = move.to { name } else { nil }
    }
    return Set(names).sorted { $0.precedesCanonically($1) }
  }

  /// How often each touchpoint was visited.
  public var visits: [String: Int] {
    var visits: [String: Int] = [:]
    for (move, count) in moves {
      if case .touchpoint(let name) = move.to { visits[name, default: 0] += count }
    }
    return visits
  }

  /// How many cases ended in each outcome.
  public var outcomes: [String: Int] {
    var outcomes: [String: Int] = [:]
    for (move, count) in moves {
      if case .outcome(let name) = move.to { outcomes[name, default: 0] += count }
    }
    return outcomes
  }

  /// How often each pair of touchpoints followed each other: the directly-follows graph, without start and end.
  public var directlyFollows: [Edge: Int] {
    var edges: [Edge: Int] = [:]
    for (move, count) in moves {
      if let from = move.from, case .touchpoint(let to) = move.to { edges[Edge(from: from, to: to)] = count }
    }
    return edges
  }

  /// The options taken from a touchpoint, or from the start (nil), most frequent first, then in canonical order.
  public func row(from: String?) -> [Option] {
    moves.filter { $0.key.from == from }.map { Option(to: $0.key.to, count: $0.value) }
      .sorted { left, right in
        left.count != right.count ? left.count > right.count : left.to.name.precedesCanonically(right.to.name)
      }
  }
}
