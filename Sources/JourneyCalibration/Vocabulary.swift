import JourneyEventLog
import JourneyModel

/// What the activities of a log are called in a scenario: touchpoints, one per channel where it matters, and outcomes.
///
/// A touchpoint is one contact in one channel. So an activity that happens in several channels, each with at least a
/// tenth of its events, becomes one touchpoint per such channel, named “activity (channel)”; its events in rarer
/// channels, or without one, count for its most frequent channel. An activity with one such channel keeps its name.
/// Names that the scenario language reserves get “ (event)” appended.
public struct Vocabulary: Sendable {
  /// The share of an activity's events from which a channel makes a touchpoint of its own.
  public static let materialShare = 0.1
  /// The outcome of cases that simply stop.
  public static let endedName = "ended"

  /// A touchpoint's channel.
  public struct ChannelShare: Sendable, Hashable {
    /// The channel's name.
    public var channel: String
    /// Events that happened in it.
    public var inChannel: Int
    /// All events of the touchpoint.
    public var events: Int
  }

  /// A name that had to be changed.
  public struct Rename: Sendable, Hashable {
    /// The name in the log.
    public var from: String
    /// The name in the scenario.
    public var to: String
  }

  /// Outcomes by name, in canonical order; `ended` among them.
  public let outcomes: [Outcome]
  /// Names that had to be changed, in canonical order.
  public let renames: [Rename]
  /// The channel of each touchpoint that has one.
  public let channelOfTouchpoint: [String: ChannelShare]
  /// Activities that became several touchpoints, in canonical order.
  public let splitActivities: [String]

  private let destinationOfActivity: [String: Destination]
  private let destinationInChannel: [ActivityInChannel: Destination]

  private struct ActivityInChannel: Hashable {
    var activity: String
    var channel: String
  }

  /// Decides the names from the cases of a log at the given positions.
  ///
  /// - Parameter outcomes: The kind of each activity that ends a journey.
  /// - Throws: An error where an outcome names no activity of the log, or every activity is an outcome.
  public init(
    _ log: EventLog,
    cases: some Collection<Int>,
    outcomes kinds: [String: OutcomeKind] = [:]
  ) throws(CalibrationError) {
    for name in kinds.keys.sorted(by: { $0.precedesCanonically($1) }) where !log.activities.contains(name) {
      throw Self.noSuchActivity(name, in: log.activities)
    }
    guard kinds.count < log.activities.count else {
      throw CalibrationError(
        code: "no-touchpoints",
        message: "every activity of the log is an outcome, so no touchpoint is left",
        fixes: ["name as outcomes only the activities that end a journey"]
      )
    }
    var namer = Namer()
    var outcomes = [Outcome(name: Self.endedName, kind: .neutral)]
    namer.reserve(Self.endedName)
    var whole: [String: Destination] = [:]
    for activity in log.activities {
      guard let kind = kinds[activity] else { continue }
      // An outcome may be called “done”: declaring it gives the word its meaning.
      let name = activity == "done" ? namer.reserve(activity) : namer.name(for: activity)
      outcomes.append(Outcome(name: name, kind: kind))
      whole[activity] = .outcome(name)
    }
    var split: [String] = []
    var parts: [ActivityInChannel: Destination] = [:]
    var channels: [String: ChannelShare] = [:]
    let counts = Self.channelCounts(log, cases: cases, endingAt: log.activities.map { kinds[$0] != nil })
    for (id, activity) in log.activities.enumerated() where kinds[activity] == nil {
      let count = counts[id]
      let total = count.reduce(0, +)
      // Most frequent first; equal counts in canonical order. The last place counts events without a channel.
      let ranked = log.channels.indices.filter { count[$0] > 0 }.sorted {
        count[$0] != count[$1] ? count[$0] > count[$1] : $0 < $1
      }
      let material = ranked.filter { Double(count[$0]) >= Self.materialShare * Double(total) }
      guard material.count > 1 else {
        let name = namer.name(for: activity)
        whole[activity] = .touchpoint(name)
        if let main = ranked.first {
          channels[name] = ChannelShare(
            channel: Namer.channel(log.channels[main]),
            inChannel: count[main],
            events: total
          )
        }
        continue
      }
      split.append(activity)
      for channel in material {
        let name = namer.name(for: "\(activity) (\(log.channels[channel]))")
        let isMain = channel == material[0]
        let others = isMain ? total - material.reduce(0) { $0 + count[$1] } : 0
        channels[name] = ChannelShare(
          channel: Namer.channel(log.channels[channel]),
          inChannel: count[channel],
          events: count[channel] + others
        )
        parts[ActivityInChannel(activity: activity, channel: log.channels[channel])] = .touchpoint(name)
        if isMain { whole[activity] = .touchpoint(name) }
      }
    }
    self.outcomes = outcomes.sorted { $0.name.precedesCanonically($1.name) }
    self.renames = namer.renames.sorted { $0.from.precedesCanonically($1.from) }
    self.channelOfTouchpoint = channels
    self.splitActivities = split
    self.destinationOfActivity = whole
    self.destinationInChannel = parts
  }

  /// What an activity is in the scenario; an activity that was not there when the names were decided keeps its name.
  public func destination(activity: String, channel: String?) -> Destination {
    if let channel, let part = destinationInChannel[ActivityInChannel(activity: activity, channel: channel)] {
      return part
    }
    return destinationOfActivity[activity] ?? .touchpoint(activity)
  }

  // MARK: Reading a log

  /// The destinations of a log's events by number.
  struct Reading {
    var destinations: [Destination]
    var isOutcome: [Bool]
    var ended: Int
    var channelCount: Int
    /// The number of the destination of (activity, channel), channels with one place more for “none”.
    var codes: [Int]

    func code(_ log: EventLog, _ event: Int) -> Int {
      codes[log.activity(at: event) * (channelCount + 1) + (log.channel(at: event) ?? channelCount)]
    }
  }

  func reading(of log: EventLog) -> Reading {
    var numbers: [Destination: Int] = [:]
    var destinations: [Destination] = []
    func number(_ destination: Destination) -> Int {
      if let known = numbers[destination] { return known }
      numbers[destination] = destinations.count
      destinations.append(destination)
      return destinations.count - 1
    }
    let ended = number(.outcome(Self.endedName))
    var codes: [Int] = []
    for activity in log.activities {
      for channel in log.channels { codes.append(number(destination(activity: activity, channel: channel))) }
      codes.append(number(destination(activity: activity, channel: nil)))
    }
    let isOutcome = destinations.map { if case .outcome = $0 { true } else { false } }
    return Reading(
      destinations: destinations,
      isOutcome: isOutcome,
      ended: ended,
      channelCount: log.channels.count,
      codes: codes
    )
  }

  /// Events up to the outcome of their case, by activity and channel; the last place of a row counts those without.
  private static func channelCounts(
    _ log: EventLog,
    cases: some Collection<Int>,
    endingAt isOutcome: [Bool]
  ) -> [[Int]] {
    let row = [Int](repeating: 0, count: log.channels.count + 1)
    var counts = [[Int]](repeating: row, count: log.activities.count)
    for index in cases {
      for event in log.events(ofCase: index) {
        let activity = log.activity(at: event)
        if isOutcome[activity] { break }
        counts[activity][log.channel(at: event) ?? log.channels.count] += 1
      }
    }
    return counts
  }

  private static func noSuchActivity(_ name: String, in activities: [String]) -> CalibrationError {
    let folded = name.lowercased()
    let near =
      activities.first { $0.lowercased() == folded } ?? activities.first { $0.lowercased().contains(folded) }
    let shown = activities.prefix(40).joined(separator: ", ")
    let more = activities.count > 40 ? ", and \(activities.count - 40) more" : ""
    return CalibrationError(
      code: "outcome-unknown",
      message: "the log has no activity “\(name)” that could be an outcome",
      notes: ["the activities are: \(shown)\(more)"],
      fixes: near.map { ["did you mean “\($0)”?"] } ?? []
    )
  }
}
