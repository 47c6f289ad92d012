import JourneyReport
import Testing

@Suite("Smooth lines")
struct SmoothLineTests {
  @Test("lie flat at peaks and at their ends, so that they never overshoot")
  func flat() {
    let points = [ChartPoint(0, 10), ChartPoint(10, 30), ChartPoint(20, 10), ChartPoint(30, 5)]
    #expect(SmoothLine.slopes(points)[0] == 0)
    #expect(SmoothLine.slopes(points)[1] == 0)
    #expect(SmoothLine.slopes(points)[3] == 0)
  }

  @Test("take the harmonic mean of the slopes beside a point, in either direction")
  func harmonic() {
    let points = [ChartPoint(0, 0), ChartPoint(10, 10), ChartPoint(20, 40)]
    #expect(abs(SmoothLine.slopes(points)[1] - 1.5) < 1e-12)
    #expect(abs(SmoothLine.slopes(points.reversed())[1] - 1.5) < 1e-12)
  }

  @Test("write a closed band")
  func band() {
    let upper = [ChartPoint(0, 0), ChartPoint(30, 0)]
    let lower = [ChartPoint(0, 10), ChartPoint(30, 10)]
    #expect(
      SmoothLine.band(upper: upper, lower: lower).text == "M0 0C10 0 20 0 30 0L30 10C20 10 10 10 0 10Z"
    )
  }

  @Test("are nothing without points")
  func empty() { #expect(SmoothLine.path(through: []).text == "") }
}
