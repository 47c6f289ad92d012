import JourneyDiagram
import Testing

@Suite("Heat classes")
struct HeatScaleTests {
  @Test("For 25 touchpoints the classes begin at 1.2, 2.5, 4.5, 7, 10 and 13 percent")
  func usual() {
    let scale = HeatScale(touchpoints: 25)
    #expect(scale.labels == ["<1.2%", "1.2", "2.5", "4.5", "7", "10", "13%+"])
    #expect(
      [0, 0.0119, 0.012, 0.03, 0.069, 0.07, 0.12, 0.13, 1].map(scale.level) == [0, 0, 1, 2, 3, 4, 5, 6, 6]
    )
  }

  @Test("With twice the touchpoints the bounds halve, with few they stay possible")
  func scaled() {
    #expect(HeatScale(touchpoints: 50).bounds.last.map { abs($0 - 0.065) < 1e-12 } == true)
    for count in [0, 1, 2, 5, 100_000] {
      let bounds = HeatScale(touchpoints: count).bounds
      #expect(bounds == bounds.sorted() && Set(bounds).count == 6)
      #expect(bounds.allSatisfy { $0 > 0 && $0 <= 0.9 })
    }
  }
}
