/// User text made safe for Mermaid, which has no escape that works everywhere.
enum MermaidText {
  /// `text` inside a quoted label of a flowchart. What means something to Mermaid, Markdown or HTML becomes a numeric
  /// character reference; an empty label becomes a space.
  static func label(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text) {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", " ", ".", ",", "-", "(", ")", "?", "!", "'", "/", "=", "+":
        result.unicodeScalars.append(scalar)
      case "%" where !result.hasSuffix("%"): result.unicodeScalars.append(scalar)
      case _ where scalar.value > 127: result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
    // A first sign that Markdown reads as a list or a heading, and "end", which Mermaid reads as its own word.
    let trimmed = result.drop { $0 == " " }
    if let first = trimmed.first,
      "-+.".contains(first) || (first.isASCII && first.isNumber && trimmed.contains(". "))
    {
      result = "\u{200B}" + trimmed
    }
    return result.contains { !$0.isWhitespace } ? result : " "
  }

  /// `text` as a title or a task of a `journey` diagram, which knows no references: signs with a meaning are replaced by
  /// their look-alikes.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text) {
      switch scalar {
      case ":": result += "\u{2236}"
      case ";": result += "\u{204F}"
      case "#": result += "\u{266F}"
      case "%" where result.hasSuffix("%"): result += "\u{2030}"
      case "<": result += "\u{2039}"
      case ">": result += "\u{203A}"
      case "\"": result += "\u{201D}"
      case "&": result += "+"
      case "\\": result += "\u{2216}"
      case "{", "[": result += "("
      case "}", "]": result += ")"
      case "`": result += "\u{2019}"
      case "|": result += "/"
      default: result.unicodeScalars.append(scalar)
      }
    }
    let trimmed = result.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    guard !trimmed.isEmpty else { return "\u{2013}" }
    // A task that begins with a word of the language would be read as that word.
    let first = trimmed.lowercased()
    return ["section", "title", "acc", "journey", "end"].contains { first.hasPrefix($0) }
      ? "\u{200B}" + trimmed : trimmed
  }

  /// Without control characters and without what turns the direction of the text around.
  static func cleaned(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 9, 10, 13, 0x85, 0x2028, 0x2029: " "
      case 0..<32, 127...0x9F, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: nil
      default: scalar
      }
    }
  }
}
