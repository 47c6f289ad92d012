/// Writes YAML line by line; every name goes through one function that quotes what needs quoting, and every comment
/// through one that keeps it on its line, so no text of a log can become structure.
struct ScenarioText {
  /// What may stand after a colon.
  enum Value {
    /// Text from outside, quoted where needed.
    case text(String)
    /// A number or a word of the scenario language.
    case words(String)
    /// A mapping on one line, in the given order.
    case entries([(key: String, value: Value)])
  }

  /// Comments beside a block's lines begin at one column, unless the lines are longer than this.
  private static let widestAligned = 60
  private var lines: [(content: String, comment: String?)] = []
  private var depth = 0

  /// The whole text, the comments of each block (lines between empty ones) beneath each other.
  var text: String {
    var text = ""
    var start = 0
    for end in lines.indices where end == lines.count - 1 || lines[end].content.isEmpty {
      let block = lines[start...end]
      let commented = block.filter { $0.comment != nil && $0.content.count <= Self.widestAligned }
      let column = commented.map(\.content.count).max() ?? 0
      for line in block {
        text += line.content
        if let comment = line.comment {
          text += String(repeating: " ", count: max(0, column - line.content.count)) + "  # " + comment
        }
        text += "\n"
      }
      start = end + 1
    }
    return text
  }

  mutating func blank() { lines.append(("", nil)) }

  mutating func comment(_ words: String) { lines.append(("\(indent)# \(Self.oneLine(words))", nil)) }

  mutating func entry(_ key: String, _ value: Value, comment: String? = nil) {
    line("\(Self.quoted(key)): \(Self.written(value))", comment)
  }

  mutating func mapping(_ key: String, comment: String? = nil, _ body: (inout ScenarioText) -> Void) {
    line("\(Self.quoted(key)):", comment)
    depth += 1
    body(&self)
    depth -= 1
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private mutating func line(_ content: String, _ comment: String?) {
    lines.append((indent + content, comment.map(Self.oneLine)))
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .words(let words): words
    case .entries(let entries):
      "{" + entries.map { "\(quoted($0.key)): \(written($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// Text without anything that could end a comment.
  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { breaksLine($0) ? " " : $0 }))
  }

  /// A name as a plain scalar where every reader takes it for that very text, otherwise in double quotes.
  static func quoted(_ name: String) -> String {
    if isPlain(name) { return name }
    var result = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where breaksLine(scalar) || isHidden(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let wordsWithMeaning: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
  ]

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last, isLetter(first),
      last != " ",
      !wordsWithMeaning.contains(name.lowercased())
    else { return false }
    return name.unicodeScalars.allSatisfy {
      isLetter($0) || "0123456789 _-/().&+'".unicodeScalars.contains($0)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Characters without a picture of their own, such as those that turn the direction of writing.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .privateUse, .surrogate, .unassigned: true
    default: false
    }
  }
}
