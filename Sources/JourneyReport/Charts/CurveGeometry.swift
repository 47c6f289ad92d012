import JourneyStatistics

/// Where everything of a curve over periods stands in its drawing.
public struct CurveGeometry: Sendable {
  /// Width of the drawing.
  public let width: Double
  /// Height of the drawing.
  public let height: Double
  /// Periods to places.
  public let across: LinearScale
  /// Shares to places.
  public let up: LinearScale
  /// Shares with a line.
  public let ticks: [Double]
  /// Periods with a mark.
  public let periods: [Int]
  /// The curve.
  public let line: [ChartPoint]
  /// Upper edge of the interval.
  public let upper: [ChartPoint]
  /// Lower edge of the interval.
  public let lower: [ChartPoint]

  /// Where the axis of shares begins: a round figure below the curve.
  public static func axisStart(_ points: [Estimate]) -> Double {
    let start = (((points.map(\.low).min() ?? 0) - 0.02) * 10).rounded(.down) / 10
    // A cut of little is not worth the doubt that it raises.
    return start > 0.25 ? start : 0
  }

  /// Places a curve. The axis of shares starts at a round figure below the curve; the page says which.
  ///
  /// - Parameter others: more figures that have to find room.
  public init(
    _ points: [Estimate],
    width: Double,
    height: Double,
    labelWidth: Double,
    others: [Estimate] = []
  ) {
    self.width = width
    self.height = height
    let floor = Self.axisStart(points + others)
    let across = LinearScale(
      low: 0,
      high: Double(max(1, points.count - 1)),
      start: 46,
      end: width - labelWidth
    )
    let up = LinearScale(low: floor, high: 1, start: height - 30, end: 14)
    self.across = across
    self.up = up
    ticks = LinearScale.ticks(low: floor - 1e-9, high: 1 + 1e-9, about: 5)
    let step = max(1, Int((Double(points.count - 1) / 6).rounded(.up)))
    periods = points.isEmpty ? [] : Array(stride(from: 0, through: points.count - 1, by: step))
    func places(_ figures: [Double]) -> [ChartPoint] {
      figures.enumerated().map { ChartPoint(across.place(Double($0.offset)), up.place($0.element)) }
    }
    line = places(points.map(\.mean))
    upper = places(points.map(\.high))
    lower = places(points.map(\.low))
  }

  /// The places of shares after 0, 1, 2, … periods.
  public func places(_ shares: [Double]) -> [ChartPoint] {
    shares.enumerated().map { ChartPoint(across.place(Double($0.offset)), up.place($0.element)) }
  }
}
