/// Estimates as text, with as many digits as their intervals bear.
///
/// The half-width of the interval is taken to one significant digit, and value and ends are rounded to that place.
/// So nobody reads a digit that is noise, and an interval never looks like a point.
public enum FigureFormat {
  /// What is written for a difference whose interval holds 0.
  public static let noRealChange = "no real change"
  /// What is written for a difference that is 0 for every traveller.
  public static let noChange = "no change"

  /// A share as "41.7%" with "41.5 to 41.8".
  public static func percent(_ estimate: Estimate) -> FigureText {
    plain(estimate.scaled(by: 100), unit: "%")
  }

  /// A number as "72.5" with "72.3 to 72.7", followed by a unit such as " points" if one is given.
  public static func number(_ estimate: Estimate, unit: String = "") -> FigureText {
    plain(estimate, unit: unit)
  }

  /// An amount as "2.17 EUR", "12.3k EUR" or "1.20M EUR" with its interval.
  public static func money(_ estimate: Estimate, currency: String) -> FigureText {
    let scale = MoneyScale(of: estimate)
    return plain(
      estimate.scaled(by: 1 / scale.factor),
      unit: scale.suffix + " " + currency,
      endUnit: scale.suffix
    )
  }

  /// A difference as "+0.31" with "0.28 to 0.34"; in words where there is none.
  ///
  /// `smallest` is the least difference that matters to the reader, in the estimate's unit.
  public static func signed(_ estimate: Estimate, unit: String = "", smallest: Double = 0) -> FigureText {
    difference(estimate, unit: unit, endUnit: "", smallest: smallest)
  }

  /// A difference of shares as "+1.2 points" with its interval; `smallest` is a share, too.
  public static func signedPoints(_ estimate: Estimate, smallest: Double = 0) -> FigureText {
    difference(estimate.scaled(by: 100), unit: " points", endUnit: "", smallest: smallest * 100)
  }

  /// A difference of amounts as "+1.20M EUR" with its interval; `smallest` is an amount.
  public static func signedMoney(
    _ estimate: Estimate,
    currency: String,
    smallest: Double = 0
  ) -> FigureText {
    let scale = MoneyScale(of: estimate)
    return difference(
      estimate.scaled(by: 1 / scale.factor),
      unit: scale.suffix + " " + currency,
      endUnit: scale.suffix,
      smallest: smallest / scale.factor
    )
  }

  /// The number of decimal places that an interval's half-width bears; negative for tens and more.
  ///
  /// nil without a width, or with one that is not finite.
  public static func places(halfWidth: Double) -> Int? {
    guard halfWidth > 0, halfWidth.isFinite else { return nil }
    return -DecimalText.magnitude(halfWidth)
  }

  private static func plain(_ estimate: Estimate, unit: String, endUnit: String = "") -> FigureText {
    let digits = text(estimate.mean, estimate, plus: false) + unit
    return FigureText(value: digits, digits: digits, interval: interval(estimate, endUnit))
  }

  private static func difference(
    _ estimate: Estimate,
    unit: String,
    endUnit: String,
    smallest: Double
  ) -> FigureText {
    let digits = text(estimate.mean, estimate, plus: true) + unit
    let nothing = estimate.mean == 0 && estimate.low == 0 && estimate.high == 0
    let isReal = estimate.excludesZero && Swift.abs(estimate.mean) >= smallest
    let value = nothing ? noChange : isReal ? digits : noRealChange
    return FigureText(value: value, digits: digits, interval: interval(estimate, endUnit), isReal: isReal)
  }

  private static func interval(_ estimate: Estimate, _ unit: String) -> String? {
    if estimate.kind == .exact { return nil }
    let low = text(estimate.low, estimate, plus: false)
    let high = text(estimate.high, estimate, plus: false)
    return "\(low)\(unit) to \(high)\(unit)"
  }

  private static func text(_ value: Double, _ estimate: Estimate, plus: Bool) -> String {
    guard let places = places(halfWidth: estimate.halfWidth) else {
      return DecimalText.significant(value, plus: plus)
    }
    return DecimalText.fixed(value, places: places, plus: plus)
  }
}

/// Thousands and millions, for amounts that would be hard to read in full.
private struct MoneyScale {
  var factor: Double
  var suffix: String

  init(of estimate: Estimate) {
    let size = Swift.max(Swift.abs(estimate.low), Swift.abs(estimate.high))
    if size >= 1e6 {
      (factor, suffix) = (1e6, "M")
    } else if size >= 1e4 {
      (factor, suffix) = (1e3, "k")
    } else {
      (factor, suffix) = (1, "")
    }
  }
}
