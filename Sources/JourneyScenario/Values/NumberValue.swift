/// A decimal number: digits with a point and, where it helps, an exponent; nothing else.
package enum NumberValue {
  /// Reads a number.
  package static func parse(_ text: ValueText, _ code: FindingCode = .badNumber) throws(ValueProblem)
    -> Double
  {
    let string = text.string
    guard isDecimal(string.utf8), let value = Double(string), value.isFinite else {
      throw ValueProblem(
        code,
        text.isEmpty ? "a number is missing" : "\"\(string)\" is not a number",
        part: text.range,
        help: hints(string)
      )
    }
    return value
  }

  /// Reads a number within limits.
  package static func parse(
    _ text: ValueText,
    in limits: ClosedRange<Double>,
    what: String,
    _ code: FindingCode = .badNumber
  ) throws(ValueProblem) -> Double {
    let value = try parse(text, code)
    guard limits.contains(value) else {
      let allowed =
        limits.upperBound == .infinity
        ? "at least \(shown(limits.lowerBound))"
        : "from \(shown(limits.lowerBound)) to \(shown(limits.upperBound))"
      throw ValueProblem(code, "\(what) is \(allowed), not \(text.string)", part: text.range)
    }
    return value
  }

  /// Whether a text is a decimal number: `-`, digits, a point with digits, an exponent.
  ///
  /// - Complexity: O(length).
  package static func isDecimal(_ text: String.UTF8View) -> Bool {
    var bytes = text.makeIterator()
    var byte = bytes.next()
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    if byte == UInt8(ascii: "-") { byte = bytes.next() }
    guard isDigit(byte) else { return false }
    while isDigit(byte) { byte = bytes.next() }
    if byte == UInt8(ascii: ".") {
      byte = bytes.next()
      guard isDigit(byte) else { return false }
      while isDigit(byte) { byte = bytes.next() }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      byte = bytes.next()
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { byte = bytes.next() }
      guard isDigit(byte) else { return false }
      while isDigit(byte) { byte = bytes.next() }
    }
    return byte == nil
  }

  /// A number as people write it: no fraction where there is none.
  package static func shown(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let text = String(value)
    return text
  }

  private static func hints(_ text: String) -> [String] {
    let lowered = text.lowercased()
    if lowered.contains("nan") || lowered.contains("inf") { return ["numbers are finite"] }
    if lowered.hasPrefix("0x") { return ["numbers are decimal"] }
    if text.contains(",") || text.contains("_") || text.contains("'") {
      return ["write digits without separators and a point before decimals, as in 1500.5"]
    }
    return []
  }
}
