/// Which columns of a log mean what: the names as the header writes them, or `#3` for the third column.
public struct ColumnMapping: Sendable, Hashable {
  /// The column that says which journey an event belongs to.
  public var caseColumn: String
  /// The column that says what happened.
  public var activityColumn: String
  /// The column that says when.
  public var timeColumn: String
  /// The column that says in which channel, if any.
  public var channelColumn: String?

  /// Creates a mapping.
  public init(case caseColumn: String, activity: String, time: String, channel: String? = nil) {
    self.caseColumn = caseColumn
    self.activityColumn = activity
    self.timeColumn = time
    self.channelColumn = channel
  }

  /// The positions of the columns in a header.
  struct Positions {
    var caseIndex: Int
    var activity: Int
    var time: Int
    var channel: Int?
  }

  func positions(in header: [String], file: String) throws(EventLogError) -> Positions {
    var channel: Int?
    if let channelColumn {
      channel = try Self.position(of: channelColumn, as: "channel", in: header, file: file)
    }
    return Positions(
      caseIndex: try Self.position(of: caseColumn, as: "case", in: header, file: file),
      activity: try Self.position(of: activityColumn, as: "activity", in: header, file: file),
      time: try Self.position(of: timeColumn, as: "time", in: header, file: file),
      channel: channel
    )
  }

  private static func position(
    of name: String,
    as role: String,
    in header: [String],
    file: String
  ) throws(EventLogError) -> Int {
    let matches = header.indices.filter { header[$0] == name }
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 {
      throw EventLogError(
        .columns,
        code: "column-ambiguous",
        file: file,
        message: "\(matches.count) columns are named “\(name)”, so the \(role) column is not clear",
        fixes: ["name it by its place: " + matches.map { "#\($0 + 1)" }.joined(separator: " or ")]
      )
    }
    if name.hasPrefix("#"), let number = Int(name.dropFirst()), header.indices.contains(number - 1) {
      return number - 1
    }
    var fixes: [String] = []
    if let near = nearest(to: name, in: header) { fixes.append("did you mean “\(near)”?") }
    throw EventLogError(
      .columns,
      code: "column-missing",
      file: file,
      message: "there is no column “\(name)” for the \(role)",
      notes: ["the columns are: " + describe(header)],
      fixes: fixes
    )
  }

  /// The header as a list for messages: names, and the place of a column without one.
  static func describe(_ header: [String]) -> String {
    let shown = header.prefix(40).enumerated().map { $1.isEmpty ? "#\($0 + 1) (no name)" : $1 }
    return shown.joined(separator: ", ") + (header.count > 40 ? ", and \(header.count - 40) more" : "")
  }

  /// The column that `name` probably stands for: the same but for case, spaces and punctuation, or a slip or two away.
  static func nearest(to name: String, in header: [String]) -> String? {
    let wanted = simplified(name)
    if let same = header.first(where: { !$0.isEmpty && simplified($0) == wanted }) { return same }
    let ranked = header.filter { !$0.isEmpty }.map { ($0, distance(wanted, simplified($0))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, wanted.count / 3) else {
      return wanted.count >= 3 ? header.first { simplified($0).starts(with: wanted) } : nil
    }
    return best.0
  }

  private static func simplified(_ name: String) -> [Character] {
    name.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, restricted form).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard left.count <= 64, right.count <= 64 else { return .max }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var best = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
