/// Findings as text for a terminal: place, code frame with carets, notes and ways out.
public struct FindingText: Sendable {
  /// The most lines that one frame shows.
  private static let frameLines = 12

  private let files: [String: [Substring]]
  private let isColoured: Bool

  /// Prepares to show findings in the texts they point into; colour only where the caller asks for it.
  public init(sources: [SourceFile], isColoured: Bool = false) {
    files = Dictionary(sources.map { ($0.path, $0.lines) }) { first, _ in first }
    self.isColoured = isColoured
  }

  /// One finding, ending in a line end.
  public func text(of finding: Diagnostic) -> String {
    let start = finding.range.start
    let head = "\(finding.severity.rawValue)[\(finding.code)]"
    var text =
      paint(head, finding.severity.colour) + ": " + paint(DisplayText.safe(finding.message), .bold) + "\n"
    let lines = files[finding.file] ?? []
    let marks = marks(of: finding)
    let shown = shownLines(marks, count: lines.count)
    let gutter = String(repeating: " ", count: shown.last.map { String($0).count } ?? 1)
    let place = "\(DisplayText.safe(finding.file)):\(start.line):\(start.column)"
    text += paint("\(gutter)-->", .blue) + " \(place)\n"
    // A file that is empty or not there has nothing to show.
    if !shown.isEmpty, lines.contains(where: { !$0.isEmpty }) {
      text += bar(gutter) + "\n"
      var previous: Int?
      for line in shown {
        if let previous, line > previous + 1 { text += paint("...", .blue) + "\n" }
        previous = line
        let number = String(line)
        let pad = String(repeating: " ", count: gutter.count - number.count)
        let code = DisplayText.safe(lines[line - 1])
        text += paint("\(pad)\(number) |", .blue) + (code.isEmpty ? "" : " " + code) + "\n"
        for row in underlines(marks.filter { $0.range.start.line == line }, lines[line - 1], finding.severity)
        {
          text += bar(gutter) + " " + row + "\n"
        }
      }
      text += bar(gutter) + "\n"
    }
    for note in finding.notes where note.range == nil {
      text += paint("\(gutter) =", .blue) + " note: \(DisplayText.safe(note.message))\n"
    }
    for fix in finding.fixes {
      text += paint("\(gutter) =", .blue) + " help: \(DisplayText.safe(fix.message))\n"
    }
    return text
  }

  /// All findings and, below them, how many there are.
  ///
  /// - Parameter suppressed: findings that were left out.
  public func text(of findings: [Diagnostic], suppressed: Int = 0) -> String {
    var text = findings.map { self.text(of: $0) + "\n" }.joined()
    guard let first = findings.first(where: { $0.severity == .error }) ?? findings.first else { return text }
    var parts: [String] = []
    for severity in Severity.allCases.reversed() {
      let count = findings.filter { $0.severity == severity }.count
      if count > 0 { parts.append("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")") }
    }
    text += parts.joined(separator: ", ")
    if suppressed > 0 { text += ", \(suppressed) more not shown" }
    text += ". "
    if findings.contains(where: { $0.severity == .error }) { text += "Nothing was run. " }
    text += "Explain a code: journey explain \(first.code)\n"
    return text
  }

  // MARK: Frames

  private struct Mark {
    var range: SourceRange
    var label: String
    var isMain: Bool
  }

  /// The finding's own place and those of its notes, from top to bottom.
  private func marks(of finding: Diagnostic) -> [Mark] {
    let notes = finding.notes.compactMap { note in
      note.range.map { Mark(range: $0, label: note.message, isMain: false) }
    }
    let main = Mark(range: finding.range, label: "", isMain: true)
    return ([main] + notes).enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  private func shownLines(_ marks: [Mark], count: Int) -> [Int] {
    let wanted = Set(marks.map(\.range.start.line)).filter { $0 >= 1 && $0 <= count }.sorted()
    guard let main = marks.first(where: \.isMain)?.range.start.line else { return wanted }
    let nearest = wanted.sorted { (abs($0 - main), $0) < (abs($1 - main), $1) }
    return nearest.prefix(Self.frameLines).sorted()
  }

  /// The rows under a line: strokes that do not overlap share the first row, with the last one's label; each
  /// further label stands in a row of its own.
  private func underlines(_ marks: [Mark], _ line: Substring, _ severity: Severity) -> [String] {
    var first = ""
    var filled = 0
    var below: [String] = []
    for (at, mark) in marks.enumerated() {
      let (start, width) = cells(of: mark, in: line)
      let colour = mark.isMain ? severity.colour : Colour.blue
      let label = mark.label.isEmpty ? "" : " " + DisplayText.safe(mark.label)
      let stroke = String(repeating: mark.isMain ? "^" : "-", count: width)
      let indent = String(repeating: " ", count: start)
      if start < filled {
        below.append(indent + paint(stroke + label, colour))
        continue
      }
      let isLast = at == marks.count - 1
      first += String(repeating: " ", count: start - filled) + paint(stroke + (isLast ? label : ""), colour)
      filled = start + width
      if !isLast, !label.isEmpty { below.append(indent + paint(String(label.dropFirst()), colour)) }
    }
    return (first.isEmpty ? [] : [first]) + below
  }

  /// Where a mark's stroke begins and how wide it is, in terminal cells.
  private func cells(of mark: Mark, in line: Substring) -> (start: Int, width: Int) {
    let from = mark.range.start.column - 1
    let isLonger = mark.range.end.line > mark.range.start.line
    let to = isLonger ? line.unicodeScalars.count : mark.range.end.column - 1
    let start = DisplayText.width(of: line, upTo: from)
    return (start, max(1, DisplayText.width(of: line, upTo: max(from, to)) - start))
  }

  private func bar(_ gutter: String) -> String { paint("\(gutter) |", .blue) }

  private func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The colours of findings, as terminals number them.
private enum Colour: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case blue = "1;34"
  case cyan = "1;36"
}

extension Severity {
  fileprivate var colour: Colour {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}
