import JourneyReport
import JourneyStatistics
import Testing

@Suite("Interval strips")
struct StripTests {
  @Test("hold zero and every interval")
  func range() {
    let range = Strip.range(of: [estimate(3, 1), estimate(5, 0.5)])
    #expect(range.contains(0) && range.contains(5.5))
    #expect(Strip.range(of: [estimate(-3, 1)]).contains(-4))
    #expect(Strip.range(of: []) == -1...1)
  }

  @Test("show an interval too small to be seen as a mark around its mean")
  func smallest() {
    let strip = Strip(0...100)
    let span = strip.span(estimate(50, 0.0001), atLeast: 2)
    #expect(abs(span.from - 49) < 1e-9 && abs(span.to - 51) < 1e-9)
    let wide = strip.span(estimate(50, 10), atLeast: 2)
    #expect(wide.from == 40 && wide.to == 60)
  }
}
