import JourneyStatistics

extension FeelingGeometry {
  /// The drawing of the curve.
  func drawing(finding: String, of curve: FeelingCurve? = nil) -> HTMLNode {
    var marks: [HTMLNode] = []
    for tick in ticks {
      let y = scale.place(tick)
      marks.append(Draw.line(ChartPoint(0, y), ChartPoint(width, y), "tick"))
    }
    marks.append(Draw.path(SmoothLine.band(upper: outer.upper, lower: outer.lower), "band80"))
    marks.append(Draw.path(SmoothLine.band(upper: inner.upper, lower: inner.lower), "band50"))
    for index in 1..<max(1, Int((width / columnWidth).rounded())) {
      let x = Double(index) * columnWidth
      marks.append(Draw.line(ChartPoint(x, 0), ChartPoint(x, height), "column"))
    }
    if let expectation {
      let y = scale.place(expectation)
      marks.append(Draw.line(ChartPoint(0, y), ChartPoint(width, y), "expected"))
    }
    marks += curve.map(personas) ?? []
    marks.append(Draw.path(SmoothLine.path(through: line), "mean"))
    if !target.isEmpty { marks.append(Draw.path(SmoothLine.path(through: target), "target")) }
    for dot in dots {
      marks.append(
        Draw.path(
          MarkOutline.path(dot.dot.look.shape, centre: dot.centre, radius: dot.radius),
          "dot",
          look: dot.dot.look,
          tooltip: "\(dot.dot.name): \(DecimalText.fixed(dot.dot.mean, places: 0)) points"
        )
      )
    }
    for tick in ticks {
      let words = DecimalText.fixed(tick, places: 0)
      marks.append(Draw.text(words, ChartPoint(5, scale.place(tick) - 3), "axis"))
    }
    for label in labels { marks.append(Draw.text(label.text, label.place, "name", anchor: .middle)) }
    if let label = targetLabel {
      marks.append(Draw.text(label.text, label.place, "name targetname", anchor: .middle))
    }
    if let upper = outer.upper.last, let inner = inner.upper.last, inner.y - upper.y > 13 {
      marks.append(
        Draw.text("middle 80% of visits", ChartPoint(width - 5, upper.y + 11), "axis spread", anchor: .end)
      )
      marks.append(Draw.text("middle 50%", ChartPoint(width - 5, inner.y + 11), "axis spread", anchor: .end))
    }
    return Draw.canvas(width: width, height: height, classes: "feeling", finding: finding, marks)
  }
}
