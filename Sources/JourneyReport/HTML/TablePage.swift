/// Writes tables. On narrow screens a row becomes a card, so every cell carries its column's name.
enum TablePage {
  static func node(_ table: ReportTable) -> HTMLNode {
    .el(
      .table,
      "data",
      [
        .el(.caption, table.caption),
        .el(
          .thead,
          [],
          [
            .el(
              .tr,
              [],
              table.columns.map { column in
                .el(
                  .th,
                  [HTMLAttribute(.scope, "col")] + (column.isNumeric ? [.classes("number")] : []),
                  [.text(column.title)]
                )
              }
            )
          ]
        ),
        .el(
          .tbody,
          [],
          table.rows.map { row in .el(.tr, [], zip(table.columns, row).enumerated().map(cell)) }
        ),
      ]
    )
  }

  private static func cell(_ index: Int, _ pair: (ReportTable.Column, ReportTable.Cell)) -> HTMLNode {
    let (column, cell) = pair
    let content: [HTMLNode] =
      [.text(cell.text)] + (cell.detail.isEmpty ? [] : [.el(.small, cell.detail)])
    if index == 0 { return .el(.th, [HTMLAttribute(.scope, "row")], content) }
    var classes = column.isNumeric ? ["number"] : []
    if cell.tone != .plain { classes.append(cell.tone.rawValue) }
    return .el(
      .td,
      [HTMLAttribute(.dataLabel, column.title)]
        + (classes.isEmpty ? [] : [.classes(classes.joined(separator: " "))]),
      [.el(.span, [], content)]
    )
  }
}
