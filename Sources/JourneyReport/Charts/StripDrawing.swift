import JourneyStatistics

extension Strip {
  /// One line of a strip.
  struct Mark {
    var estimate: Estimate
    var y: Double
    var classes: String
  }

  /// The drawing of a strip: zero, light ticks, and an interval with a dot at its figure per mark.
  func drawing(marks: [Mark], ticks: [Double], height: Double, finding: String) -> HTMLNode {
    var nodes: [HTMLNode] = ticks.filter { $0 != 0 }.map { tick in
      let x = scale.place(tick)
      return Draw.line(ChartPoint(x, 0), ChartPoint(x, height), "tick", fixedWidth: true)
    }
    let zero = scale.place(0)
    nodes.append(Draw.line(ChartPoint(zero, 0), ChartPoint(zero, height), "zero", fixedWidth: true))
    for mark in marks {
      let span = span(mark.estimate)
      nodes.append(
        Draw.line(ChartPoint(span.from, mark.y), ChartPoint(span.to, mark.y), mark.classes, fixedWidth: true)
      )
      // A line of hardly any length with round ends: a dot however the strip is stretched, so that a narrow interval is seen.
      let middle = scale.place(mark.estimate.mean)
      nodes.append(
        Draw.line(
          ChartPoint(middle, mark.y),
          ChartPoint(middle + 0.01, mark.y),
          "\(mark.classes) point",
          fixedWidth: true
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
