import JourneyDiagnostics

/// The texts that a document was read from, and where values in them end.
package struct SourceTable {
  /// The texts, in the order in which they were read.
  package private(set) var files: [SourceFile] = []
  private var lines: [Int: [[Unicode.Scalar]]] = [:]

  package init() {}

  /// Adds a text and returns its index.
  package mutating func add(_ file: SourceFile) -> Int {
    files.append(file)
    return files.count - 1
  }

  /// The stretch of a value, or of a part of it given in Unicode scalars of its text.
  ///
  /// A part is pointed at only where the text stands in the source letter by letter; otherwise (escapes, folded
  /// lines) the whole value is.
  package mutating func range(of mark: Mark, part: Range<Int>? = nil) -> SourceRange {
    let file = Int(mark.place.file)
    guard files.indices.contains(file) else { return .fileStart }
    if lines[file] == nil { lines[file] = files[file].lines.map { Array($0.unicodeScalars) } }
    let text = lines[file] ?? []
    return RangeFinder(lines: text).range(
      line: Int(mark.place.line),
      column: Int(mark.place.column),
      text: mark.text,
      part: part
    )
  }
}

/// Finds where a value ends from where it begins.
struct RangeFinder {
  let lines: [[Unicode.Scalar]]

  func range(line: Int, column: Int, text: String?, part: Range<Int>?) -> SourceRange {
    let lastLine = max(1, lines.count)
    let row = min(max(line, 1), lastLine) - 1
    let scalars = lines.indices.contains(row) ? lines[row] : []
    let start = afterProperties(scalars, from: min(max(column, 1) - 1, scalars.count))
    guard start < scalars.count else {
      let at = SourcePosition(line: row + 1, column: scalars.count + 1)
      return SourceRange(start: at, end: at)
    }
    let quoted = scalars[start] == "\"" || scalars[start] == "'"
    if let text {
      let wanted = Array(text.unicodeScalars)
      let inside = quoted ? start + 1 : start
      if scalars[inside...].starts(with: wanted) {
        if let part, part.upperBound <= wanted.count {
          return range(row, inside + part.lowerBound, inside + part.upperBound)
        }
        let end = inside + wanted.count
        return range(row, start, quoted ? min(end + 1, scalars.count) : max(end, start))
      }
    }
    if quoted, let end = endOfQuoted(scalars, from: start) { return range(row, start, end) }
    if let end = endOfBrackets(scalars, from: start) { return range(row, start, end) }
    return range(row, start, endOfLine(scalars, from: start))
  }

  private func range(_ row: Int, _ start: Int, _ end: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: row + 1, column: start + 1),
      end: SourcePosition(line: row + 1, column: end + 1)
    )
  }

  /// Skips `&anchor` and `!tag`, which stand before a value.
  private func afterProperties(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var at = start
    while at < scalars.count, scalars[at] == "&" || scalars[at] == "!" {
      while at < scalars.count, scalars[at] != " " { at += 1 }
      while at < scalars.count, scalars[at] == " " { at += 1 }
    }
    return at < scalars.count ? at : start
  }

  private func endOfQuoted(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let quote = scalars[start]
    var at = start + 1
    while at < scalars.count {
      if scalars[at] == "\\", quote == "\"" {
        at += 2
      } else if scalars[at] == quote {
        return at + 1
      } else {
        at += 1
      }
    }
    return nil
  }

  private func endOfBrackets(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard scalars[start] == "{" || scalars[start] == "[" else { return nil }
    var depth = 0
    var at = start
    while at < scalars.count {
      switch scalars[at] {
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth == 0 { return at + 1 }
      case "\"", "'":
        guard let end = endOfQuoted(scalars, from: at) else { return nil }
        at = end - 1
      default: break
      }
      at += 1
    }
    return nil
  }

  private func endOfLine(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = scalars.count
    for at in start..<scalars.count where scalars[at] == "#" && at > start && scalars[at - 1] == " " {
      end = at
      break
    }
    while end > start + 1, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
    return end
  }
}
