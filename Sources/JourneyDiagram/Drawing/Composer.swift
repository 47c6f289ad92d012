/// Writes a placed and routed picture as DOT with every position given.
struct Composer {
  let picture: JourneyPicture
  let scene: Scene
  let routes: [Route]
  let background: Background
  let sheet: Box
  let palette: Palette
  private let elementIDs: [String]
  private let names: [String: String]
  private let pathNumbers: [[Int]]

  init(picture: JourneyPicture, scene: Scene, routes: [Route], background: Background, sheet: Box) {
    self.picture = picture
    self.scene = scene
    self.routes = routes
    self.background = background
    self.sheet = sheet
    palette = Palette.of(picture.theme)
    elementIDs = Self.elementIDs(of: picture)
    pathNumbers = Self.pathNumbers(of: picture)
    var names: [String: String] = [:]
    for outcome in picture.outcomes { names[outcome.id] = outcome.name }
    for card in picture.cards.reversed() { names[card.id] = card.name }
    self.names = names
  }

  /// Most figures on lines.
  private static let mostLabels = 6

  func dot() -> String {
    var writer = DotWriter()
    writer.defaults(
      "graph",
      [
        ("outputorder", .word("edgesfirst")), ("pad", .number(0)), ("margin", .number(0)),
        ("bgcolor", .word(palette.page)), ("fontname", .word(Lettering.fonts)),
        ("_background", .verbatim(background.text)),
        (
          "bb",
          .word(
            [sheet.left, -sheet.bottom, sheet.right, -sheet.top].map(DotNumber.text).joined(separator: ",")
          )
        ),
      ]
    )
    writer.defaults(
      "node",
      [
        ("shape", .word("box")), ("style", .word("rounded,filled")), ("fixedsize", .word("shape")),
        ("width", .word(inches(Scene.Size.card.width))), ("height", .word(inches(Scene.Size.card.height))),
        ("margin", .number(0)), ("penwidth", .number(1)), ("color", .word(palette.cardLine)),
        ("fillcolor", .word(palette.card)), ("fontname", .word(Lettering.fonts)), ("fontsize", .number(12)),
        ("fontcolor", .word(palette.ink)),
      ]
    )
    writer.defaults(
      "edge",
      [("color", .word(Colour.translucent(palette.flow))), ("arrowhead", .word("normal"))]
    )
    cards(to: &writer)
    outcomes(to: &writer)
    for route in routes { edge(route, to: &writer) }
    labels(to: &writer)
    return writer.text
  }

  // MARK: Nodes

  private func cards(to writer: inout DotWriter) {
    let label = CardLabel(picture: picture, palette: palette, pathNumbers: pathNumbers)
    for (index, card) in picture.cards.enumerated() where !card.isAbsent {
      let look = label.look(index)
      let lane = picture.lanes.isEmpty ? "" : " lane-\(min(max(0, card.lane), picture.lanes.count - 1) + 1)"
      let heat = card.heat.map { " heat-\(min(max(0, $0.level), 6) + 1)" } ?? ""
      writer.node(
        "n\(index)",
        [
          ("id", .text(elementIDs[index])),
          ("class", .word("touchpoint\(lane)\(heat)\(Self.classes(label.pathNumbers[index]))")),
          ("pos", .word(position(scene.cards[index].centre))), ("fillcolor", .word(look.fill)),
          ("color", .word(look.line)), ("penwidth", .number(look.pen)), ("label", .label(look.label)),
          ("tooltip", .text(card.tooltip.isEmpty ? card.name : card.tooltip)),
        ]
      )
      if picture.hasTab(index), let tab = card.painTab { self.tab(tab, of: index, to: &writer) }
      if picture.view == .hotspots, !card.isGrey, let rank = card.heat?.rank, (1...5).contains(rank) {
        medallion(rank, of: index, to: &writer)
      }
    }
  }

  private func tab(_ text: String, of index: Int, to writer: inout DotWriter) {
    let card = scene.cards[index]
    let fitted = Lettering.fit(text, width: Scene.Size.tab.width - 6, size: 10.2)
    writer.node(
      "t\(index)",
      [
        ("id", .text("pain-" + elementIDs[index])), ("class", .word("pain")),
        ("pos", .word(position(Point(x: card.centre.x, y: card.bottom + 8)))),
        ("width", .word(inches(Scene.Size.tab.width))), ("height", .word(inches(Scene.Size.tab.height))),
        ("style", .word("filled")), ("color", .word(palette.tabLine)), ("fillcolor", .word(palette.tab)),
        ("penwidth", .number(0.8)), ("label", .label(.run(fitted, size: 10.2, colour: palette.tabText))),
        ("tooltip", .text(text)),
      ]
    )
  }

  private func medallion(_ rank: Int, of index: Int, to writer: inout DotWriter) {
    let card = scene.cards[index]
    writer.node(
      "r\(index)",
      [
        ("id", .text("rank-\(rank)-" + elementIDs[index])), ("class", .word("rank")),
        ("pos", .word(position(Point(x: card.left, y: card.top)))), ("shape", .word("circle")),
        ("width", .word("0.31")), ("height", .word("0.31")), ("style", .word("filled")),
        ("fillcolor", .word(palette.medallion)), ("color", .word(palette.page)), ("penwidth", .number(1.6)),
        ("label", .label(.run("\(rank)", size: 11.5, colour: palette.onMedallion, bold: true))),
        ("tooltip", .text("Rank \(rank)")),
      ]
    )
  }

  private func outcomes(to writer: inout DotWriter) {
    for (index, outcome) in picture.outcomes.enumerated() {
      let box = picture.cards.count + index
      let fill: String
      let line: String
      var ink = palette.onStrong
      var lesser = palette.onStrong
      switch outcome.kind {
      case .goal: (fill, line) = (palette.goal, palette.goal)
      case .loss: (fill, line) = (palette.loss, palette.loss)
      case .neutral: (fill, line) = (palette.neutral, palette.neutral)
      case .left:
        (fill, line) = (palette.left, palette.leftLine)
        (ink, lesser) = (palette.ink, palette.secondary)
      }
      let room = Scene.Size.outcome.width - 10
      // Rows of their own keep the lines apart.
      func row(_ text: String, height: Int, sizes: [Double], colour: String, bold: Bool = false)
        -> Markup.Cell
      {
        let fitting = sizes.first { Lettering.width(of: text, size: $0, bold: bold) <= room }
        let size = fitting ?? sizes[sizes.count - 1]
        let fitted = Lettering.fit(text, width: room, size: size, bold: bold)
        let run = Markup.run(fitted, size: size, colour: colour, bold: bold)
        return .sized(width: Int(room), height: height, align: .centre, run)
      }
      var rows = [row(outcome.name, height: 17, sizes: [12.5, 11], colour: ink)]
      if !outcome.value.isEmpty {
        rows.insert(row(outcome.value, height: 23, sizes: [20], colour: ink, bold: true), at: 0)
      }
      if !outcome.interval.isEmpty {
        rows.append(row(outcome.interval, height: 14, sizes: [10.5, 10], colour: lesser))
      }
      writer.node(
        "n\(box)",
        [
          ("id", .text(elementIDs[box])),
          ("class", .word("outcome \(outcome.kind.rawValue)\(Self.classes(pathNumbers[box]))")),
          ("pos", .word(position(scene.outcomes[index].centre))),
          ("width", .word(inches(Scene.Size.outcome.width))),
          ("height", .word(inches(Scene.Size.outcome.height))),
          ("style", .word(outcome.kind == .left ? "rounded,filled,dashed" : "rounded,filled")),
          ("fillcolor", .word(fill)), ("color", .word(line)), ("label", .label(.rows(rows))),
          ("tooltip", .text(outcome.tooltip.isEmpty ? "\(outcome.name): \(outcome.value)" : outcome.tooltip)),
        ]
      )
    }
  }

  // MARK: Lines

  private func edge(_ route: Route, to writer: inout DotWriter) {
    let flow = picture.flows[route.flow]
    var attributes: [DotWriter.Attribute] = [
      ("id", .word("flow-\(route.flow + 1)")), ("class", .word("flow\(Self.classes(flow))")),
      ("penwidth", .number(route.width)),
    ]
    var isDashed = route.isBackward
    if LineWidths.isGhost(flow, in: picture.view) {
      attributes += [("color", .word(palette.ghostFlow)), ("arrowhead", .word("none"))]
    } else {
      attributes.append(("arrowsize", .number(route.arrowSize)))
      switch flow.style {
      case .path(let number): attributes.append(("color", .word(palette.path(number))))
      case .more: attributes.append(("color", .word(Colour.translucent(palette.more))))
      case .fewer:
        attributes.append(("color", .word(Colour.translucent(palette.fewer))))
        isDashed = true
      case .normal, .ghost:
        if flow.isFailureDemand {
          attributes.append(("color", .word(Colour.translucent(palette.failureFlow))))
        } else if picture.view == .hotspots || route.isBackward {
          // Under heat all lines, elsewhere what leads back: in a lower voice, yet to be seen.
          attributes.append(("color", .word(palette.leftLine)))
        }
      }
    }
    if isDashed, flow.style != .more { attributes.append(("style", .word("dashed"))) }
    attributes += [
      ("pos", .word(spline(route.curve, arrow: !LineWidths.isGhost(flow, in: picture.view)))),
      ("tooltip", .text(tooltip(flow))),
    ]
    writer.edge("n\(route.from)", "n\(route.to)", attributes)
  }

  private func tooltip(_ flow: Flow) -> String {
    if !flow.tooltip.isEmpty { return flow.tooltip }
    return "\(names[flow.from] ?? flow.from) → \(names[flow.to] ?? flow.to)"
  }

  /// The largest figures in white pills on their lines, out of each other's way.
  private func labels(to writer: inout DotWriter) {
    // In a dense grid nobody could tell whose figure an ordinary line's is.
    let isOpen = scene.kind == .layers
    let labelled = routes.filter { route in
      let flow = picture.flows[route.flow]
      return flow.label?.isEmpty == false && (isOpen || flow.style != .normal)
    }
    .sorted {
      (picture.flows[$0.flow].share, -$0.flow) > (picture.flows[$1.flow].share, -$1.flow)
    }.prefix(Self.mostLabels)
    var taken = scene.cards + scene.outcomes
    for route in labelled {
      let flow = picture.flows[route.flow]
      let text = Lettering.fit(flow.label ?? "", width: 70, size: 11, bold: true)
      let width = Lettering.width(of: text, size: 11, bold: true) + 14
      let along = route.curve.samples(per: 16)
      // From the middle outwards, first where nothing is covered.
      let order = along.indices.sorted {
        (abs($0 - along.count / 2), $0) < (abs($1 - along.count / 2), $1)
      }
      let boxes = order.map { Box(centre: along[$0], width: width, height: 16) }
      guard let box = boxes.first(where: { box in !taken.contains { $0.overlaps(box) } }) ?? boxes.first
      else { continue }
      taken.append(box)
      let (line, ink) =
        switch flow.style {
        case .more: (palette.more, palette.moreText)
        case .fewer: (palette.fewer, palette.fewerText)
        default: (palette.cardLine, palette.ink)
        }
      writer.node(
        "l\(route.flow)",
        [
          ("id", .word("label-\(route.flow + 1)")), ("class", .word("figure")),
          ("pos", .word(position(box.centre))),
          ("width", .word(inches(width))), ("height", .word(inches(16))), ("fillcolor", .word(palette.card)),
          ("color", .word(line)), ("label", .label(.run(text, size: 11, colour: ink, bold: true))),
          ("tooltip", .text(tooltip(flow))),
        ]
      )
    }
  }

  // MARK: Small things

  /// Classes of what belongs to paths, for style sheets that show one of them.
  private static func classes(_ paths: [Int]) -> String { paths.map { " path-\($0)" }.joined() }

  private static func classes(_ flow: Flow) -> String {
    if case .path(let number) = flow.style { classes([number]) } else { "" }
  }

  /// Numbers of the ranked paths through each box, as told by the moves and not by the lines: leaving has no line.
  private static func pathNumbers(of picture: JourneyPicture) -> [[Int]] {
    let ids = picture.cards.map(\.id) + picture.outcomes.map(\.id)
    let boxes = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var numbers = ids.map { _ in Set<Int>() }
    for flow in picture.flows {
      guard case .path(let number) = flow.style else { continue }
      for box in [flow.from, flow.to].compactMap({ boxes[$0] }) { numbers[box].insert(number) }
    }
    return numbers.map { $0.sorted() }
  }

  /// Ids for style sheets and scripts: safe, and no two alike.
  private static func elementIDs(of picture: JourneyPicture) -> [String] {
    var seen: Set<String> = []
    let plain =
      picture.cards.map { "tp-" + DotText.identifier($0.id) }
      + picture.outcomes.map { "out-" + DotText.identifier($0.id) }
    return plain.enumerated().map { place, id in
      if seen.insert(id).inserted { return id }
      let other = "\(id)--\(place + 1)"
      seen.insert(other)
      return other
    }
  }

  private func position(_ point: Point) -> String { DotNumber.position(point) }

  private func inches(_ points: Double) -> String { DotNumber.inches(points) }

  /// With an arrow the curve ends where the arrow begins; without one it goes on to the card.
  private func spline(_ curve: Curve, arrow: Bool) -> String {
    guard let tip = curve.tip else { return curve.points.map(position).joined(separator: " ") }
    guard !arrow else { return "e,\(position(tip)) " + curve.points.map(position).joined(separator: " ") }
    var whole = curve
    whole.line(to: tip)
    return whole.points.map(position).joined(separator: " ")
  }
}
