/// An amount in the run's currency: a number, with `k` for thousands and `M` for millions.
package enum MoneyValue {
  /// Reads an amount.
  package static func parse(_ text: ValueText, mayBeNegative: Bool = false) throws(ValueProblem) -> Double {
    let factor: Double =
      switch text.last {
      case "k": 1_000
      case "M": 1_000_000
      default: 1
      }
    let number = factor == 1 ? text : text.dropLast()
    let string = number.string
    guard NumberValue.isDecimal(string.utf8), let value = Double(string), value.isFinite else {
      throw ValueProblem(
        .badMoney,
        "\"\(text.string)\" is not an amount",
        part: text.range,
        help: ["write a number in run.currency, as in 4.90, 60k or 1.5M, without a currency sign"]
      )
    }
    guard value >= 0 || mayBeNegative else {
      throw ValueProblem(.badMoney, "an amount here is at least 0, not \(text.string)", part: text.range)
    }
    return value * factor
  }
}
