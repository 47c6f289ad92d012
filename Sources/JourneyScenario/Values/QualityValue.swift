import JourneyModel

/// How a touchpoint feels: `78 ± 12`, `78 +- 12` or `78`.
package enum QualityValue {
  /// Reads a law; the discrete form `{60: 50%, 80: 50%}` is a mapping and read by the decoder.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> QualityLaw {
    guard let (mean, deviation) = text.split(at: "±") ?? text.split(at: "+-") else {
      return .constant(try PointsValue.parse(text))
    }
    let center = try NumberValue.parse(mean, in: 0...100, what: "a mean quality", .badQuality)
    let spread = try NumberValue.parse(deviation, in: 0...100, what: "a standard deviation", .badQuality)
    return spread == 0 ? .constant(center) : .normal(mean: center, deviation: spread)
  }
}
