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

  /// Which way the layers follow each other.
  enum Direction: String {
    case rightwards = "LR"
    case downwards = "TB"
  }

  /// Height that the layout keeps for a card: with a pain tab, present or not, so that figures never move a card.
  static let cardSpace = Scene.Size.card.height + Scene.Size.tab.height

  /// Lays out `picture`, whose least visited touchpoints are already folded; `kept` says how many are not.
  ///
  /// Layers go to the right unless that would give a ribbon that no page can hold.
  static func layout(of small: JourneyPicture, kept: Int) throws(GraphvizError) -> Layout {
    let selection = FlowSelection(of: small)
    let pairs = Self.pairs(of: small, selection: selection)
    var placed = PlainLayout("")
    var direction = Direction.rightwards
    if !pairs.isEmpty {
      placed = try settled(small, pairs: pairs, direction: .rightwards)
      if placed.width > 2.1 * placed.height, placed.width > 1500 {
        let downwards = try settled(small, pairs: pairs, direction: .downwards)
        if ratio(downwards) < ratio(placed) { (placed, direction) = (downwards, .downwards) }
      }
    }
    let builder = FallbackScene(
      picture: small,
      selection: selection,
      placed: placed,
      direction: direction
    )
    return Layout(
      picture: small,
      kept: kept,
      selection: selection,
      scene: builder.scene,
      found: builder.routed()
    )
  }

  /// How far a drawing is from the shape of a page.
  private static func ratio(_ layout: PlainLayout) -> Double {
    let shape = layout.width / max(1, layout.height) / 1.3
    return max(shape, 1 / max(0.01, shape))
  }

  /// The moves that decide the positions, each pair once, repeats of a touchpoint left out.
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
      return line.from != line.to && seen.insert(pair).inserted ? pair : nil
    }
  }

  /// A layout in which moves that lead back take the short way: from the side where others arrive to the side where
  /// others leave, instead of a loop around both cards. Which they are only a first layout tells.
  private static func settled(
    _ picture: JourneyPicture,
    pairs: [Pair],
    direction: Direction
  ) throws(GraphvizError) -> PlainLayout {
    let first = try run(picture, pairs: pairs, backward: [], direction: direction)
    let backward = Set(pairs.filter { leadsBack($0, in: first, direction) })
    guard !backward.isEmpty else { return first }
    var second = try run(picture, pairs: pairs, backward: backward, direction: direction)
    second.backward = backward
    return second
  }

  private static func leadsBack(_ pair: Pair, in layout: PlainLayout, _ direction: Direction) -> Bool {
    guard let from = layout.nodes[pair.from], let to = layout.nodes[pair.to] else { return false }
    return direction == .rightwards ? to.x < from.x : to.y < from.y
  }

  /// Boxes and moves alone: the look comes later. Boxes without a move stay out; they get rows of their own.
  private static func run(
    _ picture: JourneyPicture,
    pairs: [Pair],
    backward: Set<Pair>,
    direction: Direction
  ) throws(GraphvizError) -> PlainLayout {
    var writer = DotWriter()
    let isRightwards = direction == .rightwards
    writer.defaults(
      "graph",
      [
        ("rankdir", .word(direction.rawValue)), ("splines", .word("spline")),
        ("nodesep", .word(isRightwards ? "0.2" : "0.3")), ("ranksep", .word(isRightwards ? "0.9" : "0.55")),
        ("nslimit", .number(8)), ("nslimit1", .number(8)),
      ]
    )
    writer.defaults(
      "node",
      [
        ("shape", .word("box")), ("fixedsize", .word("true")), ("label", .word("")),
        ("width", .word("2.0833")),
      ]
    )
    writer.defaults(
      "edge",
      [
        ("arrowhead", .word("none")), ("tailport", .word(isRightwards ? "e" : "s")),
        ("headport", .word(isRightwards ? "w" : "n")),
      ]
    )
    var isUsed = [Bool](repeating: false, count: picture.cards.count + picture.outcomes.count)
    for pair in pairs {
      isUsed[pair.from] = true
      isUsed[pair.to] = true
    }
    for index in picture.cards.indices where isUsed[index] {
      writer.node("n\(index)", [("height", .word("1.0694"))])
    }
    let ends = picture.outcomes.indices.map { picture.cards.count + $0 }.filter { isUsed[$0] }
    for index in ends { writer.node("n\(index)", [("height", .word("0.9722"))]) }
    if !ends.isEmpty { writer.sameRank(ends.map { "n\($0)" }, "sink") }
    let back: [DotWriter.Attribute] = [
      ("tailport", .word(isRightwards ? "w" : "n")), ("headport", .word(isRightwards ? "e" : "s")),
    ]
    for pair in pairs {
      writer.edge("n\(pair.from)", "n\(pair.to)", backward.contains(pair) ? back : [])
    }
    let plain = try Graphviz.render(dot: writer.text, engine: .dot, format: .plain)
    return PlainLayout(String(decoding: plain.bytes, as: UTF8.self))
  }
}
