/// Layout by Graphviz for journeys without stages: simplified first, so that its time is bounded.
enum DotFallback {
  /// Most touchpoints that are laid out one by one.
  static let mostCards = 80

  /// A layout with the picture that it is of, possibly folded.
  struct Layout {
    let picture: JourneyPicture
    let kept: Int
    let selection: FlowSelection
    let scene: Scene
    let found: GridRouter.Result
  }

  /// Lays out `picture`, folding its least visited touchpoints into one card when there are too many.
  static func layout(of picture: JourneyPicture) throws(GraphvizError) -> Layout {
    let folded = Folding.folded(picture, most: mostCards, perCell: false)
    let small = folded.picture
    let selection = FlowSelection(of: small)
    let pairs = Self.pairs(of: small, selection: selection)
    let plain = try Graphviz.render(dot: skeleton(of: small, pairs: pairs), engine: .dot, format: .plain)
    let placed = PlainLayout(String(decoding: plain.bytes, as: UTF8.self))
    return assemble(small, kept: folded.kept, selection: selection, placed: placed)
  }

  /// Ends of one or more flows.
  struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  /// The moves that decide the positions, each pair once.
  private static func pairs(of picture: JourneyPicture, selection: FlowSelection) -> [Pair] {
    var drawn = selection.drawn
    if !picture.layoutFlows.isEmpty {
      var base = picture
      base.flows = picture.layoutFlows
      base.view = .map
      drawn = FlowSelection(of: base).drawn
    }
    var seen: Set<Pair> = []
    return drawn.compactMap { line in
      let pair = Pair(from: line.from, to: line.to)
      return seen.insert(pair).inserted ? pair : nil
    }
  }

  /// Boxes and moves alone: the look comes later.
  private static func skeleton(of picture: JourneyPicture, pairs: [Pair]) -> String {
    var writer = DotWriter()
    writer.defaults(
      "graph",
      [
        ("rankdir", .word("LR")), ("splines", .word("spline")), ("nodesep", .word("0.3")),
        ("ranksep", .word("0.95")), ("nslimit", .number(8)), ("nslimit1", .number(8)),
      ]
    )
    writer.defaults(
      "node",
      [
        ("shape", .word("box")), ("fixedsize", .word("true")), ("label", .word("")),
        ("width", .word("2.0833")),
      ]
    )
    writer.defaults("edge", [("arrowhead", .word("none"))])
    for index in picture.cards.indices {
      // Room for the pain tab is always kept, so that figures never move a card.
      writer.node("n\(index)", [("height", .word("1.0694"))])
    }
    for index in picture.outcomes.indices {
      writer.node("n\(picture.cards.count + index)", [("height", .word("0.9722"))])
    }
    for pair in pairs { writer.edge("n\(pair.from)", "n\(pair.to)", []) }
    return writer.text
  }

  private static func assemble(
    _ picture: JourneyPicture,
    kept: Int,
    selection: FlowSelection,
    placed: PlainLayout
  ) -> Layout {
    let left = Scene.Size.margin + 20
    let top = 14.0
    func moved(_ point: Point) -> Point { Point(x: point.x + left, y: placed.height - point.y + top) }
    func centre(_ index: Int) -> Point { moved(placed.nodes[index] ?? Point(x: 0, y: 0)) }
    var scene = Scene(
      kind: .layers,
      cards: picture.cards.indices.map { index in
        // The card is the upper part of its space, the tab's room the lower.
        var middle = centre(index)
        middle.y -= (77 - Scene.Size.card.height) / 2
        return Box(centre: middle, width: Scene.Size.card.width, height: Scene.Size.card.height)
      },
      outcomes: picture.outcomes.indices.map { index in
        Box(
          centre: centre(picture.cards.count + index),
          width: Scene.Size.outcome.width,
          height: Scene.Size.outcome.height
        )
      },
      width: max(960, placed.width + left + Scene.Size.margin),
      bottom: placed.height + top + 6
    )
    scene.columnOf = [Int](repeating: 0, count: picture.cards.count + picture.outcomes.count)

    let widths = LineWidths(of: picture, drawn: selection.drawn, sides: [])
    var found = GridRouter.Result(
      bottom: scene.bottom,
      perShare: widths.perShare,
      largest: widths.largest
    )
    var used: [Pair: Int] = [:]
    var together: [Pair: Int] = [:]
    for line in selection.drawn { together[Pair(from: line.from, to: line.to), default: 0] += 1 }
    for (line, width) in zip(selection.drawn, widths.lines) {
      let pair = Pair(from: line.from, to: line.to)
      let place = used[pair, default: 0]
      used[pair] = place + 1
      let shift = (Double(place) - Double(together[pair, default: 1] - 1) / 2) * (width + 1.6)
      let points = (placed.edges[pair] ?? []).map(moved).map { Point(x: $0.x, y: $0.y + shift) }
      let curve =
        curve(points, tip: Route.arrowLength(width: width))
        ?? direct(from: scene.box(line.from), to: scene.box(line.to), arrow: Route.arrowLength(width: width))
      found.routes.append(
        Route(flow: line.flow, from: line.from, to: line.to, width: width, curve: curve, isBackward: false)
      )
    }
    found.entries = picture.entries.compactMap { entry in
      guard entry.share.isFinite, entry.share >= 0.005,
        let card = picture.cards.firstIndex(where: { $0.id == entry.card })
      else { return nil }
      let width = max(1, min(LineWidths.widest, entry.share * widths.perShare))
      return (card: card, y: scene.cards[card].centre.y, width: width)
    }
    return Layout(picture: picture, kept: kept, selection: selection, scene: scene, found: found)
  }

  /// Graphviz' curve with its end drawn back to make room for the arrow.
  private static func curve(_ points: [Point], tip length: Double) -> Curve? {
    guard points.count >= 4, (points.count - 1) % 3 == 0 else { return nil }
    var curve = Curve(from: points[0])
    let tip = points[points.count - 1]
    let before = points.last { abs($0.x - tip.x) + abs($0.y - tip.y) > 0.5 } ?? points[0]
    let dx = tip.x - before.x
    let dy = tip.y - before.y
    let distance = max(0.001, (dx * dx + dy * dy).squareRoot())
    let back = Point(x: dx / distance * length, y: dy / distance * length)
    var index = 1
    while index + 2 < points.count {
      let isLast = index + 3 >= points.count
      let second = points[index + 1]
      let end = points[index + 2]
      curve.curve(
        points[index],
        isLast ? Point(x: second.x - back.x, y: second.y - back.y) : second,
        to: isLast ? Point(x: end.x - back.x, y: end.y - back.y) : end
      )
      index += 3
    }
    curve.tip = tip
    return curve
  }

  /// A plain swing for a move that the layout did not know.
  private static func direct(from: Box, to: Box, arrow: Double) -> Curve {
    var curve = Curve(from: Point(x: from.right, y: from.centre.y))
    curve.swing(to: Point(x: to.left - arrow, y: to.centre.y))
    curve.tip = Point(x: to.left, y: to.centre.y)
    return curve
  }
}

/// Graphviz' plain format: positions and curves as lines of words, in inches, y upwards.
struct PlainLayout {
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Centres in points.
  private(set) var nodes: [Int: Point] = [:]
  /// Curves in points.
  private(set) var edges: [DotFallback.Pair: [Point]] = [:]

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "graph" where words.count >= 4:
        width = Self.points(words[2])
        height = Self.points(words[3])
      case "node" where words.count >= 4:
        guard let index = Int(words[1].dropFirst()) else { continue }
        nodes[index] = Point(x: Self.points(words[2]), y: Self.points(words[3]))
      case "edge" where words.count >= 4:
        guard let from = Int(words[1].dropFirst()), let to = Int(words[2].dropFirst()),
          let count = Int(words[3]), count > 0, words.count >= 4 + 2 * count
        else { continue }
        edges[DotFallback.Pair(from: from, to: to)] = (0..<count).map { place in
          Point(x: Self.points(words[4 + 2 * place]), y: Self.points(words[5 + 2 * place]))
        }
      default: continue
      }
    }
  }

  private static func points(_ word: Substring) -> Double { (Double(word) ?? 0) * 72 }
}
