/// Reads JSON (RFC 8259) into a document, every value with its place; syntax errors are said in JSON's own terms.
struct JSONReader {
  private let bytes: [UInt8]
  private let file: Int
  private let limits: ReadingLimits
  private var at = 0
  private var line = 1
  private var column = 1
  private var count = 0

  /// Why reading stopped.
  private struct Stop: Error {
    var code: FindingCode
    var message: String
    var place: Place
  }

  init(text: String, file: Int, limits: ReadingLimits) {
    bytes = Array(text.utf8)
    self.file = file
    self.limits = limits
  }

  /// Reads the one value of the text, or nil where findings say why there is none.
  ///
  /// - Complexity: O(length).
  mutating func read(into findings: inout Findings) -> DocumentNode? {
    skipBlanks()
    guard peek != nil else {
      findings.add(.emptyFile, at: .start(of: file), "the file is empty")
      return nil
    }
    do throws(Stop) {
      let root = try value(depth: 0, into: &findings)
      skipBlanks()
      guard peek == nil else { throw stop("the file goes on after its one value") }
      return root
    } catch {
      findings.add(error.code, at: Mark(place: error.place), error.message)
      return nil
    }
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private var place: Place { Place(file: file, line: line, column: column) }

  private func stop(_ message: String, at place: Place? = nil) -> Stop {
    Stop(code: .jsonSyntax, message: message, place: place ?? self.place)
  }

  /// Goes one byte on; a column counts Unicode scalars, so continuation bytes do not count.
  private mutating func advance() {
    let byte = bytes[at]
    at += 1
    if byte == 0x0A || (byte == 0x0D && !(at < bytes.count && bytes[at] == 0x0A)) {
      (line, column) = (line + 1, 1)
    } else if at >= bytes.count || bytes[at] & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { advance() }
  }

  private mutating func value(depth: Int, into findings: inout Findings) throws(Stop) -> DocumentNode {
    count += 1
    guard count <= limits.nodes else {
      throw Stop(
        code: .tooManyValues,
        message: "the file holds more than \(limits.nodes) values",
        place: place
      )
    }
    let isNested = peek == UInt8(ascii: "{") || peek == UInt8(ascii: "[")
    guard depth < limits.depth || !isNested else {
      let message = "values are nested more than \(limits.depth) levels deep"
      throw Stop(code: .tooDeep, message: message, place: place)
    }
    let start = place
    switch peek {
    case UInt8(ascii: "{"): return try mapping(depth: depth, into: &findings)
    case UInt8(ascii: "["): return try list(depth: depth, into: &findings)
    case UInt8(ascii: "\""): return DocumentNode(.scalar(try string()), at: start, isPlain: false)
    case nil: throw stop("a value is missing at the end of the file")
    default: return DocumentNode(.scalar(try literal()), at: start)
    }
  }

  private mutating func mapping(depth: Int, into findings: inout Findings) throws(Stop) -> DocumentNode {
    let start = place
    advance()
    var entries: [DocumentEntry] = []
    var seen: [String: Mark] = [:]
    skipBlanks()
    if peek == UInt8(ascii: "}") {
      advance()
      return DocumentNode(.mapping([]), at: start)
    }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw stop("a key in double quotes is expected here") }
      let keyPlace = place
      let text = try string()
      skipBlanks()
      guard peek == UInt8(ascii: ":") else { throw stop("a colon is expected after the key \"\(text)\"") }
      advance()
      skipBlanks()
      let value = try value(depth: depth + 1, into: &findings)
      let key = DocumentKey(name: text.nfc, mark: Mark(place: keyPlace, text: text))
      if let first = seen[key.name] {
        findings.add(
          .duplicateKey,
          at: key.mark,
          "the key \"\(key.name)\" stands twice in one mapping",
          notes: [.init("first written here", at: first)],
          help: ["remove one of the two, or give it another name"]
        )
      } else {
        seen[key.name] = key.mark
        entries.append(DocumentEntry(key: key, value: value))
      }
      skipBlanks()
      switch peek {
      case UInt8(ascii: ","): advance()
      case UInt8(ascii: "}"):
        advance()
        return DocumentNode(.mapping(entries), at: start)
      default: throw stop("a comma or } is expected here")
      }
    }
  }

  private mutating func list(depth: Int, into findings: inout Findings) throws(Stop) -> DocumentNode {
    let start = place
    advance()
    var items: [DocumentNode] = []
    skipBlanks()
    if peek == UInt8(ascii: "]") {
      advance()
      return DocumentNode(.sequence([]), at: start)
    }
    while true {
      skipBlanks()
      items.append(try value(depth: depth + 1, into: &findings))
      skipBlanks()
      switch peek {
      case UInt8(ascii: ","): advance()
      case UInt8(ascii: "]"):
        advance()
        return DocumentNode(.sequence(items), at: start)
      default: throw stop("a comma or ] is expected here")
      }
    }
  }

  private mutating func literal() throws(Stop) -> String {
    let start = place
    let first = at
    let ends = Array(",]}: \t\r\n\"".utf8)
    while let byte = peek, !ends.contains(byte) { advance() }
    let text = String(decoding: bytes[first..<at], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let hasLeadingZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    let isNumber = NumberValue.isDecimal(text.utf8) && !hasLeadingZero
    guard text == "true" || text == "false" || text == "null" || isNumber else {
      throw stop("\"\(text)\" is no JSON value; text stands in double quotes", at: start)
    }
    return text
  }

  private mutating func string() throws(Stop) -> String {
    let start = place
    advance()
    var result: [UInt8] = []
    while true {
      guard let byte = peek, byte != 0x0A, byte != 0x0D else {
        throw stop("this text is not closed", at: start)
      }
      guard result.count <= limits.textLength else {
        let message = "a text is longer than \(limits.textLength) bytes"
        throw Stop(code: .textTooLong, message: message, place: start)
      }
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result.append(contentsOf: try escape())
      default:
        result.append(byte)
        advance()
      }
    }
  }

  private mutating func escape() throws(Stop) -> [UInt8] {
    let start = place
    advance()
    guard let byte = peek else { throw stop("this text is not closed", at: start) }
    advance()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexadecimal(start)
      if code & 0xFC00 == 0xD800, peek == UInt8(ascii: "\\") {
        advance()
        guard peek == UInt8(ascii: "u") else { throw stop("half a character stands here", at: start) }
        advance()
        let low = try hexadecimal(start)
        guard low & 0xFC00 == 0xDC00 else { throw stop("half a character stands here", at: start) }
        code = 0x1_0000 + (code & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(code) else { throw stop("half a character stands here", at: start) }
      return Array(String(scalar).utf8)
    default: throw stop("no such escape in JSON", at: start)
    }
  }

  private mutating func hexadecimal(_ start: Place) throws(Stop) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw stop("\\u needs four hexadecimal digits", at: start)
      }
      code = code << 4 | UInt32(digit)
      advance()
    }
    return code
  }
}
