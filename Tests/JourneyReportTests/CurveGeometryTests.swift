import JourneyReport
import JourneyStatistics
import Testing

@Suite("The retention curve")
struct CurveGeometryTests {
  static let points = [Estimate.exact(1)] + (1...12).map { estimate(1 - 0.03 * Double($0), 0.01) }

  @Test("cuts the axis only where much would be empty")
  func axis() {
    #expect(CurveGeometry.axisStart(Self.points) == 0.6)
    #expect(CurveGeometry.axisStart([estimate(0.3, 0.01)]) == 0)
  }

  @Test("falls from left to right, inside its band")
  func places() {
    let geometry = CurveGeometry(Self.points, width: 860, height: 330, labelWidth: 90)
    for (left, right) in zip(geometry.line, geometry.line.dropFirst()) {
      #expect(left.x < right.x && left.y < right.y)
    }
    for index in geometry.line.indices {
      #expect(geometry.upper[index].y <= geometry.line[index].y)
      #expect(geometry.lower[index].y >= geometry.line[index].y)
    }
    #expect(geometry.line.last?.x == 770)
  }

  @Test("marks about six periods, whatever their number")
  func periods() {
    let many = Array(repeating: estimate(0.5, 0.01), count: 61)
    #expect(
      CurveGeometry(many, width: 860, height: 330, labelWidth: 90).periods == [0, 10, 20, 30, 40, 50, 60]
    )
  }
}
