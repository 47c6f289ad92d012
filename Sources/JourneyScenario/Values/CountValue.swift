/// A whole number.
package enum CountValue {
  /// Reads a whole number within limits.
  package static func parse(_ text: ValueText, in limits: ClosedRange<Int>, what: String) throws(ValueProblem)
    -> Int
  {
    guard let value = Int(text.string), NumberValue.isDecimal(text.string.utf8) else {
      throw ValueProblem(.badNumber, "\(what) is a whole number, not \"\(text.string)\"", part: text.range)
    }
    guard limits.contains(value) else {
      let message = "\(what) is from \(limits.lowerBound) to \(limits.upperBound), not \(value)"
      throw ValueProblem(.badNumber, message, part: text.range)
    }
    return value
  }

  /// Reads a seed.
  package static func seed(_ text: ValueText) throws(ValueProblem) -> UInt64 {
    guard let value = UInt64(text.string), NumberValue.isDecimal(text.string.utf8) else {
      let message = "a seed is a whole number from 0 to 18446744073709551615, not \"\(text.string)\""
      throw ValueProblem(.badNumber, message, part: text.range)
    }
    return value
  }
}
