import JourneyModel
import JourneyStatistics

/// A figure in words: value, unit and interval, rounded together.
public struct Figure: Sendable, Hashable {
  /// The value without its unit ("41.7").
  public var value: String
  /// What stands before the value ("£"), if anything.
  public var prefix: String
  /// What stands after the value ("%", " points"), if anything.
  public var suffix: String
  /// The interval without units ("41.5 to 41.8"), or nil for an exact value.
  public var interval: String?

  /// Value with unit ("41.7%").
  public var short: String { Self.dressed(value, prefix: prefix, suffix: suffix) }

  /// Value, unit and interval ("41.7% (41.5 to 41.8)").
  public var long: String { interval.map { "\(short) (\($0))" } ?? short }

  private static func dressed(_ value: String, prefix: String, suffix: String) -> String {
    guard let sign = value.first, sign == "+" || sign == "−" else { return prefix + value + suffix }
    return String(sign) + prefix + String(value.dropFirst()) + suffix
  }

  /// Writes an estimate in its unit; digits follow the interval.
  public init(_ estimate: Estimate, in unit: MetricUnit, currency: String = "") {
    self.init(
      estimate,
      style: FigureStyle(unit: unit, currency: currency, around: estimate.mean),
      signed: false
    )
  }

  /// Writes a difference in its unit, with its sign; percentages differ by points.
  ///
  /// - Parameter size: the value that stands beside it, so that both are in days or both in minutes.
  public init(
    difference estimate: Estimate,
    in unit: MetricUnit,
    currency: String = "",
    likeFor size: Double? = nil
  ) {
    var style = FigureStyle(unit: unit, currency: currency, around: size ?? estimate.mean)
    if unit == .share || unit == .points { style.suffix = " points" }
    self.init(estimate, style: style, signed: true)
  }

  init(_ estimate: Estimate, style: FigureStyle, signed: Bool) {
    let scaled = estimate.inUnits(of: style)
    prefix = style.prefix
    suffix = style.suffix
    guard scaled.low < scaled.high, let first = FigureFormat.places(halfWidth: scaled.halfWidth) else {
      value = DecimalText.significant(scaled.mean, plus: signed)
      interval = nil
      return
    }
    // A percentage or points to the nearest ten would say less than is known, however wide the interval.
    var places = style.isOfHundred ? max(0, first) : first
    let isShare = !signed && style.suffix == "%"
    func text(_ figure: Double) -> String {
      // None and all are whole: "100.000%" would look measured to three places.
      isShare && (figure == 0 || figure == 100)
        ? DecimalText.fixed(figure, places: 0)
        : DecimalText.fixed(figure, places: places, plus: signed && scaled.low < 0)
    }
    func isNothing(_ figure: Double) -> Bool { figure != 0 && DecimalText.isZero(figure, places: places) }
    // An interval that rounds to one figure would look exact, and one whose end rounds to 0 would seem to hold it.
    while places < 6,
      text(scaled.low) == text(scaled.high)
        || (scaled.excludesZero && (isNothing(scaled.low) || isNothing(scaled.high)))
    {
      places += 1
    }
    value = isShare ? text(scaled.mean) : DecimalText.fixed(scaled.mean, places: places, plus: signed)
    interval = text(scaled.low) + " to " + text(scaled.high)
  }
}

extension DecimalText {
  /// Whether a figure rounds to nothing at so many places.
  static func isZero(_ value: Double, places: Int) -> Bool {
    !fixed(value, places: places).contains { $0.isNumber && $0 != "0" }
  }
}

extension Estimate {
  /// The estimate in the units that are shown.
  func inUnits(of style: FigureStyle) -> Estimate { style.scale == 1 ? self : scaled(by: style.scale) }
}

/// How a unit is written.
struct FigureStyle: Sendable {
  var scale = 1.0
  var prefix = ""
  var suffix = ""
  /// Whether it runs from 0 to 100.
  var isOfHundred = false

  init(unit: MetricUnit, currency: String, around value: Double) {
    isOfHundred = unit == .share || unit == .points
    switch unit {
    case .share: (scale, suffix) = (100, "%")
    case .points, .npsScale, .csatScale, .cesScale, .count: break
    case .money:
      prefix = currency.isEmpty || currency.contains(where: \.isLetter) ? "" : currency
      suffix = prefix.isEmpty && !currency.isEmpty ? " " + currency : ""
    case .minutes:
      let size = abs(value)
      if size >= 3 * 24 * 60 {
        (scale, suffix) = (1 / (24.0 * 60), " days")
      } else if size >= 180 {
        (scale, suffix) = (1 / 60.0, " hours")
      } else {
        suffix = " min"
      }
    }
  }
}

extension Figure {
  /// A value that was typed, without an interval: at most one decimal.
  public static func plain(_ value: Double, in unit: MetricUnit, currency: String = "") -> String {
    let style = FigureStyle(unit: unit, currency: currency, around: value)
    let scaled = value * style.scale
    let decimals = (scaled * 10).rounded() == 10 * scaled.rounded() ? 0 : 1
    return dressed(DecimalText.fixed(scaled, places: decimals), prefix: style.prefix, suffix: style.suffix)
  }

  /// A share in whole percents, for running text and small marks: "27%", "<1%", "0%".
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    if share > 0 && share < 0.005 { return "<1%" }
    if share < 1 && share >= 0.995 { return ">99%" }
    return DecimalText.fixed(share * 100, places: 0) + "%"
  }

  /// An amount in the run's currency without an interval ("£60,000").
  public static func money(_ amount: Double, currency: String) -> String {
    let style = FigureStyle(unit: .money, currency: currency, around: amount)
    let places = amount == amount.rounded() || abs(amount) >= 1_000 ? 0 : 2
    return dressed(DecimalText.fixed(amount, places: places), prefix: style.prefix, suffix: style.suffix)
  }
}
