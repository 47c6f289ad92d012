/// User text made safe for Markdown as code hosts and wikis read it: it looks as it was written, starts no markup, and
/// calls nobody.
///
/// What a host turns into a link only after it has read the Markdown (`@name`, `#12`, addresses, `:smile:`) cannot be
/// escaped, so a space without width breaks it apart.
enum MarkdownText {
  /// A space without width, by a name that stays visible in the source.
  private static let gap = "&#8203;"

  /// `text` on one line, inside a paragraph, a heading, an item or a table's cell.
  ///
  /// - Complexity: O(length).
  static func line(_ text: String) -> String {
    let scalars = Array(oneLine(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let rest = scalars[(index + 1)...]
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // The form that hosts with formulas between two of these document for one that is money.
      case "$": result += "<span>$</span>"
      case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\\(scalar)"
      case "@": result += "@" + gap
      case "#": result += rest.first.map(isDigit) == true ? "#" + gap : "\\#"
      case ":": result += startsLinkOrSign(rest) ? ":" + gap : ":"
      case "." where result.hasSuffix("www"): result += gap + "."
      case "-" where result.hasSuffix("GH") && rest.first.map(isDigit) == true: result += "-" + gap
      case "-", "+", "=", ".", ")":
        result += (opensBlock(scalar, at: index, in: scalars) ? "\\" : "") + "\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` between fences: as it is, without control characters, under a fence that is longer than any in it.
  static func fenced(_ text: String, _ language: String) -> String {
    let clean = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0.unicodeScalars.filter { !isHidden($0) || $0 == "\t" })) }
      .joined(separator: "\n")
    var (longest, run) = (0, 0)
    for character in clean {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(clean.hasSuffix("\n") ? String(clean.dropLast()) : clean)\n\(fence)"
  }

  // MARK: Parts

  /// White space of every kind as single blanks, without control characters and what turns the direction of text.
  private static func oneLine(_ text: String) -> String {
    let spaced = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      scalar.properties.isWhitespace && scalar.value < 0x3000 && scalar != "\u{A0}"
        ? " " : isHidden(scalar) ? nil : scalar
    }
    return String(String.UnicodeScalarView(spaced)).split(separator: " ").joined(separator: " ")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a colon belongs to an address ("://", "mailto:") or opens a sign such as ":smile:".
  private static func startsLinkOrSign(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    if rest.starts(with: ["/", "/"]) { return true }
    let name = rest.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || isDigit($0) || "+-_".unicodeScalars.contains($0))
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ":"
  }

  /// Whether a sign would open a list, or underline what stands above, if the text stood at the start of a line.
  private static func opensBlock(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar])
    -> Bool
  {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalar {
    case "-", "=": return index == 0 && (next == " " || next == scalar)
    case "+": return index == 0 && next == " "
    default: return index > 0 && index < 10 && next == " " && scalars[..<index].allSatisfy(isDigit)
    }
  }
}
