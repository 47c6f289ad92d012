/// Turns Graphviz' positions and curves into a scene with routes.
struct FallbackScene {
  private let picture: JourneyPicture
  private let selection: FlowSelection
  private let placed: PlainLayout
  private let direction: DotFallback.Direction
  /// Where everything stands.
  let scene: Scene

  private static let left = Scene.Size.margin + 20
  private static let top = 18.0

  init(
    picture: JourneyPicture,
    selection: FlowSelection,
    placed: PlainLayout,
    direction: DotFallback.Direction
  ) {
    self.picture = picture
    self.selection = selection
    self.placed = placed
    self.direction = direction
    scene = Self.scene(of: picture, placed: placed)
  }

  // MARK: Positions

  private static func moved(_ point: Point, _ shift: Double) -> Point {
    Point(x: point.x + left + shift, y: point.y + top)
  }

  /// How far a narrow drawing moves to stand in the middle of its sheet.
  private static func shift(_ placed: PlainLayout) -> Double {
    max(0, (narrowest - left - Scene.Size.margin - placed.width) / 2)
  }

  private static let narrowest = 960.0

  private static func scene(of picture: JourneyPicture, placed: PlainLayout) -> Scene {
    let width = max(narrowest, placed.width + left + Scene.Size.margin)
    let shift = shift(placed)
    let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
    var cards = [Box](repeating: nowhere, count: picture.cards.count)
    var outcomes = [Box](repeating: nowhere, count: picture.outcomes.count)
    var loose: [Int] = []
    for index in 0..<(cards.count + outcomes.count) {
      guard let node = placed.nodes[index] else {
        loose.append(index)
        continue
      }
      var centre = moved(node, shift)
      if index < cards.count {
        // The card is the upper part of its space, the tab's room the lower.
        centre.y -= (DotFallback.cardSpace - Scene.Size.card.height) / 2
        cards[index] = Box(centre: centre, width: Scene.Size.card.width, height: Scene.Size.card.height)
      } else {
        outcomes[index - cards.count] = Box(
          centre: centre,
          width: Scene.Size.outcome.width,
          height: Scene.Size.outcome.height
        )
      }
    }
    // What no move touches stands in rows below.
    var bottom = placed.height > 0 ? top + placed.height + 10 : top
    let perRow = max(1, Int((width - left - Scene.Size.margin + 26) / (Scene.Size.card.width + 26)))
    for (place, index) in loose.enumerated() {
      let x = left + Scene.Size.card.width / 2 + Double(place % perRow) * (Scene.Size.card.width + 26)
      let y = bottom + 44 + Double(place / perRow) * 100
      if index < cards.count {
        cards[index] = Box(
          centre: Point(x: x, y: y),
          width: Scene.Size.card.width,
          height: Scene.Size.card.height
        )
      } else {
        outcomes[index - cards.count] = Box(
          centre: Point(x: x, y: y),
          width: Scene.Size.outcome.width,
          height: Scene.Size.outcome.height
        )
      }
    }
    bottom += Double((loose.count + perRow - 1) / perRow) * 100
    return Scene(kind: .layers, cards: cards, outcomes: outcomes, width: width, bottom: bottom + 6)
  }

  // MARK: Lines

  /// Curves with ports: Graphviz lets all lines of a side meet in its middle, here they get places of their own.
  func routed() -> GridRouter.Result {
    let ends = selection.drawn.map { Pair(from: $0.from, to: $0.to) }
    let widths = LineWidths(of: picture, drawn: selection.drawn, sides: sides(ends))
    var found = GridRouter.Result(
      bottom: scene.bottom,
      perShare: widths.perShare,
      largest: widths.largest
    )
    let (starts, arrivals) = ports(ends, widths: widths.lines)
    for (index, line) in selection.drawn.enumerated() {
      let width = widths.lines[index]
      let arrow = Route.arrowLength(width: width)
      let curve =
        line.from == line.to
        ? Curve.loop(on: scene.box(line.from), end: scene.box(line.from).top + 13, arrow: arrow)
        : curve(ends[index], start: starts[index], arrival: arrivals[index], arrow: arrow)
      found.routes.append(
        Route(flow: line.flow, from: line.from, to: line.to, width: width, curve: curve, isBackward: false)
      )
    }
    if direction == .rightwards {
      var place: [String: Int] = [:]
      for (index, card) in picture.cards.enumerated() where place[card.id] == nil { place[card.id] = index }
      for entry in picture.entries where entry.share.isFinite && entry.share >= 0.005 {
        guard let card = place[entry.card] else { continue }
        let width = widths.entry(entry.share, in: picture.view)
        found.entries.append((card: card, y: scene.cards[card].centre.y, width: width))
      }
    }
    return found
  }

  private var isRightwards: Bool { direction == .rightwards }

  /// A box whose vertical sides are the ones that lines touch.
  private func standing(_ box: Box) -> Box {
    isRightwards ? box : Box(left: box.top, top: box.left, right: box.bottom, bottom: box.right)
  }

  private func sides(_ ends: [Pair]) -> [(lines: [Int], height: Double)] {
    var groups = [[Int]](repeating: [], count: 2 * (scene.cards.count + scene.outcomes.count))
    for (index, pair) in ends.enumerated() where pair.from != pair.to {
      groups[2 * pair.from].append(index)
      groups[2 * pair.to + 1].append(index)
    }
    return groups.enumerated().compactMap { group, lines in
      lines.isEmpty ? nil : (lines, Ports.room(of: standing(scene.box(group / 2))))
    }
  }

  /// Where each line leaves and arrives, along the side that it touches.
  private func ports(_ ends: [Pair], widths: [Double]) -> (starts: [Double], arrivals: [Double]) {
    var starts = [Double](repeating: 0, count: ends.count)
    var arrivals = starts
    var leaving = [[Int]](repeating: [], count: scene.cards.count + scene.outcomes.count)
    var arriving = leaving
    for (index, pair) in ends.enumerated() where pair.from != pair.to {
      leaving[pair.from].append(index)
      arriving[pair.to].append(index)
    }
    func claims(_ lines: [Int], other: (Pair) -> Int) -> [Ports.Claim] {
      lines.map { index in
        let key = standing(scene.box(other(ends[index]))).centre.y
        return Ports.Claim(line: index, width: widths[index], group: .across, key: key, tie: 0)
      }
    }
    for box in leaving.indices {
      let side = standing(scene.box(box))
      for (index, y) in zip(leaving[box], Ports.stack(claims(leaving[box], other: \.to), on: side)) {
        starts[index] = y
      }
      for (index, y) in zip(arriving[box], Ports.stack(claims(arriving[box], other: \.from), on: side)) {
        arrivals[index] = y
      }
    }
    return (starts, arrivals)
  }

  /// Graphviz' curve, its ends moved to the ports and its end drawn back to make room for the arrow.
  private func curve(_ pair: Pair, start: Double, arrival: Double, arrow: Double) -> Curve {
    let from = scene.box(pair.from)
    let to = scene.box(pair.to)
    let tab = picture.hasTab(pair.from) ? Scene.Size.tab.height - 0.5 : 0
    let leave = isRightwards ? Point(x: from.right, y: start) : Point(x: start, y: from.bottom + tab)
    let tip = isRightwards ? Point(x: to.left, y: arrival) : Point(x: arrival, y: to.top)
    let back = isRightwards ? Point(x: tip.x - arrow, y: tip.y) : Point(x: tip.x, y: tip.y - arrow)
    var curve = Curve(from: leave)
    curve.tip = tip
    let shift = Self.shift(placed)
    var points = (placed.edges[pair] ?? []).map { Self.moved($0, shift) }
    guard points.count >= 4, (points.count - 1) % 3 == 0 else {
      // A move that the layout did not know.
      if isRightwards { curve.swing(to: back) } else { curve.line(to: back) }
      return curve
    }
    let last = points.count - 1
    if isRightwards {
      points[0].y = start
      points[1].y += start - scene.box(pair.from).centre.y - offset(pair.from)
      points[last].y = arrival
      points[last - 1].y += arrival - scene.box(pair.to).centre.y - offset(pair.to)
      points[last - 1].x = min(points[last - 1].x, back.x)
    } else {
      points[1].x += start - points[0].x
      points[0].x = start
      points[last - 1].x += arrival - points[last].x
      points[last].x = arrival
      points[last - 1].y = min(points[last - 1].y, back.y)
    }
    points[last] = back
    if !isRightwards, points[0].y > leave.y + 0.5 { curve.line(to: points[0]) }
    var index = 1
    while index + 2 <= last {
      curve.curve(points[index], points[index + 1], to: points[index + 2])
      index += 3
    }
    return curve
  }

  /// Graphviz' port lies in the middle of a card's whole space, tab included.
  private func offset(_ box: Int) -> Double {
    box < scene.cards.count ? (DotFallback.cardSpace - Scene.Size.card.height) / 2 : 0
  }
}
