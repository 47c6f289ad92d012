/// Reads CSV record by record from a stream of bytes (RFC 4180, and what real exports make of it).
///
/// Quoted fields may hold separators, line ends and doubled quotes; line ends are LF, CRLF or CR; a byte order mark
/// is skipped; the separator (`,` `;` tab `|`) is the one that the first line holds most of outside quotes. Empty
/// fields, also trailing ones, are fields; empty lines are not records. Memory: one piece of the file and one record.
public struct CSVReader<Source: ByteSource> {
  private struct Field {
    var start: Int
    var end: Int
    var hasDoubledQuotes: Bool
  }

  private var source: Source
  private let file: String
  private let limits: LogLimits
  private var buffer: [UInt8] = []
  /// Where the next record begins in the buffer.
  private var position = 0
  private var fields: [Field] = []
  private var nextLine = 1
  private var sourceHasEnded = false
  private var textBytes = 0

  /// The byte between fields.
  public private(set) var separator: UInt8 = Ascii.comma
  /// The line on which the current record begins, from 1.
  public private(set) var line = 1
  /// Lines without any character that were passed over.
  public private(set) var blankLines = 0
  /// Fields of the current record.
  public var fieldCount: Int { fields.count }

  /// Begins to read; looks at the first line for the byte order mark and the separator.
  public init(_ source: Source, file: String, limits: LogLimits = LogLimits()) throws(EventLogError) {
    self.source = source
    self.file = file
    self.limits = limits
    try fill()
    try skipByteOrderMark()
    try detectSeparator()
  }

  /// The bytes of a field of the current record, unquoted.
  public func field(_ index: Int) -> ArraySlice<UInt8> {
    buffer[fields[index].start..<fields[index].end]
  }

  /// The text of a field of the current record, or nil where its bytes are not UTF-8.
  public func text(_ index: Int) -> String? {
    String(validating: field(index), as: UTF8.self)
  }

  /// Goes on to the next record; false at the end.
  ///
  /// - Throws: An error with its place for an unclosed quote, text after a closing quote, or a limit exceeded.
  public mutating func next() throws(EventLogError) -> Bool {
    while true {
      if position == buffer.count, try !fill() { return false }
      switch try scan() {
      case .record(let end, let lines):
        line = nextLine
        nextLine += lines
        position = end
        if fields.count == 1, fields[0].start == fields[0].end, buffer[fields[0].start] != Ascii.quote {
          blankLines += 1
          continue
        }
        for index in fields.indices where fields[index].hasDoubledQuotes { undoubleQuotes(index) }
        return true
      case .needsMore:
        try fill()
      }
    }
  }

  // MARK: Scanning

  private enum Scan {
    /// A whole record, where the next one begins, and how many lines it spans.
    case record(next: Int, lines: Int)
    case needsMore
  }

  /// Finds the fields of the record at `position`.
  private mutating func scan() throws(EventLogError) -> Scan {
    fields.removeAll(keepingCapacity: true)
    let count = buffer.count
    let separator = separator
    var lines = 1
    var index = position
    while true {
      // A field begins at `index`, which may be the end of the text.
      let start = index
      if index < count, buffer[index] == Ascii.quote {
        var hasDoubledQuotes = false
        index += 1
        while true {
          while index < count, buffer[index] != Ascii.quote {
            if buffer[index] == Ascii.lineFeed { lines += 1 }
            index += 1
          }
          if index + 1 >= count, !sourceHasEnded { return .needsMore }
          if index >= count { throw unclosedQuote(at: start) }
          if index + 1 < count, buffer[index + 1] == Ascii.quote {
            hasDoubledQuotes = true
            index += 2
          } else {
            break
          }
        }
        fields.append(Field(start: start + 1, end: index, hasDoubledQuotes: hasDoubledQuotes))
        index += 1
      } else {
        while index < count {
          let byte = buffer[index]
          if byte == separator || byte == Ascii.lineFeed || byte == Ascii.carriageReturn { break }
          index += 1
        }
        if index == count, !sourceHasEnded { return .needsMore }
        fields.append(Field(start: start, end: index, hasDoubledQuotes: false))
      }
      guard index < count else { return .record(next: index, lines: lines) }
      let byte = buffer[index]
      if byte == separator {
        index += 1
        if index == count, !sourceHasEnded { return .needsMore }
      } else if byte == Ascii.lineFeed {
        return .record(next: index + 1, lines: lines)
      } else if byte == Ascii.carriageReturn {
        if index + 1 == count, !sourceHasEnded { return .needsMore }
        let isPair = index + 1 < count && buffer[index + 1] == Ascii.lineFeed
        return .record(next: index + (isPair ? 2 : 1), lines: lines)
      } else {
        throw textAfterQuote(at: index)
      }
    }
  }

  /// Closes the gaps that doubled quotes leave, in place: the record is complete and will not be scanned again.
  private mutating func undoubleQuotes(_ index: Int) {
    var target = fields[index].start
    var read = target
    let end = fields[index].end
    while read < end {
      let byte = buffer[read]
      buffer[target] = byte
      target += 1
      read += byte == Ascii.quote ? 2 : 1
    }
    fields[index].end = target
  }

  // MARK: Reading ahead

  /// Drops the records already read and appends more of the source; false where nothing more came.
  @discardableResult
  private mutating func fill() throws(EventLogError) -> Bool {
    guard !sourceHasEnded else { return false }
    guard buffer.count - position <= limits.recordBytes else {
      throw EventLogError(
        code: "record-too-long",
        file: file,
        line: nextLine,
        message: "the record that begins here is longer than \(limits.recordBytes >> 20) MB",
        notes: ["an opening quote that is never closed is the usual cause"],
        fixes: ["close the quote, or write a quote inside a field as two quotes"]
      )
    }
    buffer.removeSubrange(0..<position)
    position = 0
    let count = try source.append(to: &buffer)
    textBytes += count
    guard textBytes <= limits.textBytes else {
      throw EventLogError(
        code: "log-too-large",
        file: file,
        line: nextLine,
        message: "the log holds more than \(limits.textBytes >> 20) MB of text",
        fixes: ["split it by case or by period, or leave out columns that are not used"]
      )
    }
    sourceHasEnded = count == 0
    return count > 0
  }

  private mutating func skipByteOrderMark() throws(EventLogError) {
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
    } else if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw EventLogError(
        code: "log-encoding",
        file: file,
        message: "the file is UTF-16",
        fixes: ["save it as “CSV UTF-8”, or convert it: iconv -f UTF-16 -t UTF-8"]
      )
    } else if buffer.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw EventLogError(
        code: "log-format",
        file: file,
        message: "the file is a ZIP archive or a spreadsheet, not CSV",
        fixes: ["save the sheet as “CSV UTF-8”, or unzip the file first"]
      )
    }
  }

  /// Counts the candidates outside quotes up to the end of the first line; the earlier candidate wins a tie.
  private mutating func detectSeparator() throws(EventLogError) {
    let candidates = [Ascii.comma, Ascii.semicolon, Ascii.tab, Ascii.pipe]
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    var index = position
    while true {
      if index == buffer.count {
        let consumed = position
        guard try fill() else { break }
        index -= consumed
      }
      let byte = buffer[index]
      if byte == Ascii.quote { isQuoted.toggle() }
      if !isQuoted {
        if byte == Ascii.lineFeed || byte == Ascii.carriageReturn { break }
        if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
      }
      index += 1
    }
    if let most = counts.max(), most > 0, let winner = counts.firstIndex(of: most) {
      separator = candidates[winner]
    }
  }

  // MARK: Errors

  private func unclosedQuote(at offset: Int) -> EventLogError {
    let place = place(of: offset)
    return EventLogError(
      code: "quote-unclosed",
      file: file,
      line: place.line,
      column: place.column,
      message: "the quote that opens here is never closed",
      fixes: ["close it, or write a quote inside a field as two quotes"]
    )
  }

  private func textAfterQuote(at offset: Int) -> EventLogError {
    let place = place(of: offset)
    return EventLogError(
      code: "quote-trailing",
      file: file,
      line: place.line,
      column: place.column,
      message: "text follows a closing quote; a separator or a line end was expected",
      fixes: ["write a quote inside a quoted field as two quotes"]
    )
  }

  private func place(of offset: Int) -> (line: Int, column: Int) {
    var line = nextLine
    var column = 1
    for byte in buffer[position..<offset] {
      if byte == Ascii.lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
