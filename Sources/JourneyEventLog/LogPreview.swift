/// A look at the columns of a log by its first rows, to help choose them.
public struct LogPreview: Sendable, Hashable {
  /// What a column may be.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// It may say which journey an event belongs to.
    case caseName = "case"
    /// It may say what happened.
    case activity
    /// It may say when.
    case time
    /// It may say in which channel.
    case channel
  }

  /// One column.
  public struct Column: Sendable, Hashable {
    /// The name to choose it by: the header's, or its place such as `#1` where that is empty or not unique.
    public var name: String
    /// Up to three different values, in order of appearance.
    public var examples: [String]
    /// Number of different values in the rows looked at.
    public var distinct: Int
    /// Rows looked at in which it holds something.
    public var filled: Int
    /// What it may be, judged by its name and values.
    public var role: Role?
  }

  /// The columns in order.
  public var columns: [Column]
  /// Rows looked at.
  public var rows: Int

  /// Looks at the first rows of the log at `path`.
  public init(path: String, rows limit: Int = 2_000) throws(EventLogError) {
    try self.init(LogSource(path: path), file: path, rows: limit)
  }

  /// Looks at the first rows of any bytes.
  public init(_ source: some ByteSource, file: String, rows limit: Int = 2_000) throws(EventLogError) {
    let limits = LogLimits()
    var reader = try CSVReader(source, file: file, limits: limits)
    let header = try EventLogBuilder.header(&reader, file: file, limits: limits)
    var tables = header.map { _ in NameTable() }
    var filled = header.map { _ in 0 }
    var times = header.map { _ in 0 }
    var rows = 0
    while rows < limit, try reader.next() {
      guard reader.fieldCount == header.count else { continue }
      rows += 1
      for index in header.indices {
        let field = reader.field(index).trimmingSpaces()
        guard !field.isEmpty else { continue }
        filled[index] += 1
        if Timestamp(field) != nil { times[index] += 1 }
        _ = tables[index].id(of: field)
      }
    }
    self.rows = rows
    let looked = rows
    columns = header.indices.map { index in
      let isUnique = !header[index].isEmpty && header.count { $0 == header[index] } == 1
      let examples = (0..<min(3, tables[index].count)).map { tables[index].text($0) ?? "?" }
      var column = Column(
        name: isUnique ? header[index] : "#\(index + 1)",
        examples: examples,
        distinct: tables[index].count,
        filled: filled[index],
        role: nil
      )
      let areTimes = filled[index] > 0 && times[index] * 10 >= filled[index] * 9
      column.role = areTimes ? .time : Self.role(of: column, rows: looked)
      return column
    }
  }

  /// The columns that may have a role.
  public func candidates(_ role: Role) -> [Column] { columns.filter { $0.role == role } }

  private static let words: [(Role, Set<String>)] = [
    (.activity, ["activity", "event", "action", "task", "step", "concept", "page", "touchpoint", "screen"]),
    (
      .caseName,
      ["case", "caseid", "session", "user", "customer", "visitor", "client", "trace", "journey", "order"]
    ),
    (.channel, ["channel", "platform", "device", "medium"]),
  ]

  /// Judges by the words of the name; a column with few values for its rows is never a case.
  private static func role(of column: Column, rows: Int) -> Role? {
    let parts = Set(column.name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let isCase = parts.contains("case") || parts.contains("caseid")
    for (role, words) in words where !parts.isDisjoint(with: words) {
      switch role {
      // `case:concept:name` is a case, `concept:name` an activity.
      case .activity: if isCase || column.distinct > 1_000 { continue }
      case .caseName: if column.distinct < max(2, rows / 200) { continue }
      default: break
      }
      return role
    }
    return nil
  }
}
