/// A JSON value that keeps the order of its keys and writes numbers as shortest round-trip decimals.
///
/// Texts are escaped by construction; a number that is not finite becomes `null`.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A whole number from 0, as large as a seed may be.
  case unsigned(UInt64)
  /// A number.
  case number(Double)
  /// A text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values in the order written.
  case object([Member])

  /// One key with its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object from pairs; those without a value are left out.
  public static func members(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The text of this value, indented by two spaces; lists of plain values stay on one line.
  ///
  /// - Complexity: O(length of the text).
  public var pretty: String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  /// The text of this value without a blank or a line's end between its parts.
  ///
  /// - Complexity: O(length of the text).
  public var compact: String {
    var text = ""
    pack(into: &text)
    return text
  }

  private func pack(into text: inout String) {
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.pack(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.key, into: &text)
        text += ":"
        member.value.pack(into: &text)
      }
      text += "}"
    default: write(into: &text, indent: 0)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(into text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += Self.text(of: value)
    case .text(let value): Self.quote(value, into: &text)
    case .array(let values) where values.allSatisfy(\.isPlain):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(into: &text, indent: indent)
      }
      text += "]"
    case .array(let values):
      Self.block("[", "]", values, into: &text, indent: indent) { value, text in
        value.write(into: &text, indent: indent + 2)
      }
    case .object(let members) where members.isEmpty: text += "{}"
    case .object(let members):
      Self.block("{", "}", members, into: &text, indent: indent) { member, text in
        Self.quote(member.key, into: &text)
        text += ": "
        member.value.write(into: &text, indent: indent + 2)
      }
    }
  }

  private static func block<Element>(
    _ open: String,
    _ close: String,
    _ elements: [Element],
    into text: inout String,
    indent: Int,
    write: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      text += index > 0 ? ",\n" : "\n"
      text += String(repeating: " ", count: indent + 2)
      write(element, &text)
    }
    text += "\n" + String(repeating: " ", count: indent) + close
  }

  /// The shortest decimal that reads back as the same number; whole numbers without `.0`.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 0x1p53 { return String(Int(value)) }
    return value.description
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
