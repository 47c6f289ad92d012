/// So many moves that were seen: `7241 seen`.
///
/// Its weight is the count, and the counts of a row say how sure their shares are.
package enum SeenValue {
  private static let word = " seen"

  /// Reads a count of moves; nil where the text does not say that they were seen.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> Int? {
    guard let (count, rest) = text.split(at: word), rest.isEmpty else { return nil }
    guard NumberValue.isDecimal(count.string.utf8), let number = Int(count.string),
      (0...Uncertainty.mostCounted).contains(number)
    else {
      throw ValueProblem(
        .badUncertainty,
        "\"\(count.string)\" is no count of moves that were seen",
        part: count.range,
        help: ["write a whole number, as in 7241 seen, without separators"]
      )
    }
    return number
  }
}
