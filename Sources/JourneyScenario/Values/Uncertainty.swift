/// How sure a number is: a trailing `?` for a guess, `(± 20%)` for a relative uncertainty.
package enum Uncertainty {
  /// What was said about a number.
  package enum Status: Sendable, Hashable {
    /// Nothing.
    case plain
    /// A guess.
    case guess
    /// A relative uncertainty, 0.2 for 20 %.
    case relative(Double)
  }

  /// Takes the status off the end of a value.
  package static func split(_ text: ValueText) throws(ValueProblem) -> (value: ValueText, status: Status) {
    if text.last == "?" { return (text.dropLast(), .guess) }
    guard text.last == ")", let (value, bracket) = text.split(at: "(") else { return (text, .plain) }
    let inside = bracket.dropLast()
    guard let (before, share) = inside.split(at: "±") ?? inside.split(at: "+-"), before.isEmpty else {
      throw ValueProblem(
        .badUncertainty,
        "\"(\(inside.string))\" does not say how sure the number is",
        part: (bracket.range.lowerBound - 1)..<text.range.upperBound,
        help: ["write (± 20%), or ? for a guess"]
      )
    }
    guard share.last == "%" else {
      throw ValueProblem(
        .badUncertainty,
        "an uncertainty is in percent of the number, not \(share.string)",
        part: share.range,
        help: ["write (± 20%)"]
      )
    }
    let percent = try NumberValue.parse(
      share.dropLast(),
      in: 0...1_000,
      what: "an uncertainty",
      .badUncertainty
    )
    return (value, .relative(percent / 100))
  }
}
