/// How much a log may hold: a broken or hostile file ends in a message, not in an exhausted machine.
public struct LogLimits: Sendable, Hashable {
  /// Bytes of text, after unpacking.
  public var textBytes: Int
  /// Bytes of one record; an unclosed quote would otherwise swallow the whole file.
  public var recordBytes: Int
  /// Columns of the header.
  public var columns: Int
  /// Bytes of the name of an activity, a channel or a case.
  public var nameBytes: Int
  /// Different activities; more mean that the column holds something else.
  public var activities: Int
  /// Different channels.
  public var channels: Int
  /// Events; each takes about 40 bytes while the log is read.
  public var events: Int

  /// Creates limits; the defaults suit a machine with 8 GB of memory.
  public init(
    textBytes: Int = 64 << 30,
    recordBytes: Int = 16 << 20,
    columns: Int = 10_000,
    nameBytes: Int = 300,
    activities: Int = 2_000,
    channels: Int = 200,
    events: Int = 100_000_000
  ) {
    self.textBytes = textBytes
    self.recordBytes = recordBytes
    self.columns = columns
    self.nameBytes = nameBytes
    self.activities = activities
    self.channels = channels
    self.events = min(events, Int(Int32.max))
  }
}
