import Foundation

/// How well colours are told apart (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
public enum Contrast {
  /// Red, green and blue of `#rgb` or `#rrggbb`, each 0 to 1.
  public static func parts(_ hex: String) -> [Double] {
    var digits = Array(hex.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    return stride(from: 0, to: 6, by: 2).map {
      $0 + 1 < digits.count ? Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255 : 0
    }
  }

  /// Relative luminance, 0 (black) to 1 (white).
  public static func luminance(_ hex: String) -> Double {
    zip(parts(hex), [0.2126, 0.7152, 0.0722]).map { value, weight in
      weight * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }.reduce(0, +)
  }

  /// The contrast of two colours, 1 (alike) to 21.
  public static func ratio(_ one: String, _ other: String) -> Double {
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// A colour as it is seen through: `alpha` of it over a ground.
  public static func blend(_ hex: String, over ground: String, alpha: Double) -> String {
    "#"
      + zip(parts(hex), parts(ground)).map { above, below in
        let text = String(Int(((above * alpha + below * (1 - alpha)) * 255).rounded()), radix: 16)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }
}
