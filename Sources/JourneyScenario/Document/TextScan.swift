/// Looks through a text for what no scenario may hold, before it is taken apart.
enum TextScan {
  /// Places of control characters other than tab and line ends, at most 20.
  ///
  /// - Complexity: O(length).
  static func controlCharacters(in text: String, file: Int) -> [Mark] {
    // Bytes first: a text without suspicious bytes, the usual case, is passed over quickly.
    let isSuspicious = text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F || byte == 0xC2
        || byte == 0xEF
    }
    guard isSuspicious else { return [] }
    var marks: [Mark] = []
    walk(text) { scalar, line, column in
      let value = scalar.value
      let isControl =
        (value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D) || value == 0x7F
        || (value >= 0x80 && value < 0xA0 && value != 0x85) || value == 0xFFFE || value == 0xFFFF
        || value == 0xFEFF
      if isControl {
        marks.append(Mark(place: Place(file: file, line: line, column: column), text: String(scalar)))
      }
      return marks.count < 20
    }
    return marks
  }

  /// The place of the first replacement character, where bytes were no UTF-8.
  static func firstReplacement(in text: String, file: Int) -> Place {
    var place = Place(file: file, line: 1, column: 1)
    walk(text) { scalar, line, column in
      place = Place(file: file, line: line, column: column)
      return scalar != "\u{FFFD}"
    }
    return place
  }

  private static func walk(_ text: String, _ visit: (Unicode.Scalar, Int, Int) -> Bool) {
    var (line, column) = (1, 1)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      guard visit(scalar, line, column) else { return }
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": (line, column) = (line + 1, 1)
      default: column += 1
      }
      previous = scalar
    }
  }
}
