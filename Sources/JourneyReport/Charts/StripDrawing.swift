import JourneyStatistics

extension Strip {
  /// One line of a strip.
  struct Mark {
    var estimate: Estimate
    var y: Double
    var classes: String
    /// Whether a dot marks its figure.
    var hasPoint = true
  }

  /// The drawing of a strip: zero, light ticks, and an interval with a dot at its figure per mark.
  func drawing(marks: [Mark], ticks: [Double], height: Double, finding: String) -> HTMLNode {
    var grid = SVGPath()
    for tick in ticks where tick != 0 {
      grid.move(to: ChartPoint(scale.place(tick), 0))
      grid.line(to: ChartPoint(scale.place(tick), height))
    }
    var nodes: [HTMLNode] = grid.text.isEmpty ? [] : [Draw.path(grid, "tick")]
    let zero = scale.place(0)
    nodes.append(Draw.line(ChartPoint(zero, 0), ChartPoint(zero, height), "zero"))
    for mark in marks {
      let span = span(mark.estimate)
      // An interval that its own dot covers is not drawn.
      if !mark.hasPoint || span.to - span.from > 2 {
        nodes.append(
          Draw.line(ChartPoint(span.from, mark.y), ChartPoint(span.to, mark.y), mark.classes)
        )
      }
      // A line of hardly any length with round ends: a dot however the strip is stretched, so that a narrow interval is seen.
      guard mark.hasPoint else { continue }
      let middle = scale.place(mark.estimate.mean)
      nodes.append(
        Draw.line(
          ChartPoint(middle, mark.y),
          ChartPoint(middle + 0.01, mark.y),
          "\(mark.classes) point"
        )
      )
    }
    return Draw.canvas(
      width: 100,
      height: height,
      classes: "strip",
      finding: finding,
      stretched: true,
      nodes
    )
  }
}
