import JourneyModel

/// A probability or share: `15%` or `0.15`, never `15`.
package enum ProbabilityValue {
  /// Reads a probability.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> Probability {
    if text.last == "%" {
      let percent = try NumberValue.parse(text.dropLast(), .badProbability)
      guard let value = Probability(percent / 100) else {
        throw ValueProblem(
          .badProbability,
          "a probability is from 0 % to 100 %, not \(text.string)",
          part: text.range
        )
      }
      return value
    }
    let number = try NumberValue.parse(text, .badProbability)
    guard let value = Probability(number) else {
      if number > 1, number <= 100 {
        throw ValueProblem(
          .badProbability,
          "\(text.string) is not a probability; did you mean \(text.string)%?",
          part: text.range,
          replacement: "\(text.string)%"
        )
      }
      throw ValueProblem(
        .badProbability,
        "a probability is from 0 to 1 (or 0 % to 100 %), not \(text.string)",
        part: text.range
      )
    }
    return value
  }

  /// A share as a percentage, with no more digits than it needs.
  package static func shown(_ share: Double) -> String {
    let rounded = (share * 1e8).rounded() / 1e6
    return "\(NumberValue.shown(rounded)) %"
  }
}
