/// Lines of aligned columns for a terminal; a row is never wrapped.
struct TextTable {
  /// How a column is aligned.
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private let gap: Int
  private var rows: [[String]] = []

  /// - Parameters:
  ///   - alignments: one per column.
  ///   - gap: spaces between columns.
  init(_ alignments: [Alignment], gap: Int = 2) {
    self.alignments = alignments
    self.gap = gap
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows as lines, indented by two spaces, without trailing spaces.
  func lines() -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { $0.indices.contains(column) ? TerminalText.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { cells in
      var line = "  "
      for (column, cell) in cells.enumerated() {
        if column > 0 { line += String(repeating: " ", count: gap) }
        let padding = String(repeating: " ", count: max(0, widths[column] - TerminalText.width(cell)))
        line += alignments[column] == .left ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Texts as a terminal shows them.
public enum TerminalText {
  /// Cells that a text takes: wide East Asian characters and emoji take two.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// A user's text made safe: control characters become their pictures, so no escape sequence gets through.
  public static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: safe.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: safe += "\u{2421}"
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: safe += "?"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A user's text made safe and cut to a width, with an ellipsis.
  public static func cut(_ text: String, to limit: Int) -> String {
    let text = safe(text)
    guard width(text) > limit else { return text }
    var cut = ""
    var used = 0
    for scalar in text.unicodeScalars {
      used += width(scalar)
      if used > limit - 1 { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// How a terminal text is written.
public struct TerminalStyle: Sendable {
  /// Whether colours are used.
  public var isColoured: Bool
  /// Whether everything is shown, or the most important only.
  public var isVerbose: Bool

  /// Columns that a table may take before it is split.
  public var width: Int

  /// Creates a style.
  public init(isColoured: Bool = false, isVerbose: Bool = false, width: Int = 110) {
    self.width = width
    self.isColoured = isColoured
    self.isVerbose = isVerbose
  }

  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func good(_ text: String) -> String { isColoured ? "\u{1B}[36m\(text)\u{1B}[0m" : text }
  func bad(_ text: String) -> String { isColoured ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
