import Foundation

/// How many digits a figure has earned, and the figure written with so many.
public enum Digits {
  /// Decimals that an interval's half-width leaves meaningful: its first significant digit. Negative for tens,
  /// hundreds, …; nil where the half-width is 0 or not a number.
  public static func decimals(halfWidth: Double) -> Int? {
    guard halfWidth.isFinite, halfWidth > 0 else { return nil }
    return max(-6, min(6, -Int(floor(log10(halfWidth)))))
  }

  /// Decimals that show an exact figure in full, four at most.
  public static func decimals(exact value: Double) -> Int {
    (0...4).first { abs((value * pow(10, Double($0))).rounded() - value * pow(10, Double($0))) < 1e-6 } ?? 4
  }

  /// A figure with so many decimals, thousands set apart, and a true minus sign.
  public static func text(_ value: Double, decimals: Int, signed: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    let scale = pow(10, Double(abs(decimals)))
    let rounded = decimals >= 0 ? (value * scale).rounded() : (value / scale).rounded() * scale
    guard abs(rounded) < 9e15 else { return "–" }
    let digits = Int(abs(rounded))
    let places = max(0, decimals)
    let divisor = Int(pow(10, Double(places)))
    var text = grouped(digits / divisor)
    if places > 0 {
      let rest = String(digits % divisor)
      text += "." + String(repeating: "0", count: places - rest.count) + rest
    }
    if rounded < 0 { return "−" + text }
    return signed && rounded > 0 ? "+" + text : text
  }

  /// A whole number with thousands set apart.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
