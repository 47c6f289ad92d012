import JourneyDiagram
import JourneyStatistics

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
    case .routes(let picture):
      .el(
        .div,
        "routes",
        [
          ChoicePage.routes(picture),
          PicturePage.node(
            try InlineDrawing(picture, idPrefix: "\(section.id.rawValue)-"),
            name: section.navigation
          ),
        ]
      )
    case .stageFlow(let flow): StageFlowPage.node(flow)
    case .prize(let chart): PrizePage.node(chart)
    case .losses(let chart): LossPage.node(chart, finding: finding)
    case .forest(let table): ForestPage.node(table)
    case .live(let model): LivePage.node(model)
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
    let others =
      chart.bands.flatMap(\.ranges).map { Estimate.exact($0.lowerBound) }
      + chart.others.flatMap(\.shares).map(Estimate.exact)
    func drawing(_ width: Double, _ height: Double, labels: Double, _ classes: String) -> HTMLNode {
      CurveGeometry(chart.points, width: width, height: height, labelWidth: labels, others: others)
        .drawing(chart, classes: classes)
    }
    let isAlone = chart.others.isEmpty
    return .el(
      .div,
      "card",
      [
        drawing(1140, 360, labels: isAlone ? 90 : 250, "wide"),
        drawing(360, isAlone ? 260 : 300, labels: isAlone ? 68 : 140, "narrow"),
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
