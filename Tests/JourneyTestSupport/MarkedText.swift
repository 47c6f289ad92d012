import JourneyDiagnostics

/// A text in which « and » show the stretches that findings are expected at.
public struct MarkedText: Sendable {
  /// The text without marks.
  public let text: String
  /// The marked stretches, in the order of the text.
  public let ranges: [SourceRange]

  /// Takes the marks off.
  public init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var ranges: [SourceRange] = []
    var open: SourcePosition?
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      let here = SourcePosition(line: line, column: column)
      switch scalar {
      case "«": open = here
      case "»":
        if let start = open { ranges.append(SourceRange(start: start, end: here)) }
        open = nil
      case "\n":
        text.append(scalar)
        (line, column) = (line + 1, 1)
      default:
        text.append(scalar)
        column += 1
      }
    }
    self.text = String(text)
    self.ranges = ranges
  }
}
