import JourneyModel

/// A wish: `at least 43%`, `at most 2.40`.
package enum ComparisonValue {
  /// Reads the side that is wished for and leaves the figure.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> (Target.Comparison, ValueText) {
    if let rest = text.after(word: "at least") { return (.atLeast, rest) }
    if let rest = text.after(word: "at most") { return (.atMost, rest) }
    throw ValueProblem(
      .badComparison,
      "\"\(text.string)\" does not say at least or at most",
      part: text.range,
      help: ["write at least \(text.string) or at most \(text.string)"]
    )
  }
}
