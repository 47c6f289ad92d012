import JourneyStatistics

/// Writes one traveller's journey in two worlds: a row of panels each, in ordered lists.
enum StoryPage {
  static func node(_ board: StoryBoard) -> HTMLNode {
    .el(.div, "story", board.rows.enumerated().map { index, row in world(row, isSecond: index > 0) })
  }

  private static func world(_ row: StoryBoard.Row, isSecond: Bool) -> HTMLNode {
    var items = row.panels.map(visit)
    if let gap = row.gap {
      let words = "\(DecimalText.count(gap.count)) more visits, in the table below"
      items.insert(.el(.li, "skipped", words), at: gap.before)
    }
    items.append(
      .el(
        .li,
        "ending",
        [
          .el(.p, "place", [.el(.b, row.outcome)]),
          feeling(row.satisfaction, row.satisfactionText, "satisfaction"),
        ]
      )
    )
    return .group([
      .el(.h3, row.title),
      .el(.ol, [HTMLAttribute(.label, "\(row.title), visit by visit")], items),
    ])
  }

  private static func visit(_ panel: StoryBoard.Panel) -> HTMLNode {
    .el(
      .li,
      panel.isSame ? "same" : "visit",
      [
        .el(.p, "place", [BlockPage.glyph(panel.look), .text(" "), .el(.b, panel.name)]),
        panel.look.name.isEmpty ? .none : .el(.small, panel.look.name),
        feeling(
          panel.felt,
          DecimalText.fixed(panel.felt, places: 0),
          "felt, mood \(DecimalText.fixed(panel.mood, places: 0))"
        ),
        panel.does.map { .el(.p, $0) } ?? .none,
        panel.thinks.map { .el(.p, "thought", "“\($0)”") } ?? .none,
      ] + panel.pains.map { .el(.p, "note pain", $0) } + panel.remarks.map { .el(.p, "remark", $0) }
        + (panel.isSame ? [.el(.p, "remark", "as today")] : [])
    )
  }

  /// Points of 100 as a bar in the colour of their class, with the number beside it.
  private static func feeling(_ points: Double, _ text: String, _ words: String) -> HTMLNode {
    let level = min(4, max(0, Int(points / 20)))
    let width = SVGNumber.text(min(100, max(0, points)))
    return .el(
      .p,
      "felt",
      [
        .el(
          .span,
          [.classes("gauge f\(level)"), HTMLAttribute(.hidden, "true")],
          [.el(.i, [HTMLAttribute(.style, "width:\(width)%")])]
        ),
        .el(.b, text), .el(.small, " \(words)"),
      ]
    )
  }
}

extension Stylesheet {
  /// One customer, twice: panels that wrap, so nothing scrolls. Gauges are outlined, as a pale one needs a border.
  static let customer: StaticString = """
    .story ol{list-style:none;margin:.5rem 0 1.4rem;padding:0;display:grid;gap:10px;\
    grid-template-columns:repeat(auto-fill,minmax(136px,1fr))}
    .story li{border:1px solid var(--rule);border-radius:10px;background:var(--card);padding:10px 12px;font-size:13px;\
    line-height:1.4;display:flex;flex-direction:column;gap:4px;break-inside:avoid}
    .story .same{background:var(--panel)}.story .ending{border:2px solid var(--ink)}
    .story .skipped{justify-content:center;text-align:center;color:var(--soft);border-style:dashed}
    .story .place{font-size:14px}.story small,.story .remark{color:var(--soft);font-size:12.5px}
    .felt{display:flex;align-items:center;flex-wrap:wrap;gap:2px 6px}.felt b{font-size:15px}
    .gauge{width:52px;height:10px;border:1px solid var(--soft);border-radius:3px;overflow:hidden;flex:none}\
    .gauge i{display:block;height:100%;background:var(--f)}
    .f0{--f:var(--f0)}.f1{--f:var(--f1)}.f2{--f:var(--f2)}.f3{--f:var(--f3)}.f4{--f:var(--f4)}
    """
}
