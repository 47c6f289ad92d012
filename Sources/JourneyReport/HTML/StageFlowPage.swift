/// Writes moves between stages, drawn twice; the narrow drawing has room for signs of channels only, so a key names them.
enum StageFlowPage {
  static func node(_ flow: StageFlow) -> HTMLNode {
    var looks: [ChannelLook] = []
    for node in flow.nodes where node.size > 0 {
      if case .channel(let look) = node.kind, look != .none, !looks.contains(look) { looks.append(look) }
    }
    return .el(
      .div,
      "card",
      [
        .el(.div, "flow-key", [LanePage.channels(looks)]), flow.wideDrawing(), flow.narrowDrawing(),
      ]
    )
  }
}
