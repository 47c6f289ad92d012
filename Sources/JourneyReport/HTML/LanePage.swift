/// Writes the journey in lanes. The map keeps its size on narrow screens and scrolls sideways, names of lanes in view.
enum LanePage {
  static func node(_ map: LaneMap, finding: String) -> HTMLNode {
    let count = map.columns.count
    let columns = HTMLAttribute(.style, "--columns:\(count)")
    var lanes: [HTMLNode] = [
      .el(.div, "lane head", [label("Stage", "")] + map.columns.map(head)),
      lane("Does", "touchpoint, share of travellers who come here", map.columns) { column in
        column.steps.map(step)
      },
    ]
    if map.columns.contains(where: { !$0.thoughts.isEmpty }) {
      lanes.append(
        lane("Thinks", "", map.columns) { column in
          column.thoughts.prefix(3).map { .el(.p, "thought", "“\($0)”") }
        }
      )
    }
    if let curve = map.curve {
      lanes.append(
        .el(
          .div,
          "lane feels",
          [
            label(
              "Feels",
              "points of 100; line: mean by stage; "
                + (curve.stages.contains { $0.target != nil } ? "green: with all fixes; " : "")
                + "marks: touchpoints, area = share of travellers; grey dashes: expected"
            ),
            .el(
              .div,
              "canvas",
              [
                ChoicePage.personas(curve),
                FeelingGeometry(curve, columnWidth: max(150, 1240 / Double(max(1, count)))).drawing(
                  finding: finding,
                  of: curve
                ),
              ]
            ),
          ]
        )
      )
    }
    if map.columns.contains(where: { !$0.pains.isEmpty }) {
      lanes.append(
        lane("Pain points", "share of visits that meet it", map.columns, empty: "none in the model") {
          column in
          column.pains.map { note($0, "pain") }
        }
      )
    }
    if map.columns.contains(where: { !$0.opportunities.isEmpty }) {
      lanes.append(
        lane("Opportunities", "simulated effect of the fix", map.columns, empty: "none in the model") {
          column in
          column.opportunities.map { note($0, $0.isCertain ? "chance" : "chance unsure") }
        }
      )
    }
    if map.columns.contains(where: { !$0.backstage.isEmpty }) {
      lanes.append(
        lane("Backstage", "systems, owner", map.columns, classes: "backstage") { column in
          column.backstage.map { line in
            .el(.p, "behind", [.el(.span, line.systems), .el(.small, line.owner)])
          }
        }
      )
    }
    return .group([
      channels(map.channels),
      .el(.p, "swipe", "Swipe sideways to see all stages →"),
      .el(
        .div,
        [
          .classes("scroll bleed"), HTMLAttribute(.tabindex, "0"), HTMLAttribute(.role, "region"),
          HTMLAttribute(.label, "Journey map, scrolls sideways"),
        ],
        [.el(.div, [.classes("lanes"), columns], lanes)]
      ),
    ])
  }

  static func channels(_ looks: [ChannelLook]) -> HTMLNode {
    guard !looks.isEmpty else { return .none }
    return .el(
      .ul,
      [.classes("channels"), HTMLAttribute(.label, "Channels")],
      looks.map { .el(.li, [], [BlockPage.glyph($0), .text(" " + $0.name)]) }
    )
  }

  private static func label(_ title: String, _ detail: String) -> HTMLNode {
    .el(.div, "label", [.el(.b, title)] + (detail.isEmpty ? [] : [.el(.small, detail)]))
  }

  private static func head(_ column: LaneMap.Column) -> HTMLNode {
    .el(
      .div,
      "cell",
      [.el(.h3, column.name), .el(.small, StageWords.reach(column.reach))]
    )
  }

  private static func lane(
    _ title: String,
    _ detail: String,
    _ columns: [LaneMap.Column],
    empty: String = "",
    classes: String = "",
    _ content: (LaneMap.Column) -> [HTMLNode]
  ) -> HTMLNode {
    .el(
      .div,
      "lane \(classes)",
      [label(title, detail)]
        + columns.map { column in
          let nodes = content(column)
          return .el(.div, "cell", nodes.isEmpty && !empty.isEmpty ? [.el(.p, "faint", empty)] : nodes)
        }
    )
  }

  private static func step(_ step: LaneMap.Step) -> HTMLNode {
    .el(
      .p,
      [.classes("step")] + (step.does.map { [HTMLAttribute(.title, $0)] } ?? []),
      [
        BlockPage.glyph(step.look), .el(.span, "what", step.name),
        .el(.span, "share", Figure.percent(step.reach)),
      ]
    )
  }

  private static func note(_ note: LaneMap.Note, _ classes: String) -> HTMLNode {
    .el(.div, "note \(classes)", [.text(note.title), .el(.small, note.detail)])
  }
}
