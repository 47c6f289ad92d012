import JourneyStatistics
import Testing

@Suite("Figure format")
struct FigureFormatTests {
  private func estimate(_ mean: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(
      mean: mean,
      standardError: (high - low) / 4,
      low: low,
      high: high,
      level: 0.95,
      kind: .mean,
      count: 1_000
    )
  }

  @Test("writes a share in percent, to the place that its interval bears")
  func percent() {
    #expect(FigureFormat.percent(estimate(0.41668, 0.41513, 0.41823)).text == "41.7% (41.5 to 41.8)")
    #expect(FigureFormat.percent(estimate(0.41668, 0.41, 0.4234)).text == "41.7% (41.0 to 42.3)")
    #expect(FigureFormat.percent(estimate(0.31, 0.27, 0.35)).text == "31% (27 to 35)")
    #expect(FigureFormat.percent(estimate(0.5, 0.2, 0.8)).text == "50% (20 to 80)")
    #expect(FigureFormat.percent(estimate(0.000_27, 0.000_18, 0.000_36)).text == "0.027% (0.018 to 0.036)")
  }

  @Test("writes numbers with their unit")
  func number() {
    #expect(FigureFormat.number(estimate(72.512, 72.31, 72.71)).text == "72.5 (72.3 to 72.7)")
    #expect(FigureFormat.number(estimate(3.0914, 3.071, 3.112), unit: " visits").value == "3.09 visits")
    #expect(
      FigureFormat.number(estimate(-3.2, -4.1, -2.3)).text == "\u{2212}3.2 (\u{2212}4.1 to \u{2212}2.3)"
    )
    #expect(FigureFormat.number(estimate(12_345, 12_045, 12_645)).text == "12,300 (12,000 to 12,600)")
  }

  @Test("writes exact answers to six digits, without an interval")
  func exact() {
    #expect(FigureFormat.percent(.exact(0.215_875_017)).text == "21.5875%")
    #expect(FigureFormat.number(.exact(4)).text == "4")
  }

  @Test("writes a constant that was simulated with both its ends")
  func constant() {
    #expect(FigureFormat.number(estimate(78, 78, 78)).text == "78 (78 to 78)")
  }

  @Test("writes differences with their sign")
  func signed() {
    #expect(FigureFormat.signed(estimate(0.3104, 0.281, 0.34)).text == "+0.31 (0.28 to 0.34)")
    let loss = FigureFormat.signed(estimate(-0.3104, -0.34, -0.281))
    #expect(loss.text == "\u{2212}0.31 (\u{2212}0.34 to \u{2212}0.28)")
    #expect(FigureFormat.signedPoints(estimate(0.018, 0.011, 0.025)).text == "+1.8 points (1.1 to 2.5)")
    #expect(FigureFormat.signed(estimate(0.31, 0.28, 0.34)).isReal)
  }

  @Test("says in words that there is no real change, and keeps the digits")
  func noRealChange() {
    let unsure = FigureFormat.signed(estimate(0.02, -0.03, 0.07))
    #expect(unsure.text == "no real change (\u{2212}0.03 to 0.07)")
    #expect(unsure.digits == "+0.02")
    #expect(!unsure.isReal)
    let tiny = FigureFormat.signedPoints(estimate(0.0002, 0.0001, 0.0003), smallest: 0.001)
    #expect(tiny.value == FigureFormat.noRealChange)
    #expect(!tiny.isReal)
    let none = FigureFormat.signed(estimate(0, 0, 0))
    #expect(none.text == "no change (0 to 0)")
    #expect(!none.isReal)
  }

  @Test("writes money in full, in thousands or in millions")
  func money() {
    #expect(
      FigureFormat.money(estimate(2.1688, 2.151, 2.187), currency: "EUR").text == "2.17 EUR (2.15 to 2.19)"
    )
    #expect(
      FigureFormat.money(estimate(12_345, 12_045, 12_645), currency: "EUR").text
        == "12.3k EUR (12.0k to 12.6k)"
    )
    #expect(
      FigureFormat.signedMoney(estimate(1_204_000, 1_174_000, 1_234_000), currency: "USD").text
        == "+1.20M USD (1.17M to 1.23M)"
    )
    #expect(FigureFormat.money(.exact(60_000), currency: "EUR").text == "60k EUR")
  }

  @Test("never shows an interval as a point")
  func width() {
    for step in 1...2_000 {
      let half = Double(step) / 1_733
      let figure = FigureFormat.number(estimate(7.123, 7.123 - half, 7.123 + half))
      let ends = (figure.interval ?? "").split(separator: " ")
      #expect(ends.count == 3 && ends.first != ends.last)
    }
  }

  @Test("finds the place of an interval")
  func places() {
    #expect(FigureFormat.places(halfWidth: 0.03) == 2)
    #expect(FigureFormat.places(halfWidth: 0.99) == 1)
    #expect(FigureFormat.places(halfWidth: 1) == 0)
    #expect(FigureFormat.places(halfWidth: 250) == -2)
    #expect(FigureFormat.places(halfWidth: 0) == nil)
    #expect(FigureFormat.places(halfWidth: .infinity) == nil)
  }
}
