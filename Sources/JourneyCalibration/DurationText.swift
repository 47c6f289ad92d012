import Foundation
import JourneyModel

/// Durations as a scenario writes them: three significant digits and the largest unit that keeps the number above 2.
public enum DurationText {
  private static let units: [(seconds: Double, name: String)] = [
    (86_400, "d"), (3600, "h"), (60, "m"), (1, "s"),
  ]

  /// A law as the value of `takes`; two ends that read the same become one fixed duration.
  public static func text(_ law: DurationLaw) -> String {
    switch law {
    case .fixed(let seconds): return "fixed \(text(seconds: seconds))"
    case .lognormal(let median, let p90):
      let (low, high) = (text(seconds: median), text(seconds: p90))
      return low == high ? "fixed \(low)" : "\(low)..\(high)"
    }
  }

  /// A number of seconds, at least 0, with its unit.
  public static func text(seconds: Double, digits: Int = 3) -> String {
    let unit = units.first { seconds >= 2 * $0.seconds } ?? (1, "s")
    return decimal(seconds / unit.seconds, digits: digits) + unit.name
  }

  /// A number of at least 0 rounded to so many significant digits, without exponent and without trailing zeros.
  static func decimal(_ value: Double, digits: Int) -> String {
    guard value > 0, value.isFinite else { return "0" }
    let places = max(0, digits - 1 - Int(log10(value).rounded(.down)))
    let scaled = (value * pow(10, Double(places))).rounded()
    guard scaled < 9e15 else { return String(Int(value.rounded())) }
    var figures = String(Int(scaled))
    guard places > 0 else { return figures }
    if figures.count <= places {
      figures = String(repeating: "0", count: places + 1 - figures.count) + figures
    }
    let split = figures.index(figures.endIndex, offsetBy: -places)
    var fraction = figures[split...]
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? String(figures[..<split]) : "\(figures[..<split]).\(fraction)"
  }
}
