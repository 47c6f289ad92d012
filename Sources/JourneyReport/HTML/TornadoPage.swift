import JourneyStatistics

/// Writes what inputs do at the ends of their ranges: a bar to each side of no change.
enum TornadoPage {
  static func node(_ chart: TornadoChart) -> HTMLNode {
    .el(.div, "card tornado", chart.rows.map { row($0, chart) })
  }

  private static func row(_ row: TornadoChart.Row, _ chart: TornadoChart) -> HTMLNode {
    let strip = Strip(-chart.reach...chart.reach)
    let zero = strip.scale.place(0)
    func bar(_ end: TornadoChart.End) -> HTMLNode {
      guard let effect = end.effect else { return .none }
      let span = strip.span(.exact(effect.mean), atLeast: 0)
      let (from, to) = (min(zero, span.from), max(zero, span.from))
      return Draw.rectangle(
        ChartBox(left: from, top: 4, width: to - from, height: 14),
        end.isBetter ? "endgood" : "endbad"
      )
    }
    func whisker(_ end: TornadoChart.End) -> HTMLNode {
      guard let effect = end.effect else { return .none }
      let span = strip.span(effect)
      return Draw.line(ChartPoint(span.from, 11), ChartPoint(span.to, 11), "whisker")
    }
    let finding =
      "\(row.path), typed \(row.typed): at \(row.low.value) \(row.low.words), at \(row.high.value) \(row.high.words)"
    return .el(
      .div,
      "loss",
      [
        .el(.span, "path", [.el(.b, row.path), .text(" \(row.typed)")]),
        Draw.canvas(
          width: 100,
          height: 22,
          classes: "lossbar",
          finding: finding,
          stretched: true,
          [
            bar(row.low), bar(row.high), whisker(row.low), whisker(row.high),
            Draw.line(ChartPoint(zero, 0), ChartPoint(zero, 22), "zero"),
          ]
        ),
        .el(
          .span,
          "words",
          [
            .el(.b, "\(row.low.value):"), .text(" \(row.low.words), "), .el(.b, "\(row.high.value):"),
            .text(" \(row.high.words)"),
          ]
        ),
      ]
    )
  }
}
