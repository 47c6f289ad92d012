import JourneyStatistics

/// Writes where travellers are lost, as bars whose length is a share of all travellers.
enum LossPage {
  static func node(_ chart: LossChart, finding: String) -> HTMLNode {
    .el(
      .div,
      "card losses",
      chart.rows.map { row in
        let reach = Draw.rectangle(ChartBox(left: 0, top: 0, width: 100 * row.reach, height: 20), "reach")
        let lost = Draw.rectangle(ChartBox(left: 0, top: 5, width: 100 * row.lost.mean, height: 10), "lost")
        return .el(
          .div,
          "loss",
          [
            .el(.b, row.name),
            Draw.canvas(
              width: 100,
              height: 20,
              classes: "lossbar",
              finding: "\(row.name): \(Figure.percent(row.reach)) come here, \(row.text.long) are lost here",
              stretched: true,
              [reach, lost]
            ),
            .el(
              .span,
              "words",
              [
                .el(.b, row.lost.mean == 0 ? "nobody lost" : row.text.short + " lost"),
                .text((row.lost.mean == 0 ? nil : row.text.interval).map { " (\($0))" } ?? ""),
                .text(" of \(Figure.percent(row.reach)) who come"),
              ]
            ),
          ]
        )
      }
    )
  }
}
