import JourneyStatistics

/// Writes the panels of the first screen.
enum BoardPage {
  static func node(_ board: Board) -> HTMLNode {
    let panels = [
      board.likeness.map(likeness) ?? unmeasured, board.actions.map(actions), board.basis.map(basis),
    ].compactMap { $0 }
    return .el(.div, "board of\(panels.count)", panels)
  }

  private static func panel(_ classes: String, _ question: String, _ content: [HTMLNode]) -> HTMLNode {
    .el(.section, [.classes("panelcard \(classes)")], [.el(.h2, "question", question)] + content)
  }

  private static func more(_ text: String, _ part: ReportSection.ID) -> HTMLNode {
    .el(.p, "more", [.el(.a, [.link(toPlace: part.rawValue)], [.text(text)])])
  }

  // MARK: Does it look like us

  private static func likeness(_ likeness: Board.Likeness) -> HTMLNode {
    panel(
      "likeness",
      "Does it look like us?",
      [
        .el(.p, "answer", likeness.heading),
        .el(
          .table,
          "flat mini",
          [
            .el(.caption, "Measured beside simulated"),
            TablePage.head([.words("Figure"), .figures("Measured"), .figures("Simulated")]),
            .el(.tbody, [], likeness.rows.map(measured)),
          ]
        ),
        more(likeness.more > 0 ? "\(likeness.more) more, with intervals" : "With intervals", .observed),
      ]
    )
  }

  /// Nothing was measured: whether it looks like the reader's customers is then not known, and that is said.
  private static let unmeasured = panel(
    "likeness",
    "Does it look like us?",
    [
      .el(.p, "answer", "Not known: the file holds no measured figure."),
      .el(
        .p,
        "consequence",
        [
          .text("Write what you have counted under "), .el(.code, "observed:"),
          .text(", and it stands here beside what is simulated."),
        ]
      ),
    ]
  )

  private static func measured(_ row: ObservedChart.Row) -> HTMLNode {
    let (sign, words) =
      switch row.tone {
      case .good: ("✓", "close")
      case .bad: ("✗", "far")
      case .open: ("?", "not settled")
      case .plain, .faint: ("–", "not given")
      }
    return .el(
      .tr,
      [],
      [
        .el(.th, [HTMLAttribute(.scope, "row")], [.text(row.label)]),
        .el(.td, row.measured),
        .el(
          .td,
          [],
          [
            .text(row.value + " "),
            .el(
              .span,
              [
                .classes("sign \(row.tone.rawValue)"), HTMLAttribute(.role, "img"),
                HTMLAttribute(.label, words),
              ],
              [.text(sign)]
            ),
          ]
        ),
      ]
    )
  }

  // MARK: What to do

  private static func actions(_ actions: Board.Actions) -> HTMLNode {
    let hasAdvice = actions.rows.contains { $0.advice != nil }
    return panel(
      "actions",
      actions.heading,
      [
        .el(
          .table,
          "flat mini",
          [
            .el(.caption, "What to do, first things first"),
            TablePage.head(
              [.words("Fix")] + (hasAdvice ? [.words("Advice")] : [])
                + [.figures(actions.worth), .figures(actions.payback)]
            ),
            .el(
              .tbody,
              [],
              actions.rows.map { action($0, hasAdvice, payback: actions.payback) }
                + (actions.total.map {
                  [action($0, hasAdvice, payback: actions.payback, classes: "total")]
                } ?? [])
            ),
          ]
        ),
        more(actions.more > 0 ? "\(actions.more) more, in detail" : "In detail", actions.part),
      ]
    )
  }

  private static func action(
    _ action: Board.Action,
    _ hasAdvice: Bool,
    payback: String,
    classes: String = "one"
  ) -> HTMLNode {
    .el(
      .tr,
      classes,
      [
        .el(
          .th,
          [HTMLAttribute(.scope, "row")],
          [.text(action.title)] + (action.detail.isEmpty ? [] : [.el(.small, action.detail)])
        )
      ]
        + (hasAdvice
          ? [
            .el(
              .td,
              "l",
              action.advice.map { [.el(.span, "pill \(action.tone.rawValue)", $0)] } ?? []
            )
          ] : [])
        + [
          .el(
            .td,
            [],
            [.el(.b, action.worth)] + (action.interval.isEmpty ? [] : [.el(.small, action.interval)])
          ), .el(.td, [HTMLAttribute(.dataLabel, payback)], [.text(action.payback)]),
        ]
    )
  }

  // MARK: How far the evidence carries

  private static func basis(_ basis: Board.Basis) -> HTMLNode {
    let total = Double(basis.parts.reduce(0) { $0 + $1.count })
    var left = 0.0
    let marks = basis.parts.map { part in
      let width = 100 * Double(part.count) / max(1, total)
      defer { left += width }
      return Draw.rectangle(
        ChartBox(left: left, top: 0, width: max(0.4, width - 0.5), height: 14),
        "basis\(part.level)"
      )
    }
    let words = basis.parts.map { "\(DecimalText.count($0.count)) \($0.words)" }
    return panel(
      "basis",
      "How far the evidence carries",
      [
        .el(.p, "answer", basis.heading),
        Draw.canvas(
          width: 100,
          height: 14,
          classes: "strip",
          finding: words.joined(separator: "; "),
          stretched: true,
          marks
        ),
        .el(
          .ul,
          "basisparts",
          basis.parts.map { part in
            .el(
              .li,
              [],
              [
                .el(.span, [.classes("swatch basis\(part.level)"), HTMLAttribute(.hidden, "true")]),
                .el(.b, DecimalText.count(part.count)), .text(" \(part.words)"),
              ]
            )
          }
        ),
      ]
        + basis.sentences.map { .el(.p, "consequence", $0) }
        + (basis.part.map { [more("What would change our mind", $0)] } ?? [])
    )
  }
}

extension Stylesheet {
  static let board: StaticString = """
    .board{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.6fr) minmax(0,.95fr);gap:14px;margin-bottom:14px}
    .board.of2{grid-template-columns:1fr 1fr}.board.of1{grid-template-columns:1fr}
    .panelcard{border:1px solid var(--rule);border-radius:12px;background:var(--card);padding:14px 16px}
    .question{font-size:16px;letter-spacing:0}.answer{font-size:14px;color:var(--soft);margin:3px 0 8px;line-height:1.35}
    .mini th,.mini td{padding:5px 0 5px 10px;line-height:1.3}.mini th:first-child{padding-left:0}\
    .mini thead th{font-size:12px;border-bottom:1px solid var(--rule)}
    .mini small{display:block;color:var(--soft);font-size:12px}.mini .total th,.mini .total td{border-top:1px solid var(--ink)}
    .mini tr:last-child th,.mini tr:last-child td{border-bottom:0}
    .mini td{white-space:nowrap}
    .sign{font-weight:700;display:inline-block;width:1.1em;text-align:center}
    .pill{display:inline-block;border:1.5px solid currentColor;border-radius:99px;padding:0 8px;font-weight:700;\
    font-size:12px;white-space:nowrap}
    .more{font-size:13px;margin-top:6px}.consequence{font-size:13.5px;line-height:1.4;margin-top:8px}
    .basis0{fill:var(--basis0);border-color:var(--basis0)}.basis1{fill:var(--basis1);border-color:var(--basis1)}\
    .basis2{fill:var(--basis2);border-color:var(--basis2)}.basis3{fill:var(--basis3);border-color:var(--basis3)}
    .basisparts{list-style:none;padding:0;margin:8px 0 0;font-size:13px;line-height:1.35}\
    .basisparts li{padding:2px 0 2px 18px;position:relative}\
    .swatch{position:absolute;left:0;top:5px;border-width:5.5px;border-style:solid;border-radius:2px}
    .plausible{font-size:12.5px;margin:-4px 0 7px}
    @media (max-width:1140px){.board,.board.of2{grid-template-columns:1fr 1fr}.board .actions{grid-column:1/-1;grid-row:1}}
    @media (max-width:720px){.board,.board.of2{grid-template-columns:minmax(0,1fr)}.board .actions{grid-row:auto}
    .actions .mini thead{position:absolute;clip-path:inset(50%)}
    .actions .mini,.actions .mini tbody{display:block!important}
    .actions .mini td[data-label]::before{content:attr(data-label);display:block;color:var(--soft);font-size:12px}
    .actions .mini tr{display:grid!important;grid-template-columns:auto 1fr auto;padding:6px 0;border-bottom:1px solid var(--hair)}
    .actions .mini th,.actions .mini td{border:0!important;padding:2px 8px 2px 0!important}.actions .mini th{grid-column:1/-1}
    .actions .mini td:last-child{padding-right:0!important}}
    """
}
