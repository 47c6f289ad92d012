import JourneyModel

/// How much a pain point hurts: points, `12 ± 4`, or a word.
package enum SeverityValue {
  /// The words and their points.
  package static let words: [(word: String, points: Double)] = [("mild", 5), ("clear", 12), ("severe", 25)]

  /// Reads a law and, where a word was used, the word.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> (law: SeverityLaw, word: String?) {
    let string = text.string
    if let known = words.first(where: { $0.word == string }) { return (.constant(known.points), known.word) }
    if let (mean, deviation) = text.split(at: "±") ?? text.split(at: "+-") {
      let center = try NumberValue.parse(mean, in: 0...100, what: "a mean severity", .badSeverity)
      let spread = try NumberValue.parse(deviation, in: 0...100, what: "a standard deviation", .badSeverity)
      return (spread == 0 ? .constant(center) : .normal(mean: center, deviation: spread), nil)
    }
    guard NumberValue.isDecimal(string.utf8) else {
      throw ValueProblem(
        .badSeverity,
        "\"\(string)\" does not say how many points are lost",
        part: text.range,
        help: ["write points from 0 to 100, 12 ± 4, or mild, clear or severe"]
      )
    }
    let points = try NumberValue.parse(text, in: 0...100, what: "a severity in points", .badSeverity)
    return (.constant(points), nil)
  }
}
