/// How sure a number is: a trailing `?` for a guess, `(± 20%)` for a relative uncertainty, and behind a share
/// `of 340`: so many people or visits were measured.
package enum Uncertainty {
  /// What was said about a number.
  package enum Status: Sendable, Hashable {
    /// Nothing.
    case plain
    /// A guess.
    case guess
    /// A relative uncertainty, 0.2 for 20 %.
    case relative(Double)
    /// A share that was measured on so many.
    case counted(Int)
  }

  /// The most that anybody may have counted.
  package static let mostCounted = 1_000_000_000_000

  /// Whether a text may say how sure it is, or count moves that were seen: true more often than it does.
  package static func mayStand(in text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch (before, byte) {
      case (_, UInt8(ascii: "?")), (_, UInt8(ascii: "(")), (UInt8(ascii: "o"), UInt8(ascii: "f")),
        (UInt8(ascii: "e"), UInt8(ascii: "e")):
        return true
      default: before = byte
      }
    }
    return false
  }

  /// Takes the status off the end of a value.
  ///
  /// - Parameter isShare: whether the value is a probability or a share, which alone can be measured `of` so many.
  package static func split(
    _ text: ValueText,
    isShare: Bool = false
  ) throws(ValueProblem) -> (value: ValueText, status: Status) {
    let parts = try taken(off: text, isShare)
    if parts.status != .plain, parts.value.split(at: " seen")?.right.isEmpty == true {
      throw ValueProblem(
        .badUncertainty,
        "a count of moves says by itself how sure it is",
        part: parts.value.range.upperBound..<text.range.upperBound,
        help: ["write \(parts.value.string)"]
      )
    }
    return parts
  }

  private static func taken(
    off text: ValueText,
    _ isShare: Bool
  ) throws(ValueProblem) -> (value: ValueText, status: Status) {
    if text.last == "?" { return (text.dropLast(), .guess) }
    if let (value, count) = text.split(at: " of "), !value.isEmpty {
      return try counted(value, count, isShare)
    }
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

  private static func counted(
    _ value: ValueText,
    _ count: ValueText,
    _ isShare: Bool
  ) throws(ValueProblem) -> (value: ValueText, status: Status) {
    guard isShare else {
      throw ValueProblem(
        .badUncertainty,
        "only a share can be measured of so many, not \"\(value.string)\"",
        part: count.range,
        help: ["write (± 20%), or ? for a guess"]
      )
    }
    guard NumberValue.isDecimal(count.string.utf8), let number = Int(count.string),
      (1...mostCounted).contains(number)
    else {
      throw ValueProblem(
        .badUncertainty,
        "\"\(count.string)\" does not say on how many the share was measured",
        part: count.range,
        help: ["write a whole number, as in 12% of 340, without separators"]
      )
    }
    return (value, .counted(number))
  }
}
