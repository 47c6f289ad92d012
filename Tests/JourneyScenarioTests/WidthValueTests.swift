import JourneyScenario
import Testing

@Suite("Widths")
struct WidthValueTests {
  private func read(_ text: String, currency: String = "EUR") throws -> WidthValue {
    try WidthValue.parse(ValueText(text), currency: currency)
  }

  @Test("are points, shares of a figure, times, amounts or plain numbers")
  func kinds() throws {
    for text in ["0.1pt", "0.1 pt", "0.1 points", "0.1 point"] { #expect(try read(text) == .points(0.1)) }
    #expect(try read("1%") == .relative(0.01))
    #expect(try read("30s") == .minutes(0.5))
    #expect(try read("2m") == .minutes(2))
    #expect(try read("1h") == .minutes(60))
    #expect(try read("0.05 EUR") == .money(0.05))
    #expect(try read("2k EUR") == .money(2_000))
    #expect(try read("€5", currency: "€") == .money(5))
    #expect(try read("0.002") == .plain(0.002))
    #expect(try read("0.002", currency: "") == .plain(0.002))
  }

  @Test("are above 0, finite, and in a unit that is known")
  func wrong() {
    for text in ["", "0", "0pt", "-1%", "abc", "1 USD", "pt", "1e999", "0.1.2", "nan", "1,5pt"] {
      #expect(throws: ValueProblem.self, "\(text)") { try read(text) }
    }
  }
}
