import JourneyDiagnostics
import JourneyModel
import JourneyStatistics

/// Writes the fixes with a slider each and the answer under them. Controls are shown where the script runs; without it
/// the same table says what each fix brings alone.
enum LivePage {
  static func node(_ model: LiveModel) -> HTMLNode {
    .group([
      .el(.div, "card live", [table(model), controls(model), answer(model)]),
      .el(
        .script,
        [HTMLAttribute(.type, "application/json"), id("data")],
        [.data(LiveData.json(model))]
      ),
      .el(.script, [], [.program(LiveScript.model), .program(LiveScript.page)]),
    ])
  }

  private static func id(_ name: String) -> HTMLAttribute { HTMLAttribute(.id, "live-\(name)") }

  // MARK: The fixes

  private static func table(_ model: LiveModel) -> HTMLNode {
    let columns = columns(model)
    func heading(_ title: String, _ classes: String) -> HTMLNode {
      .el(.th, [HTMLAttribute(.scope, "col"), .classes(classes)], [.text(title)])
    }
    return .el(
      .table,
      "tries",
      [
        .el(.caption, "Each fix alone, as costed"),
        .el(
          .thead,
          [],
          [
            .el(
              .tr,
              [],
              [heading("Fix", ""), heading("How much of its effect", "try")]
                + columns.map { heading($0.title, "number") }
            )
          ]
        ),
        .el(
          .tbody,
          [],
          model.fixes.enumerated().map { number, fix in
            .el(
              .tr,
              [],
              [
                .el(
                  .th,
                  [HTMLAttribute(.scope, "row")],
                  [
                    .el(.label, [HTMLAttribute(.labelFor, "live-f\(number)")], [.text(fix.title)]),
                    .el(.small, fix.painPoint),
                  ]
                ), slider(number),
              ]
                + columns.map { column in
                  let (text, tone) = column.cell(fix)
                  return .el(
                    .td,
                    [
                      .classes(tone == .plain ? "number" : "number \(tone.rawValue)"),
                      HTMLAttribute(.dataLabel, column.title),
                    ],
                    [.text(text)]
                  )
                }
            )
          }
        ),
      ]
    )
  }

  private typealias Column = (title: String, cell: (LiveModel.Fix) -> (String, Tone))

  /// The figure that ranks, the worth of a year, and the cost: the others stand in the table of effects.
  private static func columns(_ model: LiveModel) -> [Column] {
    var shown = [0]
    if model.hasWorth { shown.append(model.measures.count - 1) }
    var columns: [Column] = shown.map { index in
      (model.measures[index].effectTitle, { ($0.alone[index], $0.tones[index]) })
    }
    if model.fixes.contains(where: { $0.cost != nil }) {
      columns.append(
        (
          "Cost, once",
          { ($0.cost.map { Figure.money($0, currency: model.currency) } ?? "not given", .plain) }
        )
      )
    }
    return columns
  }

  private static func slider(_ number: Int) -> HTMLNode {
    .el(
      .td,
      [.classes("try"), HTMLAttribute(.dataLabel, "How much of its effect")],
      [
        .el(
          .span,
          [],
          [
            .el(
              .input,
              [
                HTMLAttribute(.type, "range"), id("f\(number)"), HTMLAttribute(.min, "0"),
                HTMLAttribute(.max, "100"), HTMLAttribute(.step, "5"), HTMLAttribute(.value, "0"),
              ]
            ),
            .el(.output, [id("o\(number)"), HTMLAttribute(.labelFor, "live-f\(number)")], [.text("0%")]),
          ]
        )
      ]
    )
  }

  // MARK: The answer

  private static func button(_ name: String, _ text: String) -> HTMLNode {
    .el(.button, [HTMLAttribute(.type, "button"), id(name)], [.text(text)])
  }

  /// What a budget is spent for: the figure that ranks.
  private static func best(_ model: LiveModel) -> String {
    "Best set for this budget" + (model.measures.first.map { " by " + Language.quotedName($0.title) } ?? "")
  }

  private static func controls(_ model: LiveModel) -> HTMLNode {
    var parts: [HTMLNode] = []
    if let total = model.totalCost, total > 0 {
      let unit = model.currency.isEmpty ? "" : ", \(model.currency)"
      parts = [
        .el(.label, [HTMLAttribute(.labelFor, "live-budget")], [.text("Budget\(unit)")]),
        .el(
          .input,
          [
            HTMLAttribute(.type, "number"), id("budget"), HTMLAttribute(.min, "0"),
            HTMLAttribute(.step, "any"),
            HTMLAttribute(.value, DecimalText.fixed(total / 2, places: 0).replacing(",", with: "")),
          ]
        ), button("best", best(model)),
      ]
    }
    return .el(.div, "try budget", parts + [button("all", "All fixes"), button("none", "None")])
  }

  private static func answer(_ model: LiveModel) -> HTMLNode {
    func figure(_ title: String, _ name: String, _ value: String, _ detail: String) -> HTMLNode {
      .el(
        .div,
        "figure",
        [
          .el(.dt, title),
          .el(.dd, [id(name)], [.el(.div, "value", value), .el(.div, "interval", detail)]),
        ]
      )
    }
    var figures = model.measures.enumerated().map { index, measure in
      figure(measure.title, "m\(index)", measure.today?.short ?? "", measure.today == nil ? "" : "as today")
    }
    if model.totalCost != nil {
      figures.append(figure("Cost, once", "cost", "", ""))
      if model.hasWorth { figures.append(figure("Payback, lead time included", "pay", "–", "")) }
    }
    return .el(
      .div,
      "try",
      [
        .el(.dl, "figures", figures),
        .el(.p, [id("say"), .classes("unseen"), HTMLAttribute(.live, "polite")]),
        .el(.p, [id("why"), .classes("notes")]), .el(.pre, [], [.el(.code, [id("run")])]),
      ]
    )
  }
}
