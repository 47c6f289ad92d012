/// What was found while a log was read: nothing is dropped, merged or assumed without being counted here.
public struct ReadingSummary: Sendable, Hashable {
  /// Why a row holds no usable event.
  public enum DropReason: Int, Sendable, Hashable, CaseIterable {
    /// More or fewer fields than the header.
    case fieldCount
    /// No text in the case column.
    case missingCase
    /// No text in the activity column.
    case missingActivity
    /// No text in the time column.
    case missingTime
    /// Text in the time column that is no ISO 8601 time.
    case unreadableTime

    /// What the rows lack, to follow “rows dropped:”.
    public var words: String {
      switch self {
      case .fieldCount: "with more or fewer fields than the header"
      case .missingCase: "without a case"
      case .missingActivity: "without an activity"
      case .missingTime: "without a time"
      case .unreadableTime: "with a time that cannot be read"
      }
    }
  }

  /// Rows dropped for one reason.
  public struct Dropped: Sendable, Hashable {
    /// The reason.
    public var reason: DropReason
    /// How many rows.
    public var rows: Int
    /// The line of the first of them.
    public var firstLine: Int
    /// The offending text of the first of them, cut to 40 characters.
    public var example: String
  }

  /// The path of the file, or `-`.
  public var file: String
  /// Names of all columns, in order.
  public var columns: [String] = []
  /// The character between fields.
  public var separator: Character = ","
  /// Records after the header, usable or not.
  public var rows = 0
  /// Lines without any character.
  public var blankLines = 0
  /// Rows dropped, one entry per reason that occurred.
  public var dropped: [Dropped] = []
  /// Events that repeat case, time, activity and channel of an earlier event; they are kept.
  public var repeatedRows = 0
  /// Rows whose time is before that of the row before them in their case; they are sorted.
  public var rowsBackInTime = 0
  /// Pairs of consecutive events of a case with equal times; the file's order decides.
  public var equalTimes = 0
  /// Events whose time names no zone; they are taken as UTC.
  public var eventsWithoutZone = 0
  /// Events without a channel, where a channel column was asked for.
  public var eventsWithoutChannel = 0
  /// Names written in more than one Unicode form, taken as one.
  public var namesUnified = 0

  /// Creates an empty summary.
  public init(file: String) { self.file = file }

  /// Rows dropped for any reason.
  public var droppedRows: Int { dropped.reduce(0) { $0 + $1.rows } }

  mutating func drop(_ reason: DropReason, line: Int, example: String) {
    if let index = dropped.firstIndex(where: { $0.reason == reason }) {
      dropped[index].rows += 1
    } else {
      let text = String(example.prefix(40))
      dropped.append(Dropped(reason: reason, rows: 1, firstLine: line, example: text))
      dropped.sort { $0.reason.rawValue < $1.reason.rawValue }
    }
  }
}
