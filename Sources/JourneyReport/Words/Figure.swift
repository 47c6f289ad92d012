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
  public init(difference estimate: Estimate, in unit: MetricUnit, currency: String = "") {
    var style = FigureStyle(unit: unit, currency: currency, around: estimate.mean)
    if unit == .share || unit == .points { style.suffix = " points" }
    self.init(estimate, style: style, signed: true)
  }

  init(_ estimate: Estimate, style: FigureStyle, signed: Bool) {
    let mean = estimate.mean * style.scale
    let low = estimate.low * style.scale
    let high = estimate.high * style.scale
    var decimals = Digits.decimals(halfWidth: max(high - mean, mean - low)) ?? Digits.decimals(exact: mean)
    // An interval that rounds to one figure would look exact.
    while low < high, decimals < 6,
      Digits.text(low, decimals: decimals) == Digits.text(high, decimals: decimals)
    {
      decimals += 1
    }
    prefix = style.prefix
    suffix = style.suffix
    value = Digits.text(mean, decimals: decimals, signed: signed)
    guard low < high else {
      interval = nil
      return
    }
    interval =
      Digits.text(low, decimals: decimals, signed: signed && low < 0) + " to "
      + Digits.text(high, decimals: decimals, signed: signed && low < 0)
  }
}

/// How a unit is written.
struct FigureStyle: Sendable {
  var scale = 1.0
  var prefix = ""
  var suffix = ""

  init(unit: MetricUnit, currency: String, around value: Double) {
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
  /// A share in whole percents, for running text and small marks: "27%", "<1%", "0%".
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    if share > 0 && share < 0.005 { return "<1%" }
    if share < 1 && share >= 0.995 { return ">99%" }
    return Digits.text(share * 100, decimals: 0) + "%"
  }

  /// An amount in the run's currency without an interval ("£60,000").
  public static func money(_ amount: Double, currency: String) -> String {
    let style = FigureStyle(unit: .money, currency: currency, around: amount)
    let decimals = amount == amount.rounded() || abs(amount) >= 1_000 ? 0 : 2
    return dressed(Digits.text(amount, decimals: decimals), prefix: style.prefix, suffix: style.suffix)
  }
}
