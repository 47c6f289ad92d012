import JourneyReport
import Testing

@Suite("Scales")
struct LinearScaleTests {
  @Test("map ends to ends and hold what lies outside")
  func place() {
    let scale = LinearScale(low: 20, high: 80, start: 100, end: 10)
    #expect(scale.place(20) == 100)
    #expect(scale.place(80) == 10)
    #expect(scale.place(50) == 55)
    #expect(scale.place(-5) == 100)
    #expect(scale.place(200) == 10)
  }

  @Test("widen a range without extent, and survive figures that are not finite")
  func degenerate() {
    #expect(LinearScale(low: 5, high: 5, start: 0, end: 100).place(5) == 50)
    #expect(LinearScale(low: .nan, high: 1, start: 0, end: 100).place(0).isFinite)
    #expect(LinearScale(low: 0, high: .infinity, start: 0, end: 100).place(0).isFinite)
  }

  @Test("have round ticks inside the range")
  func ticks() {
    #expect(LinearScale.ticks(low: -0.2, high: 3.3, about: 4) == [0, 1, 2, 3])
    #expect(LinearScale.ticks(low: 0, high: 100, about: 5) == [0, 20, 40, 60, 80, 100])
    #expect(LinearScale.ticks(low: 1, high: 1, about: 5).isEmpty)
    #expect(LinearScale.ticks(low: 0, high: .infinity, about: 5).isEmpty)
  }

  @Test("round a range outwards")
  func rounded() {
    let range = LinearScale.rounded(low: 43, high: 97, about: 5)
    #expect(range.low == 40)
    #expect(range.high == 100)
  }

  @Test(
    "write coordinates short",
    arguments: [
      (1.0, "1"), (1.005, "1"), (-0.004, "0"), (12.3, "12.3"), (12.345, "12.35"), (-3.05, "-3.05"),
      (Double.nan, "0"), (1e12, "0"),
    ]
  )
  func numbers(value: Double, text: String) { #expect(SVGNumber.text(value) == text) }
}
