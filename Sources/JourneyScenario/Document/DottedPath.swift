/// A path into a document: segments with dots between, quoted where a segment holds a dot.
package enum DottedPath {
  /// A segment as it stands in a path.
  package static func quoted(_ segment: String) -> String {
    segment.contains(".") || segment.contains("\"")
      ? "\"" + segment.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
        + "\""
      : segment
  }

  /// The segments of a path, or nil where a quote is not closed or a segment is empty.
  package static func segments(_ path: String) -> [String]? {
    var segments: [String] = []
    var current = ""
    var quote: Character?
    var wasQuoted = false
    var isEscaped = false
    for character in path {
      if isEscaped {
        current.append(character)
        isEscaped = false
      } else if let open = quote {
        switch character {
        case "\\": isEscaped = true
        case open: quote = nil
        default: current.append(character)
        }
      } else if character == "." {
        guard wasQuoted || !current.trimmed.isEmpty else { return nil }
        segments.append(wasQuoted ? current : current.trimmed)
        (current, wasQuoted) = ("", false)
      } else if character == "\"" || character == "'", current.trimmed.isEmpty, !wasQuoted {
        (quote, wasQuoted, current) = (character, true, "")
      } else if wasQuoted {
        guard character == " " else { return nil }
      } else {
        current.append(character)
      }
    }
    guard quote == nil, !isEscaped, wasQuoted || !current.trimmed.isEmpty else { return nil }
    segments.append(wasQuoted ? current : current.trimmed)
    return segments.map(\.nfc)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
