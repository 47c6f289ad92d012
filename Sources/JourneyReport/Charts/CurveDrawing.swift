import JourneyStatistics

extension CurveGeometry {
  /// The drawing of the curve.
  func drawing(_ chart: CurveChart, classes: String) -> HTMLNode {
    var marks: [HTMLNode] = []
    for tick in ticks {
      let y = up.place(tick)
      marks.append(Draw.line(ChartPoint(across.start, y), ChartPoint(across.end, y), "tick"))
      let words = Figure.percent(tick)
      marks.append(Draw.text(words, ChartPoint(across.start - 8, y + 4), "axis", anchor: .end))
    }
    for period in periods {
      let words = period == 0 ? chart.period + " 0" : DecimalText.count(period)
      let place = ChartPoint(across.place(Double(period)), height - 8)
      marks.append(Draw.text(words, place, "axis", anchor: .middle))
    }
    marks.append(Draw.path(SVGPath(through: upper + lower.reversed(), closed: true), "band"))
    marks.append(Draw.path(SVGPath(through: line), "curve"))
    for point in line.dropFirst() { marks.append(Draw.circle(point, radius: 3, "curvedot")) }
    if let end = line.last {
      marks.append(Draw.text(chart.endLabel, ChartPoint(end.x + 9, end.y + 4), "end"))
    }
    return Draw.canvas(
      width: width,
      height: height,
      classes: "retention " + classes,
      finding: chart.finding,
      marks
    )
  }
}
