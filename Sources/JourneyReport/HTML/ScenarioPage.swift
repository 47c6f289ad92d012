/// Writes variants beside today.
enum ScenarioPage {
  static func node(_ table: ScenarioTable) -> HTMLNode {
    .group([
      reasons(table),
      .el(
        .table,
        "scenarios",
        [
          .el(.caption, "Today and the variants, figure by figure"),
          .el(
            .thead,
            [],
            [
              .el(
                .tr,
                [],
                [heading("Figure", "what"), heading("Today", "number")]
                  + table.variants.map { heading("\($0.letter) \($0.name)", "number") }
                  + [.el(.th, [HTMLAttribute(.scope, "col"), .classes("effect")], legend(table))]
              )
            ]
          ),
          .el(.tbody, [], table.rows.map { row($0, table) }),
        ]
      ),
    ])
  }

  private static func heading(_ text: String, _ classes: String) -> HTMLNode {
    .el(.th, [HTMLAttribute(.scope, "col"), .classes(classes)], [.text(text)])
  }

  private static func legend(_ table: ScenarioTable) -> [HTMLNode] {
    [.text("Difference from today ")]
      + table.variants.enumerated().map { index, variant in
        .el(.span, "v\(index % 5)", "■ \(variant.letter) ")
      }
  }

  private static func reasons(_ table: ScenarioTable) -> HTMLNode {
    let known = table.variants.filter { $0.because != nil }
    guard !known.isEmpty else { return .none }
    return .el(
      .dl,
      "reasons",
      known.map { variant in
        .el(.div, [], [.el(.dt, "\(variant.letter) \(variant.name)"), .el(.dd, variant.because ?? "")])
      }
    )
  }

  private static func row(_ row: ScenarioTable.Row, _ table: ScenarioTable) -> HTMLNode {
    let spacing = 13.0
    let height = Double(table.variants.count) * spacing + 6
    let marks = row.cells.enumerated().compactMap { index, cell in
      cell.map {
        Strip.Mark(
          estimate: $0.estimate,
          y: 3 + (Double(index) + 0.5) * spacing,
          classes: "bar v\(index % 5)"
        )
      }
    }
    let words = zip(table.variants, row.cells).map { variant, cell in
      "\(variant.name) \(cell?.difference?.long ?? "no real change")"
    }
    return .el(
      .tr,
      [],
      [
        .el(
          .th,
          [HTMLAttribute(.scope, "row"), .classes("what")],
          [.el(.b, row.title), .el(.small, row.direction)]
        ),
        .el(.td, [.classes("number"), HTMLAttribute(.dataLabel, "Today")], [.text(row.today)]),
      ]
        + zip(table.variants, row.cells).map { cell($1, "\($0.letter) \($0.name)") }
        + [
          .el(
            .td,
            "effect",
            [
              Strip(row.range).drawing(
                marks: marks,
                ticks: [],
                height: height,
                finding: "\(row.title), difference from today: \(words.joined(separator: "; "))"
              )
            ]
          )
        ]
    )
  }

  private static func cell(_ cell: ScenarioTable.Cell?, _ label: String) -> HTMLNode {
    let attributes: [HTMLAttribute] = [.classes("number"), HTMLAttribute(.dataLabel, label)]
    guard let cell else { return .el(.td, attributes, [.text("–")]) }
    guard let difference = cell.difference else {
      return .el(.td, attributes, [.el(.span, "faint", "no real change")])
    }
    let sign = cell.tone == .good ? "✓ " : cell.tone == .bad ? "✗ " : ""
    return .el(
      .td,
      attributes,
      [
        .el(
          .span,
          [],
          [.el(.b, cell.value), .text(" "), .el(.span, cell.tone.rawValue, sign + difference.value)]
        )
      ]
    )
  }
}
