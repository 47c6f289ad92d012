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
    if chart.bands.isEmpty {
      marks.append(Draw.path(SVGPath(through: upper + lower.reversed(), closed: true), "band"))
    }
    for band in chart.bands {
      let (high, low) = (places(band.ranges.map(\.upperBound)), places(band.ranges.map(\.lowerBound)))
      marks.append(Draw.path(SVGPath(through: high + low.reversed(), closed: true), "fan"))
    }
    for other in chart.others {
      marks.append(Draw.path(SVGPath(through: places(other.shares)), "other " + Self.classes(other)))
    }
    marks.append(Draw.path(SVGPath(through: line), "curve"))
    for point in line.dropFirst() { marks.append(Draw.circle(point, radius: 3, "curvedot")) }
    marks += labels(chart)
    return Draw.canvas(
      width: width,
      height: height,
      classes: "retention " + classes,
      finding: chart.finding,
      marks
    )
  }

  /// The ends of all curves in words, kept apart, each on a short line from its end.
  private func labels(_ chart: CurveChart) -> [HTMLNode] {
    guard let last = line.last else { return [] }
    let room = width - last.x - 22
    let named = !chart.others.isEmpty
    let ends =
      [(y: last.y, text: chart.endLabel + (named ? " today" : ""), classes: "end")]
      + chart.others.compactMap { other in
        places(other.shares).last.map {
          (y: $0.y, text: other.endLabel + " " + other.name, classes: "otherend " + Self.classes(other))
        }
      }
    let spots = LabelSpread.places(ends.map(\.y), apart: 17, within: up.end...up.start)
    return zip(ends, spots).flatMap { end, spot in
      let most = max(6, Int(room / 7))
      let text = end.text.count > most ? end.text.prefix(most - 1) + "…" : end.text[...]
      var nodes = [Draw.text(String(text), ChartPoint(last.x + 20, spot + 4.5), end.classes)]
      if named {
        nodes.append(Draw.line(ChartPoint(last.x + 4, end.y), ChartPoint(last.x + 17, spot), "tick"))
      }
      return nodes
    }
  }

  private static func classes(_ line: CurveChart.Line) -> String { line.slot.map { "v\($0 % 5)" } ?? "goal" }
}
