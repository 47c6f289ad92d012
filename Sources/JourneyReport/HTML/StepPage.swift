/// Writes the table of steps: one column per visit, the stronger the colour the more travellers.
enum StepPage {
  static func node(_ table: StepTable) -> HTMLNode {
    let head = HTMLNode.el(
      .tr,
      [],
      [.el(.th, [HTMLAttribute(.scope, "col")], [.text("Visit")])]
        + (1...table.steps).map { .el(.th, [HTMLAttribute(.scope, "col")], [.text("\($0)")]) }
    )
    var rows: [HTMLNode] = []
    for group in table.groups {
      if !group.name.isEmpty { rows.append(heading(group.name, table.steps)) }
      rows += group.rows.map(row)
    }
    rows.append(heading("Ended before this visit", table.steps))
    rows += table.ended.map(row)
    return .el(
      .div,
      [
        .classes("scroll"), HTMLAttribute(.tabindex, "0"), HTMLAttribute(.role, "region"),
        HTMLAttribute(.label, "Visit by visit, scrolls sideways"),
      ],
      [
        .el(
          .table,
          "steps",
          [.el(.caption, table.finding), .el(.thead, [], [head]), .el(.tbody, [], rows)]
        )
      ]
    )
  }

  private static func heading(_ name: String, _ steps: Int) -> HTMLNode {
    .el(
      .tr,
      "group",
      [.el(.th, [HTMLAttribute(.colspan, "\(steps + 1)"), HTMLAttribute(.scope, "rowgroup")], [.text(name)])]
    )
  }

  private static func row(_ row: StepTable.Row) -> HTMLNode {
    let sign = row.look.map { [BlockPage.glyph($0), .text(" ")] } ?? []
    return .el(
      .tr,
      [],
      [.el(.th, [HTMLAttribute(.scope, "row")], sign + [.text(row.name)])]
        + row.cells.map { cell in
          cell.text.isEmpty
            ? .el(.td) : .el(.td, "r\(cell.level)", cell.text)
        }
    )
  }
}

extension Stylesheet {
  /// The table of steps; it keeps its shape on narrow screens and scrolls sideways.
  static let steps: StaticString = """
    .steps{border-collapse:separate;border-spacing:2px;font-size:13px;min-width:720px}
    .steps th,.steps td{padding:4px 6px;border:0!important;text-align:center;vertical-align:middle}
    .steps tbody th{text-align:left;font-weight:600;white-space:nowrap}.steps thead th{border:0!important}\
    .steps thead th:first-child{text-align:left}
    .steps .group th{color:var(--soft);font-weight:700;padding-top:10px}
    .r0{background:var(--panel)}.r1{background:#e8eff6}.r2{background:#d3e2ef}.r3{background:#b3cee6}\
    .r4{background:#8cb5d8}.r5{background:#6a9fcb}.r6{background:#2469a4}.r7{background:#0b4f8c}
    .r1,.r2,.r3,.r4,.r5{color:#17212b}.r6,.r7{color:#fff}
    @media screen and (max-width:720px){.steps{display:table!important}.steps tbody{display:table-row-group!important}\
    .steps thead{display:table-header-group!important}.steps tr{display:table-row!important}\
    .steps th,.steps td{display:table-cell!important}.steps td::before{content:none}}
    """
}
