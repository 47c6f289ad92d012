/// Events grouped by case, in order of time within each case; equal times keep the file's order.
///
/// Cases stand in the order of their first row. Activities and channels are numbered in byte order of their names, so
/// walking through the numbers is walking in canonical order. 20 bytes per event, 16 without channels.
public struct EventLog: Sendable {
  /// Names of the activities, in byte order.
  public let activities: [String]
  /// Names of the channels, in byte order; empty where no channel column was asked for.
  public let channels: [String]
  /// What was found while reading.
  public let summary: ReadingSummary

  private let caseNames: NameTable
  /// Case `c` holds the events `caseEnds[c - 1]..<caseEnds[c]`.
  private let caseEnds: [Int]
  private let activityOfEvent: [Int32]
  private let channelOfEvent: [Int32]
  private let timeOfEvent: [Int64]

  init(
    activities: [String],
    channels: [String],
    summary: ReadingSummary,
    caseNames: NameTable,
    caseEnds: [Int],
    activityOfEvent: [Int32],
    channelOfEvent: [Int32],
    timeOfEvent: [Int64]
  ) {
    self.activities = activities
    self.channels = channels
    self.summary = summary
    self.caseNames = caseNames
    self.caseEnds = caseEnds
    self.activityOfEvent = activityOfEvent
    self.channelOfEvent = channelOfEvent
    self.timeOfEvent = timeOfEvent
  }

  /// Reads the log at `path`; `-` is standard input; gzip is recognised by its first bytes.
  ///
  /// - Throws: The first thing that makes the file unusable. Single unusable rows are dropped and counted instead.
  /// - Complexity: O(bytes) time; memory for the events, not for the text.
  public init(path: String, mapping: ColumnMapping, limits: LogLimits = LogLimits()) throws(EventLogError) {
    try self.init(LogSource(path: path), file: path, mapping: mapping, limits: limits)
  }

  /// Reads a log from any bytes; `file` is the name used in messages.
  public init(
    _ source: some ByteSource,
    file: String,
    mapping: ColumnMapping,
    limits: LogLimits = LogLimits()
  ) throws(EventLogError) {
    self = try EventLogBuilder.read(source, file: file, mapping: mapping, limits: limits)
  }

  /// Number of events.
  public var eventCount: Int { timeOfEvent.count }
  /// Number of cases.
  public var caseCount: Int { caseEnds.count }

  /// The positions of the events of a case.
  public func events(ofCase index: Int) -> Range<Int> {
    (index == 0 ? 0 : caseEnds[index - 1])..<caseEnds[index]
  }

  /// The name of a case.
  public func caseName(_ index: Int) -> String { caseNames.text(index) ?? "" }

  /// The activity of an event: a position in `activities`.
  public func activity(at event: Int) -> Int { Int(activityOfEvent[event]) }

  /// The channel of an event: a position in `channels`, or nil where the row names none.
  public func channel(at event: Int) -> Int? {
    guard !channelOfEvent.isEmpty, channelOfEvent[event] >= 0 else { return nil }
    return Int(channelOfEvent[event])
  }

  /// The time of an event, in microseconds since 1970-01-01T00:00:00Z.
  public func time(at event: Int) -> Int64 { timeOfEvent[event] }

  /// The earliest and the latest event of some cases, in microseconds since 1970; nil for no cases.
  public func period(of cases: some Collection<Int>) -> ClosedRange<Int64>? {
    var range: ClosedRange<Int64>?
    for index in cases {
      let events = events(ofCase: index)
      let (first, last) = (timeOfEvent[events.lowerBound], timeOfEvent[events.upperBound - 1])
      range = min(range?.lowerBound ?? first, first)...max(range?.upperBound ?? last, last)
    }
    return range
  }

  /// Cuts the cases into an earlier and a later part by the time of their first event; no case is cut.
  ///
  /// `laterShare` of the cases, rounded up, are the later part. Cases that begin at the same instant keep their order.
  public func splitByTime(laterShare: Double) -> (earlier: [Int], later: [Int]) {
    let ordered = (0..<caseCount).sorted { left, right in
      let (first, second) = (firstTime(left), firstTime(right))
      return first != second ? first < second : left < right
    }
    let kept = Int((Double(caseCount) * (1 - laterShare) + 1e-9).rounded(.down))
    return (Array(ordered[..<kept]), Array(ordered[kept...]))
  }

  private func firstTime(_ index: Int) -> Int64 { timeOfEvent[events(ofCase: index).lowerBound] }
}
