import JourneyStatistics
import Testing

@Suite("Figure text")
struct FigureTextTests {
  @Test("puts the interval in brackets, if there is one")
  func text() {
    let figure = FigureText(value: "41.7%", digits: "41.7%", interval: "41.5 to 41.8")
    #expect(figure.text == "41.7% (41.5 to 41.8)")
    #expect(FigureText(value: "5", digits: "5", interval: nil).text == "5")
    #expect(figure.isReal)
  }
}
