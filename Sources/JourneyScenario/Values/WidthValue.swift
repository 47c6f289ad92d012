/// How wide something may be, as an option says it: `0.1pt`, `1%`, `30s`, `0.05 EUR` or a plain number.
package enum WidthValue: Equatable, Sendable {
  /// Points of satisfaction, percentage points of a share: `0.1pt`, `0.1 points`.
  case points(Double)
  /// A share of the figure itself: `1%`.
  case relative(Double)
  /// Minutes: `30s`, `2m`, `1h`, `2d`.
  case minutes(Double)
  /// Money, with the run's currency behind it: `0.05 EUR`.
  case money(Double)
  /// A number in the figure's own unit: `0.002`.
  case plain(Double)

  /// Reads a width, which is above 0.
  ///
  /// - Parameter currency: of the run; empty where it has none.
  package static func parse(_ text: ValueText, currency: String) throws(ValueProblem) -> WidthValue {
    if let number = text.before(anyOf: ["%"]) {
      return .relative(try positive(number, text) / 100)
    }
    if let number = text.before(anyOf: ["points", "point", "pt"]) {
      return .points(try positive(number, text))
    }
    if !currency.isEmpty, let number = text.before(anyOf: [currency]) {
      return .money(try positive(try MoneyValue.parse(number), text))
    }
    if !currency.isEmpty, let number = text.after(prefix: currency) {
      return .money(try positive(try MoneyValue.parse(number), text))
    }
    let (number, rest) = text.leadingNumber()
    if !number.isEmpty, DurationValue.units.contains(where: { $0.unit == rest.string }) {
      return .minutes(try positive(try DurationValue.fixed(text) / 60, text))
    }
    return .plain(try positive(text, text))
  }

  private static func positive(_ number: ValueText, _ whole: ValueText) throws(ValueProblem) -> Double {
    let string = number.string
    guard NumberValue.isDecimal(string.utf8), let value = Double(string), value.isFinite else {
      throw ValueProblem(
        .badNumber,
        "\"\(whole.string)\" is no width",
        part: whole.range,
        help: ["write 0.1pt (points), 1% (of the figure), 30s, an amount with its currency, or a number"]
      )
    }
    return try positive(value, whole)
  }

  private static func positive(_ value: Double, _ whole: ValueText) throws(ValueProblem) -> Double {
    guard value > 0 else {
      throw ValueProblem(.badNumber, "a width is above 0, not \(whole.string)", part: whole.range)
    }
    return value
  }
}

extension ValueText {
  /// The text before one of these endings, or nil where it has none of them.
  fileprivate func before(anyOf endings: [String]) -> ValueText? {
    for ending in endings where string.hasSuffix(ending) {
      return dropLast(ending.unicodeScalars.count)
    }
    return nil
  }

  /// The text after a beginning, or nil where it begins otherwise.
  fileprivate func after(prefix: String) -> ValueText? {
    string.hasPrefix(prefix) ? dropFirst(prefix.unicodeScalars.count) : nil
  }
}
