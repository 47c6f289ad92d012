import JourneyDiagram

/// Writes what shows a finding.
enum BlockPage {
  /// - Parameter number: the block's place in its section, which keeps the ids of several pictures apart.
  static func node(
    _ block: ReportBlock,
    in section: ReportSection,
    number: Int
  ) throws(GraphvizError) -> HTMLNode {
    let finding = section.heading
    return switch block {
    case .table(let table): TablePage.node(table)
    case .observed(let chart): ObservedPage.node(chart)
    case .lanes(let map): LanePage.node(map, finding: finding)
    case .picture(let picture):
      PicturePage.node(
        try InlineDrawing(picture, idPrefix: "\(section.id.rawValue)\(number == 0 ? "" : "\(number)")-"),
        name: section.navigation
      )
    case .losses(let chart): LossPage.node(chart, finding: finding)
    case .forest(let table): ForestPage.node(table)
    case .curve(let chart): curve(chart)
    case .personas(let panels): PersonaPage.node(panels)
    case .scenarios(let table): ScenarioPage.node(table)
    case .tornado(let chart): TornadoPage.node(chart)
    case .steps(let table): StepPage.node(table)
    case .story(let board): StoryPage.node(board)
    case .heading(let text): .el(.h3, "finding", text)
    case .words(let text): .el(.p, "reading", text)
    case .command(let command): .el(.pre, [], [.el(.code, command)])
    case .list(let title, let items):
      .group([title.map { .el(.h3, $0) } ?? .none, .el(.ul, "facts", items.map { .el(.li, $0) })])
    }
  }

  /// Charts that cannot shrink are drawn twice; the style sheet shows one of them.
  private static func curve(_ chart: CurveChart) -> HTMLNode {
    .el(
      .div,
      "card",
      [
        CurveGeometry(chart.points, width: 1140, height: 360, labelWidth: 90).drawing(chart, classes: "wide"),
        CurveGeometry(chart.points, width: 360, height: 260, labelWidth: 58).drawing(
          chart,
          classes: "narrow"
        ),
      ]
    )
  }

  /// A channel's sign in its colour.
  static func glyph(_ look: ChannelLook) -> HTMLNode {
    .el(
      .span,
      [.classes("glyph ch\(look.slot)"), HTMLAttribute(.hidden, "true")] + Draw.ownColour(look),
      [.text(look.glyph)]
    )
  }
}
