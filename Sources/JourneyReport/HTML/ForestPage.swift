import JourneyStatistics

/// Writes effects of fixes: a real table with a strip in each cell, which becomes cards on narrow screens.
enum ForestPage {
  static func node(_ table: ForestTable) -> HTMLNode {
    .el(.table, "forest", [head(table), .el(.tbody, [], table.rows.map { row($0, table) }), foot(table)])
  }

  private static func head(_ table: ForestTable) -> HTMLNode {
    func heading(_ title: String, _ classes: String, _ detail: String = "") -> HTMLNode {
      .el(
        .th,
        [HTMLAttribute(.scope, "col"), .classes(classes)],
        [.text(title)] + (detail.isEmpty ? [] : [.el(.small, detail)])
      )
    }
    return .group([
      .el(.caption, "Paired effects with 95% intervals"),
      .el(
        .thead,
        [],
        [
          .el(
            .tr,
            [],
            [heading(table.rowHeading, "what")]
              + (table.hasCosts ? [heading("Cost, once", "number")] : [])
              + (table.hasIncidence ? [heading("Visits hit", "number")] : [])
              + table.columns.map { heading($0.title, "effect", $0.today.isEmpty ? "" : "today \($0.today)") }
          )
        ]
      ),
    ])
  }

  private static func row(_ row: ForestTable.Row, _ table: ForestTable) -> HTMLNode {
    let title = row.rank.isEmpty ? row.title : "\(row.rank) \(row.title)"
    let place: [HTMLNode] =
      (row.look.map { [BlockPage.glyph($0), .text(" ")] } ?? [])
      + [.text(row.fix.map { "\(row.touchpoint) → \($0)" } ?? row.touchpoint)]
    var cells: [HTMLNode] = [
      .el(
        .th,
        [HTMLAttribute(.scope, "row"), .classes("what")],
        [.el(.b, title), .el(.small, [], place)]
      )
    ]
    if table.hasCosts {
      let cost = row.cost ?? (row.isTotal ? "" : "not given")
      cells.append(figure(cost, "Cost, once", detail: row.works))
    }
    if table.hasIncidence { cells.append(figure(row.incidence, "Visits hit")) }
    cells += zip(table.columns, row.cells).map { effect($1, $0, row: row) }
    return .el(.tr, row.isTotal ? "total" : "one", cells)
  }

  private static func figure(_ text: String, _ label: String, detail: String? = nil) -> HTMLNode {
    .el(
      .td,
      [.classes(text.isEmpty ? "number empty" : "number"), HTMLAttribute(.dataLabel, label)],
      [.el(.span, [], [.text(text)] + (detail.map { [.el(.small, $0)] } ?? []))]
    )
  }

  private static func effect(_ cell: ForestTable.Cell, _ column: ForestTable.Column, row: ForestTable.Row)
    -> HTMLNode
  {
    let strip = Strip(column.range)
    let effects = [cell.costed, cell.perfect].compactMap { $0 }
    guard effects.contains(where: { $0.text != nil }) else {
      let words = effects.isEmpty ? "not given" : "no real change"
      return .el(
        .td,
        [.classes("effect none"), HTMLAttribute(.dataLabel, column.title)],
        [.el(.span, words)]
      )
    }
    var marks: [Strip.Mark] = []
    if let costed = cell.costed {
      marks.append(Strip.Mark(estimate: costed.difference, y: 11, classes: "bar \(costed.tone.rawValue)"))
      if let inputs = costed.inputs {
        marks.append(Strip.Mark(estimate: inputs, y: 11, classes: "doubt", hasPoint: false))
      }
    }
    if let perfect = cell.perfect {
      let isAlone = cell.costed == nil
      let classes = isAlone ? "bar \(perfect.tone.rawValue)" : "thin \(perfect.tone.rawValue)"
      marks.append(Strip.Mark(estimate: perfect.difference, y: isAlone ? 11 : 22, classes: classes))
    }
    let main = cell.costed ?? cell.perfect
    let second = cell.costed == nil ? nil : cell.perfect
    let finding =
      "\(row.title), \(column.title): \(main?.text?.long ?? "no real change")"
      + (main?.inputs.flatMap(ForestWords.inputs).map { ", \($0)" } ?? "")
    var words: [HTMLNode] = [
      main?.text.map { text in
        .group([
          .el(.b, (main?.tone == .bad ? "✗ " : "") + text.value),
          .text(text.interval.map { " (\($0))" } ?? ""),
        ])
      } ?? .text("no real change")
    ]
    let details = [
      main?.text == nil ? nil : main?.inputs.flatMap(ForestWords.inputs),
      second.map { $0.text.map { "perfect \($0.value)" } ?? "perfect: no real change" },
    ].compactMap { $0 }
    if !details.isEmpty { words.append(.el(.small, details.joined(separator: ", "))) }
    return .el(
      .td,
      [.classes("effect"), HTMLAttribute(.dataLabel, column.title)],
      [
        strip.drawing(marks: marks, ticks: column.ticks, height: 30, finding: finding),
        .el(.div, "words", words),
      ]
    )
  }

  /// The axis under each column.
  private static func foot(_ table: ForestTable) -> HTMLNode {
    let empty = 1 + (table.hasCosts ? 1 : 0) + (table.hasIncidence ? 1 : 0)
    return .el(
      .tfoot,
      [],
      [
        .el(
          .tr,
          [HTMLAttribute(.hidden, "true")],
          [.el(.td, [HTMLAttribute(.colspan, "\(empty)")])]
            + table.columns.map { column in
              let strip = Strip(column.range)
              return .el(
                .td,
                "effect",
                [
                  .el(
                    .div,
                    "axis",
                    column.ticks.map { tick in
                      .el(
                        .span,
                        [HTMLAttribute(.style, "left:\(SVGNumber.text(strip.scale.place(tick)))%")],
                        [.text(DecimalText.fixed(tick, places: column.tickDecimals))]
                      )
                    }
                  )
                ]
              )
            }
        )
      ]
    )
  }
}
