/// User text made safe for the three places of a drawing where text can stand.
enum DotText {
  /// `text` for a quoted DOT string whose backslash sequences Graphviz interprets (tooltips, ids, plain labels).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in cleaned(text) {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// `text` as a text node of an HTML-like label; empty text becomes a no-break space, since Graphviz 2.42 takes an
  /// empty element for an error.
  static func markup(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Graphviz replaces sequences such as \N in labels, however they are written; so a look-alike.
      case "\\": result += "\u{2216}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? "&#160;" : result
  }

  /// `text` for the background drawing, where Graphviz counts bytes and knows no escape: the rare signs that would be
  /// read as one are replaced by their look-alikes.
  static func background(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text) {
      switch scalar {
      case "\\": result += "\u{2216}"
      case "\"": result += "\u{201D}"
      // "&lt;" would come out as "<" in some formats; a word joiner breaks the sequence and cannot be seen.
      case "&": result += result.hasSuffix("&") ? "&" : "&\u{2060}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacing("&\u{2060} ", with: "& ")
  }

  /// `text` as a name that is safe in XML ids and style sheets: ASCII letters, digits, "-" and "_"; spaces and signs
  /// become "-", other letters their bytes.
  static func identifier(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 95: result.unicodeScalars.append(Unicode.Scalar(byte))
      case 0..<128: result += "-"
      default: result += String(byte, radix: 16)
      }
    }
    return result
  }

  /// Without control characters, which XML forbids, and with line breaks as spaces.
  private static func cleaned(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 9, 10, 13, 0x85, 0x2028, 0x2029: " "
      case 0..<32, 127...0x9F, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: nil
      default: scalar
      }
    }
  }
}

/// Numbers as DOT writes them, the same on every machine: at most two decimals, no exponent.
enum DotNumber {
  /// A place as Graphviz counts: y upwards.
  static func position(_ point: Point) -> String { "\(text(point.x)),\(text(-point.y))" }

  /// Points in inches with four decimals, so that boxes keep their size in points.
  static func inches(_ points: Double) -> String {
    let tenThousandths = Int((points / 72 * 10_000).rounded())
    let rest = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }

  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let size = abs(hundredths)
    let rest = size % 100
    if rest == 0 { return "\(sign)\(size / 100)" }
    return "\(sign)\(size / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
