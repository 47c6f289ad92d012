import JourneyDiagnostics

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
      rows.map { $0.indices.contains(column) ? DisplayText.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { cells in
      var line = "  "
      for (column, cell) in cells.enumerated() {
        if column > 0 { line += String(repeating: " ", count: gap) }
        let padding = String(repeating: " ", count: max(0, widths[column] - DisplayText.width(cell)))
        line += alignments[column] == .left ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Texts that fit a cell.
public enum TerminalText {
  /// A user's text made safe and cut to a width, with an ellipsis.
  public static func cut(_ text: String, to limit: Int) -> String {
    let text = DisplayText.safe(text)
    guard DisplayText.width(text) > limit else { return text }
    var cut = ""
    var used = 0
    for character in text {
      used += DisplayText.width(String(character))
      if used > limit - 1 { break }
      cut.append(character)
    }
    return cut + "…"
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
