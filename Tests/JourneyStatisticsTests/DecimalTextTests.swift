import JourneyStatistics
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(
    "writes a fixed number of places",
    arguments: [
      (0.0, 0, "0"), (0, 2, "0.00"), (41.68, 1, "41.7"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
      (-0.04, 1, "0.0"),
      (-2.5, 0, "\u{2212}3"), (1_234.5, 1, "1,234.5"), (999.96, 1, "1,000.0"), (1_234_567, 0, "1,234,567"),
      (12_345, -3, "12,000"), (12_500, -3, "13,000"), (-1_250, -2, "\u{2212}1,300"),
      (0.001_234, 5, "0.00123"),
      (.nan, 1, "unknown"), (.infinity, 1, "unknown"), (499, -3, "0"),
    ]
  )
  func fixed(_ value: Double, _ places: Int, _ text: String) {
    #expect(DecimalText.fixed(value, places: places) == text)
  }

  @Test("puts a plus before what is above 0, if asked, but never before nothing")
  func plus() {
    #expect(DecimalText.fixed(0.31, places: 2, plus: true) == "+0.31")
    #expect(DecimalText.fixed(0.001, places: 2, plus: true) == "0.00")
    #expect(DecimalText.fixed(-0.31, places: 2, plus: true) == "\u{2212}0.31")
  }

  @Test("stays sensible where a number has no more digits")
  func limits() {
    #expect(DecimalText.fixed(1e14, places: 8) == "100,000,000,000,000.0000")
    #expect(DecimalText.fixed(1e15, places: 2) == "1,000,000,000,000,000.00")
    #expect(DecimalText.fixed(-1e300, places: 2) == "\u{2212}1e+300")
  }

  @Test(
    "writes the significant digits only",
    arguments: [
      (0.0, "0"), (21.587_501_7, "21.5875"), (0.5, "0.5"), (100, "100"), (1e-9, "0.000000001"),
      (1_234_567.8, "1,234,568"), (-0.25, "\u{2212}0.25"),
    ]
  )
  func significant(_ value: Double, _ text: String) {
    #expect(DecimalText.significant(value) == text)
  }

  @Test("writes counts with thousands commas")
  func counts() {
    #expect(DecimalText.count(0) == "0")
    #expect(DecimalText.count(999) == "999")
    #expect(DecimalText.count(20_000) == "20,000")
    #expect(DecimalText.count(-1_234_567) == "\u{2212}1,234,567")
    #expect(DecimalText.count(.min) == "\u{2212}9,223,372,036,854,775,808")
  }
}
