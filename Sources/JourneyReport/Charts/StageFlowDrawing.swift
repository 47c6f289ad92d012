import JourneyStatistics

extension StageFlow {
  /// The drawing for wide pages: stages from left to right, what is lost falls down.
  func wideDrawing() -> HTMLNode {
    let (width, start, endRoom) = (1140.0, 20.0, 150.0)
    let step = min(330, (width - start - endRoom) / Double(stages.count))
    let geometry = StageFlowGeometry(
      self,
      .init(
        step: step,
        start: start,
        breadth: 260,
        countsBoxes: false,
        stub: 16,
        bar: 12,
        gap: 8,
        beforeBox: step < 150 ? 36 : 28,
        boxPlace: 0.42
      )
    )
    return StageFlowDrawing(
      flow: self,
      geometry: geometry,
      isWide: true,
      width: width,
      height: geometry.reach + 52
    ).node
  }

  /// The drawing for narrow pages: stages from top to bottom, what is lost falls to the right.
  func narrowDrawing() -> HTMLNode {
    let geometry = StageFlowGeometry(
      self,
      .init(
        step: 104,
        start: 18,
        breadth: 352,
        countsBoxes: true,
        stub: 14,
        bar: 13,
        gap: 4,
        beforeBox: 26,
        boxPlace: 0.4
      )
    )
    let ends = nodes.count { $0.column == stages.count && $0.size > 0 }
    let height = geometry.along(stages.count) + 13 + 17 * Double(ends) + 10
    return StageFlowDrawing(flow: self, geometry: geometry, isWide: false, width: 360, height: height).node
  }
}

/// Draws moves between stages; colours come from the style sheet.
private struct StageFlowDrawing {
  let flow: StageFlow
  let geometry: StageFlowGeometry
  let isWide: Bool
  let width: Double
  let height: Double

  /// Room for the names of stages above a wide drawing.
  private static let head = 26.0

  var node: HTMLNode {
    Draw.canvas(
      width: width,
      height: height,
      classes: "stageflow " + (isWide ? "wide" : "narrow"),
      finding: flow.finding,
      [
        ribbons([.on], "flow-on"), ribbons([.begins], "flow-begins"), ribbons([.lost], "flow-lost"),
        ribbons([.back, .returns], "flow-back"),
      ] + geometry.bars.map(bar) + geometry.boxes.map(box) + heads + geometry.bars.compactMap(name)
        + geometry.boxes.map(boxLabel) + ends
    )
  }

  /// A place of the drawing; tenths across are as fine as anybody sees, and along the stages nothing needs even that.
  private func at(_ along: Double, _ across: Double) -> ChartPoint {
    let (along, across) = (along.rounded(), (across * 10).rounded() / 10)
    return isWide ? ChartPoint(along, across + Self.head) : ChartPoint(across, along)
  }

  /// All bands of a kind in one outline; what is thinner than can be seen is left to the bars.
  private func ribbons(_ kinds: Set<StageFlowGeometry.Ribbon.Kind>, _ classes: String) -> HTMLNode {
    var path = SVGPath()
    for ribbon in geometry.ribbons where kinds.contains(ribbon.kind) && ribbon.from.width >= 1 {
      // Bars of the first stage have nothing before them that could be taken for their source.
      if ribbon.kind == .begins, flow.nodes[ribbon.node].column == 0 { continue }
      let (from, to) = (ribbon.from, ribbon.to)
      let middle = (from.along + to.along) / 2
      path.move(to: at(from.along, from.low))
      path.curve(to: at(to.along, to.low), at(middle, from.low), at(middle, to.low))
      path.line(to: at(to.along, to.high))
      path.curve(to: at(from.along, from.high), at(middle, to.high), at(middle, from.high))
      path.close()
    }
    return path.text.isEmpty ? .none : Draw.path(path, classes)
  }

  private func rectangle(_ edge: StageFlowGeometry.Edge, thickness: Double) -> ChartBox {
    let (start, end) = (at(edge.along, edge.low), at(edge.along + thickness, max(edge.high, edge.low + 1)))
    return ChartBox(left: start.x, top: start.y, width: end.x - start.x, height: end.y - start.y)
  }

  private func bar(_ bar: StageFlowGeometry.Bar) -> HTMLNode {
    let box = rectangle(bar.edge, thickness: geometry.measures.bar)
    switch flow.nodes[bar.node].kind {
    case .channel(let look) where look == .none: return Draw.rectangle(box, "flow-plain")
    case .channel(let look): return Draw.rectangle(box, "part", look: look)
    case .passing: return Draw.rectangle(box, "flow-on")
    case .end(_, let isGoal): return Draw.rectangle(box, isGoal ? "flow-goal" : "flow-end")
    }
  }

  private func box(_ box: StageFlowGeometry.Box) -> HTMLNode {
    Draw.rectangle(rectangle(box.edge, thickness: 7), box.isBack ? "flow-backbox" : "lost")
  }

  // MARK: Words

  private func cut(_ text: String, to room: Double) -> String {
    let most = max(3, Int(room / 7))
    return text.count > most ? text.prefix(most - 1) + "…" : text
  }

  private var heads: [HTMLNode] {
    flow.stages.enumerated().map { index, stage in
      let name = stage.name.isEmpty ? "no stage" : stage.name
      return isWide
        ? Draw.text(
          cut(name, to: 0.85 * geometry.measures.step - 8),
          ChartPoint(geometry.along(index), 14),
          "flow-head"
        )
        : Draw.text(cut(name, to: 330), ChartPoint(0, geometry.along(index) - 5), "flow-head")
    }
  }

  /// A channel's sign, with its name where there is room.
  private func name(_ bar: StageFlowGeometry.Bar) -> HTMLNode? {
    guard case .channel(let look) = flow.nodes[bar.node].kind, look != .none else { return nil }
    let width = bar.edge.width
    if isWide {
      guard width >= 11 else { return nil }
      let words = cut(look.glyph + " " + look.name, to: geometry.measures.step - 30)
      return Draw.text(words, at(bar.edge.along + 17, bar.edge.middle + 4), "flow-name")
    }
    guard width >= 13 else { return nil }
    return Draw.text(look.glyph, at(bar.edge.along + 10.5, bar.edge.middle), "flow-glyph", anchor: .middle)
  }

  private func figure(_ figure: String, _ word: String, _ place: ChartPoint, anchor: TextAnchor = .start)
    -> HTMLNode
  {
    var attributes: [HTMLAttribute] = [
      .classes("flow-label"), HTMLAttribute(.x, place.x), HTMLAttribute(.y, place.y),
    ]
    if anchor != .start { attributes.append(HTMLAttribute(.textAnchor, anchor.rawValue)) }
    return .el(.text, attributes, [.el(.tspan, "flow-figure", figure), .text(" " + word)])
  }

  private func boxLabel(_ box: StageFlowGeometry.Box) -> HTMLNode {
    let isShort = !isWide || geometry.measures.step < 190
    let stage = flow.stages[box.stage]
    let words =
      box.isBack
      ? StageFlowWords.back(stage, among: flow.stages, isShort: isShort) : StageFlowWords.lost(stage)
    if isWide, geometry.measures.step >= 150 {
      return figure(words.figure, words.word, at(box.edge.along + 14, box.edge.middle + 5))
    }
    if isWide {
      return figure(words.figure, words.word, at(box.edge.along + 4, box.edge.high + 14), anchor: .middle)
    }
    let across = min(width - 30, max(30, box.edge.middle))
    return figure(
      words.figure,
      words.word,
      at(box.edge.along + (box.isBack && stage.lost >= StageFlowGeometry.leastFall ? 34 : 20), across),
      anchor: .middle
    )
  }

  private var ends: [HTMLNode] {
    let bars = geometry.bars.filter { flow.nodes[$0.node].column == flow.stages.count }
    let along = geometry.along(flow.stages.count)
    let places = LabelSpread.places(bars.map(\.edge.middle), apart: 18, within: 4...max(4, geometry.reach))
    return bars.enumerated().compactMap { index, bar in
      guard case .end(let name, _) = flow.nodes[bar.node].kind else { return nil }
      let share = Figure.percent(flow.nodes[bar.node].arrives)
      if isWide { return figure(share, cut(name, to: 110), at(along + 20, places[index] + 5)) }
      let place = at(along + 13 + 17 * Double(index + 1) - 2, min(bar.edge.low, width - 120))
      return figure(share, cut(name, to: 150), place)
    }
  }
}
