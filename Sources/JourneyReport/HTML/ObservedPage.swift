/// Writes measured facts beside simulated figures.
enum ObservedPage {
  static func node(_ chart: ObservedChart) -> HTMLNode {
    .el(
      .table,
      "observed",
      [
        .el(.caption, "Measured beside simulated"),
        .el(
          .thead,
          [],
          [
            .el(
              .tr,
              [],
              [
                ("What", "what"), ("Measured", "number"), ("Simulated", "number"),
                ("Simulated against measured", "effect"),
              ]
              .map { title, classes in
                .el(.th, [HTMLAttribute(.scope, "col"), .classes(classes)], [.text(title)])
              }
            )
          ]
        ),
        .el(.tbody, [], chart.rows.map { row($0, chart) }),
      ]
    )
  }

  private static func row(_ row: ObservedChart.Row, _ chart: ObservedChart) -> HTMLNode {
    let strip = Strip(-chart.reach...chart.reach)
    var nodes: [HTMLNode] = []
    if let deviation = row.deviation {
      let close = ObservedWords.close
      let (from, to) = (strip.scale.place(-close), strip.scale.place(close))
      let zero = strip.scale.place(0)
      let span = strip.span(deviation, atLeast: 1.4)
      nodes = [
        Draw.rectangle(ChartBox(left: from, top: 0, width: to - from, height: 26), "close"),
        Draw.line(ChartPoint(zero, 0), ChartPoint(zero, 26), "zero"),
        Draw.line(
          ChartPoint(span.from, 13),
          ChartPoint(span.to, 13),
          "bar \(row.tone.rawValue)"
        ),
      ]
    }
    return .el(
      .tr,
      [],
      [
        .el(.th, [HTMLAttribute(.scope, "row"), .classes("what")], [.el(.b, row.label)]),
        .el(.td, [.classes("number"), HTMLAttribute(.dataLabel, "Measured")], [.text(row.measured)]),
        .el(.td, [.classes("number"), HTMLAttribute(.dataLabel, "Simulated")], [.text(row.simulated)]),
        .el(
          .td,
          "effect",
          [
            .el(
              .div,
              "beside",
              [
                nodes.isEmpty
                  ? .none
                  : Draw.canvas(
                    width: 100,
                    height: 26,
                    classes: "strip",
                    finding: "\(row.label): simulated \(row.words)",
                    stretched: true,
                    nodes
                  ),
                .el(.span, row.tone.rawValue, row.verdict),
              ]
            )
          ]
        ),
      ]
    )
  }
}
