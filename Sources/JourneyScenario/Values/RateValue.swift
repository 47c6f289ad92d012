import JourneyModel

/// Something per unit of time: `20000 per day`, `10% per year`.
package enum RateValue {
  /// The units of time and their seconds; a year has 365 days, a month a twelfth of it.
  package static let units: [(unit: String, seconds: Double)] = [
    ("hour", 3_600), ("day", 86_400), ("week", 604_800), ("month", 2_628_000), ("year", 31_536_000),
  ]

  /// Reads a rate, per second.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> Double {
    guard let (number, unit) = text.split(at: " per ") else { throw problem(text, "20000 per day") }
    let value = try NumberValue.parse(number, in: 0...1e12, what: "a rate", .badRate)
    guard let known = units.first(where: { $0.unit == unit.string }) else {
      throw ValueProblem(
        .badRate,
        "\"\(unit.string)\" is not a unit of time here",
        part: unit.range,
        help: ["rates are per hour, day, week, month or year"]
      )
    }
    return value / known.seconds
  }

  /// Reads a share per year, 0.1 for `10% per year`.
  package static func sharePerYear(_ text: ValueText) throws(ValueProblem) -> Double {
    guard let (share, unit) = text.split(at: " per "), unit.string == "year" else {
      throw problem(text, "10% per year")
    }
    return try ProbabilityValue.parse(share).value
  }

  private static func problem(_ text: ValueText, _ example: String) -> ValueProblem {
    ValueProblem(.badRate, "\"\(text.string)\" is not a rate", part: text.range, help: ["write \(example)"])
  }
}
