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
    // What no move touches stands in rows below: cards from the left, and under them outcomes from where the drawing
    // ends, as journeys do.
    var bottom = placed.height > 0 ? top + placed.height + 10 : top
    let step = Scene.Size.card.width + 26
    func place(_ count: Int, from first: Double, by step: Double, perRow: Int) -> [Point] {
      let perRow = max(1, perRow)
      defer { bottom += Double((count + perRow - 1) / perRow) * 100 }
      return (0..<count).map {
        Point(x: first + Double($0 % perRow) * step, y: bottom + 44 + Double($0 / perRow) * 100)
      }
    }
    let first = left + Scene.Size.card.width / 2
    let looseCards = loose.filter { $0 < cards.count }
    let perRow = Int((width - left - Scene.Size.margin + 26) / step)
    for (index, centre) in zip(looseCards, place(looseCards.count, from: first, by: step, perRow: perRow)) {
      cards[index] = Box(centre: centre, width: Scene.Size.card.width, height: Scene.Size.card.height)
    }
    let looseEnds = loose.filter { $0 >= cards.count }.map { $0 - cards.count }
    let last = (cards + outcomes).map(\.centre.x).max().map { max(first, $0) } ?? first
    let ends = place(looseEnds.count, from: last, by: -step, perRow: Int((last - first) / step) + 1)
    for (index, centre) in zip(looseEnds, ends) {
      let (width, height) = Scene.Size.outcome
      outcomes[index] = Box(centre: centre, width: width, height: height)
    }
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
      let isBack = leadsBack(pair)
      groups[2 * pair.from + (isBack ? 1 : 0)].append(index)
      groups[2 * pair.to + (isBack ? 0 : 1)].append(index)
    }
    return groups.enumerated().compactMap { group, lines in
      lines.isEmpty ? nil : (lines, Ports.room(of: standing(scene.box(group / 2))))
    }
  }

  /// Whether a line leads back to an earlier layer: such a line leaves where others arrive.
  private func leadsBack(_ pair: Pair) -> Bool { placed.backward.contains(pair) }

  /// Where each line leaves and arrives, along the side that it touches.
  private func ports(_ ends: [Pair], widths: [Double]) -> (starts: [Double], arrivals: [Double]) {
    var starts = [Double](repeating: 0, count: ends.count)
    var arrivals = starts
    /// Line ends on the two sides of each box: the far side where lines leave, the near side where they arrive.
    struct End {
      let line: Int
      let isStart: Bool
    }
    var far = [[End]](repeating: [], count: scene.cards.count + scene.outcomes.count)
    var near = far
    for (index, pair) in ends.enumerated() where pair.from != pair.to {
      let (start, arrival) = (End(line: index, isStart: true), End(line: index, isStart: false))
      if leadsBack(pair) {
        near[pair.from].append(start)
        far[pair.to].append(arrival)
      } else {
        far[pair.from].append(start)
        near[pair.to].append(arrival)
      }
    }
    func stack(_ side: [End], on box: Int) {
      let claims = side.map { end in
        let other = end.isStart ? ends[end.line].to : ends[end.line].from
        let key = standing(scene.box(other)).centre.y
        return Ports.Claim(line: end.line, width: widths[end.line], group: .across, key: key, tie: 0)
      }
      for (end, y) in zip(side, Ports.stack(claims, on: standing(scene.box(box)))) {
        if end.isStart { starts[end.line] = y } else { arrivals[end.line] = y }
      }
    }
    for box in far.indices {
      stack(far[box], on: box)
      stack(near[box], on: box)
    }
    return (starts, arrivals)
  }

  /// Graphviz' curve, its ends moved to the ports and its end drawn back to make room for the arrow.
  private func curve(_ pair: Pair, start: Double, arrival: Double, arrow: Double) -> Curve {
    let from = scene.box(pair.from)
    let to = scene.box(pair.to)
    let tab = picture.hasTab(pair.from) ? Scene.Size.tab.height - 0.5 : 0
    if leadsBack(pair) { return backwardCurve(pair, start: start, arrival: arrival, arrow: arrow) }
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

  /// The same for a line that leads back: it leaves on the near side and arrives on the far one.
  private func backwardCurve(_ pair: Pair, start: Double, arrival: Double, arrow: Double) -> Curve {
    let from = scene.box(pair.from)
    let to = scene.box(pair.to)
    let tab = picture.hasTab(pair.to) ? Scene.Size.tab.height - 0.5 : 0
    let leave = isRightwards ? Point(x: from.left, y: start) : Point(x: start, y: from.top)
    let tip = isRightwards ? Point(x: to.right, y: arrival) : Point(x: arrival, y: to.bottom + tab)
    let back = isRightwards ? Point(x: tip.x + arrow, y: tip.y) : Point(x: tip.x, y: tip.y + arrow)
    var curve = Curve(from: leave)
    curve.tip = tip
    let shift = Self.shift(placed)
    var points = (placed.edges[pair] ?? []).map { Self.moved($0, shift) }
    let last = points.count - 1
    guard last >= 3, last % 3 == 0 else {
      curve.line(to: back)
      return curve
    }
    // The control points beside the ends follow them; none lies beyond the arrow's end.
    if isRightwards {
      points[1].y += start - points[0].y
      points[last - 1].y += arrival - points[last].y
      points[last - 1].x = max(points[last - 1].x, back.x)
    } else {
      points[1].x += start - points[0].x
      points[last - 1].x += arrival - points[last].x
      points[last - 1].y = max(points[last - 1].y, back.y)
    }
    points[last] = back
    for index in stride(from: 1, to: last, by: 3) {
      curve.curve(points[index], points[index + 1], to: points[index + 2])
    }
    return curve
  }

  /// Graphviz' port lies in the middle of a card's whole space, tab included.
  private func offset(_ box: Int) -> Double {
    box < scene.cards.count ? (DotFallback.cardSpace - Scene.Size.card.height) / 2 : 0
  }
}
