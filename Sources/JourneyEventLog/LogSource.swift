/// The text of a log, unpacked where its first bytes say that it is packed (the file's name decides nothing).
public struct LogSource: ByteSource {
  private var plain: any ByteSource
  private var start: [UInt8] = []
  private var gzip: GzipSource?

  /// Opens the log at `path`; `-` is standard input.
  public init(path: String) throws(EventLogError) {
    try self.init(FileSource(path: path), file: path)
  }

  /// Wraps any bytes; `file` is the name used in messages.
  public init(_ bytes: some ByteSource, file: String) throws(EventLogError) {
    var bytes = bytes
    var start: [UInt8] = []
    while start.count < 2, try bytes.append(to: &start) > 0 {}
    plain = bytes
    if GzipSource.isGzip(start) {
      gzip = try GzipSource(bytes, start: start, file: file)
    } else {
      self.start = start
    }
  }

  /// Appends the next bytes of the text.
  public mutating func append(to buffer: inout [UInt8]) throws(EventLogError) -> Int {
    if let count = try gzip?.append(to: &buffer) { return count }
    guard start.isEmpty else {
      defer { start = [] }
      buffer.append(contentsOf: start)
      return start.count
    }
    return try plain.append(to: &buffer)
  }
}
