/// Text of users made safe for a terminal, and its width there.
public enum DisplayText {
  /// Columns of a tab stop in a code frame.
  static let tab = 4

  /// The text with every control character shown instead of sent: no input can move the cursor, change colours or
  /// reorder what is read.
  ///
  /// Tabs become blanks; other controls become their pictures (U+2400 and on), bidirectional controls `\u{…}`.
  ///
  /// - Complexity: O(length).
  public static func safe(_ text: some StringProtocol) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &view) }
    return String(view)
  }

  /// The width of a safe text in terminal cells: 2 for wide letters and emoji, 0 for marks that join.
  public static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of a prefix of a line, given in Unicode scalars, as it is shown.
  static func width(of line: some StringProtocol, upTo scalars: Int) -> Int {
    var view = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(max(0, scalars)) { append(scalar, to: &view) }
    return width(String(view))
  }

  private static func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x09: view.append(contentsOf: String(repeating: " ", count: tab).unicodeScalars)
    case 0..<0x20: view.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: view.append("\u{2421}")
    case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0x061C, 0xFEFF:
      view.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    default: view.append(scalar)
    }
  }

  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    let properties = first.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isEmoji =
      properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
    return isEmoji || isWide(first.value) ? 2 : 1
  }

  /// East Asian wide and fullwidth letters (Unicode Standard Annex 11), in blocks.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
