/// How wide text is, and how to make it fit.
///
/// Widths are those of DejaVu Sans Condensed; Arial and Helvetica, which a browser may take instead, are about the same.
/// Signs outside ASCII are estimated on the wide side, so a text that fits here fits on paper.
public enum Lettering {
  /// The fonts to look for, best first.
  public static let fonts = "DejaVu Sans Condensed,Helvetica Neue,Arial,sans-serif"

  /// Width in points of one line of text at a size in points.
  public static func width(of text: String, size: Double, bold: Bool = false) -> Double {
    let advances = bold ? boldAdvances : plainAdvances
    var thousandths = 0
    for character in text {
      guard let first = character.unicodeScalars.first else { continue }
      let code = Int(first.value)
      thousandths += (32..<127).contains(code) ? advances[code - 32] : estimate(first, bold: bold)
    }
    return Double(thousandths) / 1000 * size
  }

  /// `text` if it fits in `width` points, else its beginning and "…".
  public static func fit(_ text: String, width: Double, size: Double, bold: Bool = false) -> String {
    if self.width(of: text, size: size, bold: bold) <= width { return text }
    let room = width - self.width(of: "…", size: size, bold: bold)
    var kept = ""
    var used = 0.0
    for character in text {
      used += self.width(of: String(character), size: size, bold: bold)
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `text` broken between words into at most `lines` lines of `width` points; what is left over ends in "…".
  public static func wrap(
    _ text: String,
    width: Double,
    size: Double,
    bold: Bool = false,
    lines: Int
  ) -> [String] {
    var words = text.split(separator: " ").map(String.init)[...]
    var result: [String] = []
    while let word = words.popFirst() {
      if result.count + 1 >= lines {
        let rest = ([word] + words).joined(separator: " ")
        return result + [fit(rest, width: width, size: size, bold: bold)]
      }
      var line = word
      while let next = words.first, self.width(of: line + " " + next, size: size, bold: bold) <= width {
        line += " " + next
        words.removeFirst()
      }
      if self.width(of: line, size: size, bold: bold) > width {
        // One word wider than the line: break inside it and go on with its rest.
        let head = prefix(of: line, width: width, size: size, bold: bold)
        if head.count < line.count { words = [String(line.dropFirst(head.count))] + words }
        line = head
      }
      result.append(line)
    }
    return result
  }

  private static func prefix(of text: String, width: Double, size: Double, bold: Bool) -> String {
    var used = 0.0
    var count = 0
    for character in text {
      used += self.width(of: String(character), size: size, bold: bold)
      if used > width { break }
      count += 1
    }
    return String(text.prefix(max(1, count)))
  }

  private static func estimate(_ scalar: Unicode.Scalar, bold: Bool) -> Int {
    switch scalar.value {
    case 0x2013: 450
    case 0x2018, 0x2019, 0xB7: bold ? 342 : 290
    case 0x201C, 0x201D: bold ? 591 : 466
    case 0xC0...0x24F: scalar.properties.isLowercase ? (bold ? 645 : 575) : (bold ? 780 : 710)
    case 0x2190...0x21FF, 0x2212, 0x25A0...0x27BF: 850
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: 1050
    case 0x1F000...0x1FAFF, 0x2600...0x26FF: 1400
    default: bold ? 1000 : 900
    }
  }

  /// Advance widths of the characters from space to tilde, in thousandths of the size.
  private static let plainAdvances = [
    286, 360, 414, 754, 572, 855, 702, 247, 351, 351, 450, 754, 286, 325, 286, 303, 572, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 303, 303, 754, 754, 754, 478, 900, 615, 617, 628, 693, 568, 518, 697,
    677, 265, 265, 590, 501, 776, 673, 708, 542, 708, 625, 571, 549, 659, 615, 890, 616, 549, 616, 351,
    303, 351, 754, 450, 450, 551, 571, 495, 571, 554, 316, 571, 570, 250, 250, 521, 250, 876, 570, 550,
    571, 571, 370, 469, 353, 570, 532, 736, 532, 532, 472, 572, 303, 572, 754,
  ]

  private static let boldAdvances = [
    313, 410, 469, 754, 626, 901, 785, 275, 411, 411, 470, 754, 342, 374, 342, 329, 626, 626, 626, 626,
    626, 626, 626, 626, 626, 626, 360, 360, 754, 754, 754, 522, 900, 696, 686, 660, 747, 615, 615, 738,
    753, 334, 334, 697, 573, 896, 753, 765, 659, 765, 693, 648, 614, 730, 696, 993, 694, 651, 652, 411,
    329, 411, 754, 450, 450, 607, 644, 533, 644, 610, 391, 644, 641, 308, 308, 598, 308, 938, 641, 618,
    644, 644, 444, 536, 430, 641, 586, 831, 580, 586, 523, 641, 329, 641, 754,
  ]
}
