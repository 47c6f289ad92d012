/// Numbers as text, the same in every place of the world: full stop, thousands comma, real minus sign.
public enum DecimalText {
  /// U+2212, as wide as a plus and never broken off at a line's end like a hyphen.
  public static let minus = "\u{2212}"

  /// A number with `places` digits after the stop; negative places round to tens, hundreds and so on.
  ///
  /// Halves go away from zero. What rounds to nothing has no sign. Numbers that are not finite give "unknown";
  /// sizes of 2^54 and more, beyond all whole digits, are written by Swift's own shortest description.
  public static func fixed(_ value: Double, places: Int, plus: Bool = false) -> String {
    guard value.isFinite else { return "unknown" }
    let size = Swift.abs(value)
    guard size < 0x1p54 else { return sign(value, plus) + size.description }
    let places = Swift.min(15, Swift.max(-15, places))
    let power = powerOfTen(Swift.abs(places))
    let rounded = (places >= 0 ? size * power : size / power).rounded(.toNearestOrAwayFromZero)
    // Beyond 2^63 there are more digits asked for than a Double has; fewer places say the same.
    guard rounded < 9e18 else { return fixed(value, places: places - 1, plus: plus) }
    let digits = Int64(rounded)
    if digits == 0 { return places > 0 ? "0." + String(repeating: "0", count: places) : "0" }
    let sign = sign(value, plus)
    guard places > 0 else {
      return sign + grouped(String(digits) + String(repeating: "0", count: -places))
    }
    var text = String(digits)
    if text.count <= places { text = String(repeating: "0", count: places - text.count + 1) + text }
    return sign + grouped(String(text.dropLast(places))) + "." + text.suffix(places)
  }

  /// A number with at most `digits` significant digits and no zeros after the last that counts.
  public static func significant(_ value: Double, digits: Int = 6, plus: Bool = false) -> String {
    guard value.isFinite, value != 0 else { return fixed(value, places: 0) }
    let places = Swift.max(0, digits - 1 - magnitude(value))
    var text = fixed(value, places: places, plus: plus)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A whole number with thousands commas.
  public static func count(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude))
  }

  /// The exponent of the leading decimal digit: 2 for 417, -1 for 0.5. The value must be finite and not 0.
  static func magnitude(_ value: Double) -> Int {
    var size = Swift.abs(value)
    var exponent = 0
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    return exponent
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  private static func sign(_ value: Double, _ plus: Bool) -> String {
    value < 0 ? minus : plus && value > 0 ? "+" : ""
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
