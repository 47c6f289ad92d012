/// Writes tables.
enum TablePage {
  /// A table that is read with the page: on narrow screens a row becomes a card, so every cell carries its column's name.
  static func node(_ table: ReportTable) -> HTMLNode {
    .el(.table, "data", [caption(table), head(table.columns), body(table) { cards($0) }])
  }

  /// The table behind a chart, which keeps its shape and scrolls sideways where it is wide: half the bytes of cards.
  static func data(_ table: ReportTable) -> HTMLNode {
    .el(
      .div,
      [
        .classes("scroll"), HTMLAttribute(.tabindex, "0"), HTMLAttribute(.role, "region"),
        HTMLAttribute(.label, table.caption),
      ],
      [.el(.table, "data flat", [caption(table), head(table.columns), body(table) { plain($0) }])]
    )
  }

  private static func caption(_ table: ReportTable) -> HTMLNode { .el(.caption, table.caption) }

  /// The names of columns.
  static func head(_ columns: [ReportTable.Column]) -> HTMLNode {
    .el(
      .thead,
      [],
      [
        .el(
          .tr,
          [],
          columns.map { column in
            .el(
              .th,
              [HTMLAttribute(.scope, "col")] + (column.isNumeric ? [.classes("number")] : []),
              [.text(column.title)]
            )
          }
        )
      ]
    )
  }

  private typealias Pair = (column: ReportTable.Column, cell: ReportTable.Cell)

  private static func body(_ table: ReportTable, _ node: (Pair) -> HTMLNode) -> HTMLNode {
    .el(
      .tbody,
      [],
      table.rows.map { row in
        .el(
          .tr,
          [],
          zip(table.columns, row).enumerated().map { index, pair in
            index == 0
              ? .el(.th, [HTMLAttribute(.scope, "row")], content(pair.1)) : node((pair.0, pair.1))
          }
        )
      }
    )
  }

  private static func content(_ cell: ReportTable.Cell) -> [HTMLNode] {
    [.text(cell.text)] + (cell.detail.isEmpty ? [] : [.el(.small, cell.detail)])
  }

  private static func cards(_ pair: Pair) -> HTMLNode {
    var classes = pair.column.isNumeric ? ["number"] : []
    if pair.cell.tone != .plain { classes.append(pair.cell.tone.rawValue) }
    return .el(
      .td,
      [HTMLAttribute(.dataLabel, pair.column.title)]
        + (classes.isEmpty ? [] : [.classes(classes.joined(separator: " "))]),
      [.el(.span, [], content(pair.cell))]
    )
  }

  /// Figures stand right without saying so, as most cells hold one.
  private static func plain(_ pair: Pair) -> HTMLNode {
    var classes = pair.column.isNumeric ? [] : ["l"]
    if pair.cell.tone != .plain { classes.append(pair.cell.tone.rawValue) }
    return .el(
      .td,
      classes.isEmpty ? [] : [.classes(classes.joined(separator: " "))],
      content(pair.cell)
    )
  }
}

extension Stylesheet {
  /// Tables that keep their shape on narrow screens and scroll sideways.
  static let flat: StaticString = """
    .flat td{text-align:right}.flat td.l{text-align:left}.flat{font-size:13px}details .scroll{margin-top:8px}
    .flat caption{padding-left:10px!important}
    @media screen and (max-width:720px){.flat{display:table!important}.flat tbody{display:table-row-group!important}\
    .flat thead{display:table-header-group!important}.flat tr{display:table-row!important}\
    .flat th,.flat td{display:table-cell!important;padding:5px 8px!important;border-bottom:1px solid var(--hair)!important}\
    .flat td::before{content:none}}
    """
}
