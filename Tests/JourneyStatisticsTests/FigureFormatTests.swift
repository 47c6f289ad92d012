import JourneyStatistics
import Testing

@Suite("Figure format")
struct FigureFormatTests {
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
