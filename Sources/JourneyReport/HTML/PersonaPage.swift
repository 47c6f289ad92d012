/// Writes personas side by side.
enum PersonaPage {
  static func node(_ panels: PersonaPanels) -> HTMLNode {
    .el(.div, "personas", panels.panels.map { panel($0, panels) })
  }

  private static func panel(_ panel: PersonaPanels.Panel, _ panels: PersonaPanels) -> HTMLNode {
    .el(
      .article,
      "card persona",
      [
        .el(.h3, panel.name),
        .el(.p, "want", panel.words),
        panels.drawing(panel),
        .el(
          .dl,
          "small",
          panel.figures.map { figure in .el(.div, [], [.el(.dd, figure.value), .el(.dt, figure.label)]) }
        ),
        bar(panel, panels),
      ]
    )
  }

  /// The channels that a persona uses: a bar, and the same in words.
  private static func bar(_ panel: PersonaPanels.Panel, _ panels: PersonaPanels) -> HTMLNode {
    let parts = zip(panels.looks, panel.channels).filter { $0.1 > 0 }
    let total = parts.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return .none }
    var left = 0.0
    var marks: [HTMLNode] = []
    for (look, share) in parts {
      let width = share / total * 250
      let box = ChartBox(left: left, top: 0, width: max(0.5, width - 1), height: 10)
      marks.append(Draw.rectangle(box, "part", look: look))
      left += width
    }
    let words = parts.map { "\($0.0.name) \(Figure.percent($0.1 / total))" }
    return .group([
      Draw.canvas(
        width: 250,
        height: 10,
        classes: "channelbar",
        finding: "Visits by channel: " + words.joined(separator: ", "),
        marks
      ),
      .el(
        .p,
        "channelwords",
        parts.map { look, share in
          .el(
            .span,
            [HTMLAttribute(.title, look.name)],
            [BlockPage.glyph(look), .text(" \(Figure.percent(share / total))")]
          )
        }
      ),
    ])
  }
}
