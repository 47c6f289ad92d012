/// A place in a text: line and column, both counted from 1; a column counts Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// Line, from 1.
  public var line: Int
  /// Column, from 1, in Unicode scalars.
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text, from `start` up to, not including, `end`.
public struct SourceRange: Sendable, Hashable {
  /// The first position of the stretch.
  public var start: SourcePosition
  /// The position after the last.
  public var end: SourcePosition

  /// Creates a range.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// The very beginning of a file, for findings about the file as a whole.
  public static let fileStart = SourceRange(
    start: SourcePosition(line: 1, column: 1),
    end: SourcePosition(line: 1, column: 1)
  )
}

/// A text with a name, so that findings can show it.
public struct SourceFile: Sendable {
  /// The path as the user wrote it, or `-` for standard input.
  public let path: String
  /// The whole text.
  public let text: String

  /// Names a text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The text's lines without their line ends, split where YAML splits them.
  ///
  /// Worked out anew at each use, so that a text without findings costs nothing.
  ///
  /// - Complexity: O(length of the text).
  public var lines: [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    var at = start
    let scalars = text.unicodeScalars
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      var after = next
      switch scalars[at] {
      case "\r":
        if next < scalars.endIndex, scalars[next] == "\n" { after = scalars.index(after: next) }
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": break
      default:
        at = next
        continue
      }
      lines.append(text[start..<at])
      (start, at) = (after, after)
    }
    lines.append(text[start...])
    return lines
  }

  /// The text of a line counted from 1, or nil beyond the end.
  ///
  /// - Complexity: O(length of the text).
  public func line(_ number: Int) -> Substring? {
    let lines = lines
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
