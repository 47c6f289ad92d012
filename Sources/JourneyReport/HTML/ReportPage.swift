import JourneyDiagram

/// Writes a report document as one web page: no network, no need of scripts, light and dark, wide, narrow and printed.
public enum ReportPage {
  /// The page as text.
  ///
  /// - Parameter live: what a page says that follows a file while it is served; nil for one that stands alone.
  /// - Throws: `GraphvizError` when a picture cannot be drawn.
  /// - Complexity: O(size of the document), plus the layout of its pictures, whose time is bounded.
  public static func html(
    _ document: ReportDocument,
    live: LiveNote? = nil
  ) throws(GraphvizError) -> String {
    var sections: [HTMLNode] = []
    for part in document.sections { sections.append(try section(part)) }
    return PageFrame.html(
      title: "\(document.title): journey report",
      description: document.provenance.joined(separator: ", "),
      style: [.colours(.darkDrawings(lanes: document.lanes))],
      live: live,
      [
        .el(.a, [.classes("skip"), .link(toPlace: "main")], [.text("Skip to the findings")]),
        live?.banner ?? .none,
        header(document),
        navigation(document),
        .el(.main, [HTMLAttribute(.id, "main")], sections),
        .el(.footer, "page foot", [.el(.p, document.colophon)]),
        .el(.script, [], [.program(PageScript.late)]),
      ]
    )
  }

  private static func header(_ document: ReportDocument) -> HTMLNode {
    .el(
      .header,
      "page top",
      [
        .el(
          .div,
          "meta",
          [.el(.span, [], [.el(.b, document.title), .text(" journey report")])]
            + document.provenance.map { .el(.span, $0) }
            + [
              // Without scripts the button would do nothing, so the script unhides it.
              .el(
                .button,
                [HTMLAttribute(.type, "button"), HTMLAttribute(.id, "theme"), .classes("quiet")],
                [.text("Light / dark")]
              )
            ]
        ),
        .el(.h1, document.verdict.headline),
        .el(
          .p,
          "lede",
          document.verdict.explanation.map { $0.isStrong ? .el(.b, $0.text) : .text($0.text) }
        ),
        route(document.route),
        BoardPage.node(document.board),
        figures(document.keyFigures),
      ]
    )
  }

  /// The journey at a glance.
  private static func route(_ stages: [String]) -> HTMLNode {
    guard stages.count > 1 else { return .none }
    return .el(
      .ol,
      [.classes("route"), HTMLAttribute(.label, "Stages, and how many travellers get there")],
      stages.map { .el(.li, $0) }
    )
  }

  private static func figures(_ figures: [KeyFigure]) -> HTMLNode {
    guard !figures.isEmpty else { return .none }
    return .el(
      .dl,
      "figures",
      figures.map { key in
        let interval =
          key.figure.interval.map { "\(MetricWords.level(key.estimate)) interval \($0)" } ?? "exact"
        return .el(
          .div,
          "figure",
          [
            .el(.dt, key.label),
            .el(
              .dd,
              [],
              [
                .el(
                  .div,
                  "value",
                  [
                    .el(.small, key.figure.prefix), .text(key.figure.value), .el(.small, key.figure.suffix),
                  ]
                ),
                .el(.div, "interval", interval),
                key.plausible.map { .el(.div, "plausible", $0) } ?? .none,
                key.target.map { .el(.div, "wish \($0.tone.rawValue)", $0.text) }
                  ?? .el(.div, "wish faint", "no target set"),
              ]
            ),
          ]
        )
      }
    )
  }

  private static func navigation(_ document: ReportDocument) -> HTMLNode {
    .el(
      .nav,
      [HTMLAttribute(.label, "Parts of this report")],
      [
        .el(
          .div,
          "page",
          document.sections.map { section in
            .el(.a, [.link(toPlace: section.id.rawValue)], [.text(section.navigation)])
          }
        )
      ]
    )
  }

  private static func section(_ section: ReportSection) throws(GraphvizError) -> HTMLNode {
    var blocks: [HTMLNode] = []
    for (number, block) in section.blocks.enumerated() {
      blocks.append(try BlockPage.node(block, in: section, number: number))
    }
    return .el(
      .section,
      [
        HTMLAttribute(.id, section.id.rawValue), .classes("page"),
        HTMLAttribute(.labelledBy, section.id.rawValue + "-heading"),
      ],
      [
        .el(.h2, [HTMLAttribute(.id, section.id.rawValue + "-heading")], [.text(section.heading)]),
        .el(.p, "reading", section.reading),
      ]
        + blocks
        + (section.notes.isEmpty ? [] : [.el(.p, "notes", section.notes.joined(separator: " "))])
        + (section.data.map {
          [
            .el(
              .details,
              [],
              [.el(.summary, "Same data as a table")] + section.moreData.map(TablePage.data) + [
                TablePage.data($0)
              ]
            )
          ]
        } ?? [])
    )
  }
}
