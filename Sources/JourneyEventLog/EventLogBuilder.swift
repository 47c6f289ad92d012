/// Collects the rows of a file, then groups them by case and sorts each case.
struct EventLogBuilder {
  private var summary: ReadingSummary
  private let limits: LogLimits
  private var caseTable = NameTable()
  private var activityTable = NameTable()
  private var channelTable = NameTable()
  private var caseOfRow: [Int32] = []
  private var activityOfRow: [Int32] = []
  private var channelOfRow: [Int32] = []
  private var timeOfRow: [Int64] = []
  private let hasChannel: Bool

  private init(summary: ReadingSummary, limits: LogLimits, hasChannel: Bool) {
    self.summary = summary
    self.limits = limits
    self.hasChannel = hasChannel
  }

  static func read(
    _ source: some ByteSource,
    file: String,
    mapping: ColumnMapping,
    limits: LogLimits
  ) throws(EventLogError) -> EventLog {
    var reader = try CSVReader(source, file: file, limits: limits)
    var summary = ReadingSummary(file: file)
    summary.columns = try header(&reader, file: file, limits: limits)
    summary.separator = Character(Unicode.Scalar(reader.separator))
    let positions = try mapping.positions(in: summary.columns, file: file)
    var builder = EventLogBuilder(summary: summary, limits: limits, hasChannel: positions.channel != nil)
    while try reader.next() { try builder.add(&reader, positions) }
    builder.summary.blankLines = reader.blankLines
    return try builder.finish(mapping)
  }

  /// The names of the columns, without the spaces around them.
  static func header<Source>(
    _ reader: inout CSVReader<Source>,
    file: String,
    limits: LogLimits
  ) throws(EventLogError) -> [String] {
    guard try reader.next() else {
      throw EventLogError(
        code: "log-empty",
        file: file,
        message: "the file is empty",
        fixes: ["a log needs a header line and one line per event"]
      )
    }
    guard reader.fieldCount <= limits.columns else {
      throw EventLogError(
        code: "log-columns",
        file: file,
        line: reader.line,
        message: "the header has \(reader.fieldCount) columns; at most \(limits.columns) are read"
      )
    }
    var names: [String] = []
    for index in 0..<reader.fieldCount {
      guard let name = reader.text(index), !name.utf8.contains(0) else {
        throw notText(file: file, line: reader.line)
      }
      names.append(name.trimmingSpaces())
    }
    return names
  }

  // MARK: Rows

  private mutating func add<Source>(
    _ reader: inout CSVReader<Source>,
    _ positions: ColumnMapping.Positions
  ) throws(EventLogError) {
    summary.rows += 1
    let line = reader.line
    guard reader.fieldCount == summary.columns.count else {
      summary.drop(
        .fieldCount,
        line: line,
        example: "\(reader.fieldCount) fields, not \(summary.columns.count)"
      )
      return
    }
    let caseName = reader.field(positions.caseIndex).trimmingSpaces()
    let activity = reader.field(positions.activity).trimmingSpaces()
    let time = reader.field(positions.time).trimmingSpaces()
    if caseName.isEmpty { return summary.drop(.missingCase, line: line, example: "") }
    if activity.isEmpty { return summary.drop(.missingActivity, line: line, example: "") }
    if time.isEmpty { return summary.drop(.missingTime, line: line, example: "") }
    guard let stamp = Timestamp(time) else {
      return summary.drop(.unreadableTime, line: line, example: String(decoding: time, as: UTF8.self))
    }
    guard timeOfRow.count < limits.events else {
      throw EventLogError(
        code: "log-too-large",
        file: summary.file,
        line: line,
        message: "the log holds more than \(limits.events) events",
        fixes: ["split it by case or by period"]
      )
    }
    let file = summary.file
    if !stamp.statesZone { summary.eventsWithoutZone += 1 }
    caseOfRow.append(try Self.number(caseName, &caseTable, "case", line, limit: .max, limits, file))
    activityOfRow.append(
      try Self.number(activity, &activityTable, "activity", line, limit: limits.activities, limits, file)
    )
    timeOfRow.append(stamp.microseconds)
    if let position = positions.channel {
      let channel = reader.field(position).trimmingSpaces()
      if channel.isEmpty {
        summary.eventsWithoutChannel += 1
        channelOfRow.append(-1)
      } else {
        channelOfRow.append(
          try Self.number(channel, &channelTable, "channel", line, limit: limits.channels, limits, file)
        )
      }
    }
  }

  private static func number(
    _ name: ArraySlice<UInt8>,
    _ table: inout NameTable,
    _ role: String,
    _ line: Int,
    limit: Int,
    _ limits: LogLimits,
    _ file: String
  ) throws(EventLogError) -> Int32 {
    let known = table.count
    let id = table.id(of: name)
    guard table.count > known else { return id }
    guard name.count <= limits.nameBytes else {
      throw EventLogError(
        code: "name-too-long",
        file: file,
        line: line,
        message: "the \(role) of this row has \(name.count) bytes; at most \(limits.nameBytes) are read",
        fixes: ["check that the right column is named as the \(role)"]
      )
    }
    guard table.text(Int(id)) != nil, !name.contains(0) else { throw notText(file: file, line: line) }
    guard table.count <= limit else {
      throw EventLogError(
        code: "too-many-names",
        file: file,
        line: line,
        message: "the \(role) column holds more than \(limit) different names",
        fixes: ["check that the right column is named as the \(role), not an id or free text"]
      )
    }
    return id
  }

  private static func notText(file: String, line: Int) -> EventLogError {
    EventLogError(
      code: "log-encoding",
      file: file,
      line: line,
      message: "this line is not UTF-8 text",
      fixes: ["save the file as “CSV UTF-8”, or convert it: iconv -f WINDOWS-1252 -t UTF-8"]
    )
  }

  // MARK: Grouping

  private mutating func finish(_ mapping: ColumnMapping) throws(EventLogError) -> EventLog {
    guard !timeOfRow.isEmpty else { throw nothingUsable(mapping) }
    let (activities, activityNumbers) = canonical(activityTable)
    let (channels, channelNumbers) = canonical(channelTable)
    // A counting sort by case keeps the file's order within each case.
    var next = [Int](repeating: 0, count: caseTable.count + 1)
    for id in caseOfRow { next[Int(id) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    let ends = Array(next.dropFirst())
    var order = [Int32](repeating: 0, count: caseOfRow.count)
    for (row, id) in caseOfRow.enumerated() {
      order[next[Int(id)]] = Int32(row)
      next[Int(id)] += 1
    }
    caseOfRow = []
    var start = 0
    for end in ends {
      sortCase(&order, start..<end)
      start = end
    }
    let times = order.map { timeOfRow[Int($0)] }
    timeOfRow = []
    let ofEvent = order.map { activityNumbers[Int(activityOfRow[Int($0)])] }
    activityOfRow = []
    var channelOfEvent: [Int32] = []
    if hasChannel {
      channelOfEvent = order.map { row in
        let channel = channelOfRow[Int(row)]
        return channel < 0 ? -1 : channelNumbers[Int(channel)]
      }
      channelOfRow = []
    }
    countTies(times: times, activities: ofEvent, channels: channelOfEvent, ends: ends)
    return EventLog(
      activities: activities,
      channels: channels,
      summary: summary,
      caseNames: caseTable,
      caseEnds: ends,
      activityOfEvent: ofEvent,
      channelOfEvent: channelOfEvent,
      timeOfEvent: times
    )
  }

  /// Sorts the rows of one case by time, then row; most cases are in order already.
  private mutating func sortCase(_ order: inout [Int32], _ range: Range<Int>) {
    var back = 0
    for index in range.dropFirst()
    where timeOfRow[Int(order[index])] < timeOfRow[Int(order[index - 1])] {
      back += 1
    }
    guard back > 0 else { return }
    summary.rowsBackInTime += back
    order[range].sort { left, right in
      let (first, second) = (timeOfRow[Int(left)], timeOfRow[Int(right)])
      return first != second ? first < second : left < right
    }
  }

  /// Counts equal times and, among them, repeats of the same activity in the same channel.
  private mutating func countTies(times: [Int64], activities: [Int32], channels: [Int32], ends: [Int]) {
    var caseStart = 0
    for end in ends {
      var runStart = caseStart
      while runStart < end {
        var runEnd = runStart + 1
        while runEnd < end, times[runEnd] == times[runStart] { runEnd += 1 }
        summary.equalTimes += runEnd - runStart - 1
        if runEnd - runStart > 1 {
          let kinds = (runStart..<runEnd).map { event in
            Int64(activities[event]) << 32 + Int64(channels.isEmpty ? 0 : channels[event])
          }
          summary.repeatedRows += kinds.count - Set(kinds).count
        }
        runStart = runEnd
      }
      caseStart = end
    }
  }

  /// The names in byte order, Unicode forms of one name unified, and the new number of each old one.
  private mutating func canonical(_ table: NameTable) -> (names: [String], numbers: [Int32]) {
    let texts = (0..<table.count).map { table.text($0) ?? "" }
    // String equality is canonical equivalence; the first form met stands for all.
    var first: [String: Int] = [:]
    var distinct: [String] = []
    for text in texts where first[text] == nil {
      first[text] = distinct.count
      distinct.append(text)
    }
    summary.namesUnified += texts.count - distinct.count
    distinct.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (number, name) in distinct.enumerated() { first[name] = number }
    return (distinct, texts.map { Int32(first[$0] ?? 0) })
  }

  private func nothingUsable(_ mapping: ColumnMapping) -> EventLogError {
    var notes = summary.dropped.map { dropped in
      let example = dropped.example.isEmpty ? "" : ", such as “\(dropped.example)”"
      return "\(dropped.rows) rows \(dropped.reason.words)\(example) (first on line \(dropped.firstLine))"
    }
    var fixes = ["check that the columns named are the right ones"]
    if summary.dropped.contains(where: { $0.reason == .unreadableTime }) {
      notes.append(
        "times are read as ISO 8601: 2024-03-13, 2024-03-13 10:21:14, 2024-03-13T10:21:14.420+01:00"
      )
      fixes.append("write the times of column “\(mapping.timeColumn)” with the year first")
    }
    let message =
      summary.rows == 0 ? "the file has a header but no rows" : "none of the \(summary.rows) rows is usable"
    return EventLogError(
      code: "log-no-events",
      file: summary.file,
      line: summary.dropped.first?.firstLine ?? 1,
      message: message,
      notes: notes,
      fixes: fixes
    )
  }
}
