import JourneyStatistics

/// Says what a chart of moves between stages shows and what it leaves out.
public enum StageFlowWords {
  /// The finding with the figures of the chart, for those who cannot see it.
  static func finding(_ heading: String, _ flow: StageFlow) -> String {
    let lost = flow.stages.filter { $0.lost >= StageFlowGeometry.leastFall }.map { stage in
      "\(Figure.percent(stage.lost)) from \(Language.quoted(stage.name))"
    }
    let ends = flow.nodes.compactMap { node -> String? in
      guard case .end(let name, _) = node.kind, node.arrives > 0 else { return nil }
      return "\(Figure.percent(node.arrives)) end in \(Language.quoted(name))"
    }
    return [heading, lost.isEmpty ? "" : "Lost: " + Language.list(lost), Language.list(ends)]
      .filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// How to read it.
  public static func reading(_ flow: StageFlow) -> String {
    let hasBack = flow.backShare > 0
    return "Bars: moves by stage and channel. Grey: on to a later stage or to an end. Orange: lost there."
      + (hasBack ? " Dashed: back to an earlier stage, per 100 travellers." : "")
  }

  /// What a bar's length is, and what is not drawn.
  public static func note(_ flow: StageFlow) -> String {
    var text =
      "All travellers’ first journeys, counted in moves. A bar is as long as what comes in or what goes out, whichever "
      + "is more; the difference changes channel within the stage."
    if flow.withinShare > 0 {
      text +=
        " \(Figure.percent(flow.withinShare)) of moves between touchpoints stay within a stage and are not drawn."
    }
    if flow.backShare > 0 {
      text += " \(Figure.percent(flow.backShare)) lead back and count again where they arrive."
    }
    text +=
      " What is thinner than a hair, or falls out with fewer than one of 200 travellers, is in the table only."
    return text
  }

  /// What falls out behind a stage: "29%" and "leave".
  static func lost(_ stage: StageFlow.Stage) -> (figure: String, word: String) {
    (Figure.percent(stage.lost), stage.onlyLeave ? "leave" : "lost")
  }

  /// What goes back from a stage, per 100 travellers: "24" and "back to discover".
  static func back(_ stage: StageFlow.Stage, among stages: [StageFlow.Stage], isShort: Bool) -> (
    figure: String, word: String
  ) {
    let sum = stage.back.reduce(0, +)
    let figure = DecimalText.fixed(sum * 100, places: sum < 0.02 ? 1 : 0)
    let main = stage.back.firstIndex { $0 > 0.95 * sum }
    guard let main, !isShort, !stages[main].name.isEmpty else { return (figure, "back") }
    return (figure, "back to \(stages[main].name)")
  }

  /// The numbers behind it, per 100 travellers.
  static func table(_ flow: StageFlow) -> ReportTable {
    func cell(_ amount: Double) -> ReportTable.Cell {
      ReportTable.Cell(amount > 0 ? DecimalText.fixed(amount * 100, places: 1) : "–")
    }
    return ReportTable(
      caption: "Moves by stage and channel, per 100 travellers",
      columns: [
        .words("Stage, channel"), .figures("Come in"), .figures("of them back"), .figures("Go on or end"),
        .figures("Lost"), .figures("Go back"),
      ],
      rows: flow.nodes.filter { $0.size > 0 }.map { node in
        let name =
          switch node.kind {
          case .channel(let look) where look.name.isEmpty: flow.stages[node.column].name
          case .channel(let look): "\(flow.stages[node.column].name), \(look.name)"
          case .passing: "\(flow.stages[node.column].name) is skipped"
          case .end(let name, _): "end: \(name)"
          }
        return [ReportTable.Cell(name)]
          + [node.comesIn, node.returns, node.goesOn, node.lost, node.goesBack].map(cell)
      }
    )
  }
}
