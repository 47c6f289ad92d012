import JourneyDiagnostics
import Testing

@Suite struct JSONValueTests {
  @Test func `keys keep their order and texts are escaped`() {
    let value = JSONValue.members([
      "b": .text("say \"hi\"\n\u{1}"), "a": .array([.int(1), .number(0.1), .null]), "left out": nil,
    ])
    #expect(value.pretty == "{\n  \"b\": \"say \\\"hi\\\"\\n\\u0001\",\n  \"a\": [1, 0.1, null]\n}")
  }

  @Test(arguments: [(0.1, "0.1"), (3.0, "3"), (-0.0, "0"), (1e300, "1e+300"), (Double.nan, "null")])
  func `numbers are the shortest that read back`(number: Double, text: String) {
    #expect(JSONValue.number(number).pretty == text)
  }

  @Test func `a whole number may be as large as a seed`() {
    #expect(JSONValue.unsigned(.max).pretty == "18446744073709551615")
    #expect(JSONValue.int(.min).pretty == "-9223372036854775808")
  }

  @Test func `an empty object and nested lists stay valid`() {
    #expect(JSONValue.object([]).pretty == "{}")
    #expect(JSONValue.array([.array([.int(1)])]).pretty == "[\n  [1]\n]")
  }
}
