import JourneyModel

/// A duration: `90s`, `2d`, `fixed 2d`, or `2m..6m` for median and 90th percentile.
package enum DurationValue {
  /// The units and their seconds.
  package static let units: [(unit: String, seconds: Double)] = [
    ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800),
  ]

  /// Reads a law.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> DurationLaw {
    if let (median, p90) = text.split(at: "..") {
      let low = try seconds(median)
      let high = try seconds(p90)
      guard low > 0, high > low else {
        throw ValueProblem(
          .badDuration,
          "\(text.string) is median..90th percentile, so the second is longer than the first and both are above 0",
          part: text.range
        )
      }
      return .lognormal(medianSeconds: low, p90Seconds: high)
    }
    return .fixed(seconds: try fixed(text))
  }

  /// Reads a duration that does not vary, in seconds.
  package static func fixed(_ text: ValueText) throws(ValueProblem) -> Double {
    if text.split(at: "..") != nil {
      throw ValueProblem(.badDuration, "one duration stands here, not a range", part: text.range)
    }
    return try seconds(text.after(word: "fixed") ?? text)
  }

  /// Reads a number with its unit, in seconds.
  private static func seconds(_ text: ValueText) throws(ValueProblem) -> Double {
    let (number, unit) = text.leadingNumber()
    guard !number.isEmpty else {
      throw problem(text)
    }
    let value = try NumberValue.parse(number, in: 0...1e9, what: "a duration", .badDuration)
    guard let known = units.first(where: { $0.unit == unit.string }) else {
      if unit.isEmpty {
        throw ValueProblem(
          .badDuration,
          "\(text.string) has no unit",
          part: text.range,
          help: ["write \(text.string)s, m, h, d or w"]
        )
      }
      if text.string.contains(":") { throw problem(text) }
      throw ValueProblem(
        .badDuration,
        "\"\(unit.string)\" is not a unit of time",
        part: unit.range,
        help: ["units are s, m, h, d and w"]
      )
    }
    return value * known.seconds
  }

  private static func problem(_ text: ValueText) -> ValueProblem {
    ValueProblem(
      .badDuration,
      text.isEmpty ? "a duration is missing" : "\"\(text.string)\" is not a duration",
      part: text.range,
      help: ["write 90s, 2d, or 2m..6m for median..90th percentile"]
    )
  }
}
