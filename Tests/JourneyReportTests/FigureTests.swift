import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Figures in words")
struct FigureTests {
  @Test(
    "have the digits that the interval bears",
    arguments: [
      (0.41651, 0.0013, "41.7% (41.5 to 41.8)"), (0.4165, 0.02, "42% (40 to 44)"),
      (0.4165, 0.00004, "41.650% (41.646 to 41.654)"),
    ]
  )
  func shares(mean: Double, half: Double, text: String) {
    #expect(Figure(estimate(mean, half), in: .share).long == text)
  }

  @Test("of none and of all are whole, whatever the interval bears")
  func whole() {
    let all = Estimate(
      mean: 1,
      standardError: 0,
      low: 0.99996,
      high: 1,
      level: 0.95,
      kind: .share,
      count: 100_000
    )
    #expect(Figure(all, in: .share).long == "100% (99.996 to 100)")
    var none = all
    (none.mean, none.low, none.high) = (0, 0, 0.00004)
    #expect(Figure(none, in: .share).long == "0% (0 to 0.004)")
    (none.mean, none.low) = (0.99999, 0.99996)
    #expect(Figure(none, in: .share).short != "100%")
  }

  @Test("carry a sign and points when they are differences of shares")
  func differences() {
    let figure = Figure(difference: estimate(0.0031, 0.0003), in: .share)
    #expect(figure.long == "+0.31 points (0.28 to 0.34)")
    let fall = Figure(difference: estimate(-0.0031, 0.0003), in: .share)
    #expect(fall.long == "−0.31 points (−0.34 to −0.28)")
  }

  @Test("never round the end of a real difference to nothing")
  func realEnds() {
    let figure = Figure(difference: estimate(0.0013, 0.0011), in: .share)
    #expect(figure.interval == "0.02 to 0.24")
    // The twin: where the interval holds zero, its end may round to it.
    let none = Figure(difference: estimate(0.0010, 0.0011), in: .share)
    #expect(none.interval == "0.0 to +0.2")
  }

  @Test("show exact values in full and without an interval")
  func exact() {
    let figure = Figure(.exact(0.021), in: .count)
    #expect(figure.long == "0.021")
    #expect(Figure(.exact(0.4), in: .share).long == "40%")
  }

  @Test("put the currency where it belongs")
  func money() {
    #expect(Figure(estimate(2.401, 0.008), in: .money, currency: "£").short == "£2.401")
    #expect(Figure(estimate(2.4, 0.08), in: .money, currency: "EUR").short == "2.40 EUR")
    #expect(Figure(difference: estimate(-2.4, 0.08), in: .money, currency: "£").short == "−£2.40")
    #expect(Figure.money(120_000, currency: "£") == "£120,000")
    #expect(Figure.money(0.5, currency: "EUR") == "0.50 EUR")
  }

  @Test("take hours and days for long times")
  func minutes() {
    #expect(Figure(estimate(42, 1), in: .minutes).short == "42 min")
    #expect(Figure(estimate(240, 30), in: .minutes).short == "4.0 hours")
    #expect(Figure(estimate(14_400, 1_440), in: .minutes).short == "10 days")
  }

  @Test(
    "never say 0% of something or 100% of less than all",
    arguments: [(0.0, "0%"), (0.0001, "<1%"), (0.005, "1%"), (0.274, "27%"), (0.997, ">99%"), (1.0, "100%")]
  )
  func percent(share: Double, text: String) { #expect(Figure.percent(share) == text) }
}
