/// A colour: `#RRGGBB`.
package enum ColourValue {
  /// Reads a colour.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> String {
    let string = text.string
    let digits = string.dropFirst().utf8
    let isHex = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
    guard string.hasPrefix("#"), digits.count == 6, isHex else {
      throw ValueProblem(
        .badColour,
        "\"\(string)\" is not a colour",
        part: text.range,
        help: ["write \"#1F6FB2\", in quotes"]
      )
    }
    return string.uppercased()
  }
}
