/// Draws the lines of a grid: ports on the cards, courses between the columns, strips past the cards, rails along a
/// column, and a bed under the lanes for what leads back.
struct GridRouter {
  /// How a line gets from its card to the other end.
  enum Way: Equatable {
    /// A repeat of the same touchpoint.
    case loop
    /// To the neighbour below (or above) in the same column.
    case upright(down: Bool)
    /// Along the column, outside its cards: down on the east side, up on the west side.
    case rail(down: Bool)
    /// To a column further right.
    case forward
    /// To the column at the left, of the same stage.
    case back
    /// To an earlier stage, under the lanes.
    case under
  }

  /// Everything the router found.
  struct Result {
    var routes: [Route] = []
    /// Where journeys begin: short bars at the west side of cards.
    var entries: [(card: Int, y: Double, width: Double)] = []
    /// Where the drawing's frame ends.
    var bottom: Double
    /// Points for a share of 1, and the largest share.
    var perShare: Double
    var largest: Double
  }

  private struct Line {
    let drawn: FlowSelection.Drawn
    let way: Way
    var width = 0.0
    /// Heights at which it passes the columns between its ends.
    var passes: [Double] = []
    var start = 0.0
    var end = 0.0
    /// Distance of its upright parts from the cards, at its start and at its end, and from the lanes.
    var startRail = 0.0
    var endRail = 0.0
    var bed = 0.0
  }

  private let scene: Scene
  private let picture: JourneyPicture
  private var lines: [Line]
  private var entries: [(card: Int, share: Double)] = []
  private var obstacles: [[Box]]
  private let widths: LineWidths

  /// Routes `drawn` through the scene of `picture`.
  static func route(_ drawn: [FlowSelection.Drawn], of picture: JourneyPicture, in scene: Scene) -> Result {
    var router = GridRouter(drawn, of: picture, in: scene)
    router.passColumns()
    router.layRails()
    let entryHeights = router.assignPorts()
    var result = Result(
      bottom: router.bottom,
      perShare: router.widths.perShare,
      largest: router.widths.largest
    )
    result.routes = router.lines.map(router.route)
    result.entries = zip(router.entries, entryHeights).map {
      (card: $0.card, y: $1, width: router.entryWidth($0.share))
    }
    return result
  }

  private init(_ drawn: [FlowSelection.Drawn], of picture: JourneyPicture, in scene: Scene) {
    self.scene = scene
    self.picture = picture
    lines = drawn.map { Line(drawn: $0, way: Self.way($0, picture: picture, scene: scene)) }
    var place: [String: Int] = [:]
    for (index, card) in picture.cards.enumerated() where place[card.id] == nil { place[card.id] = index }
    for entry in picture.entries where entry.share.isFinite && entry.share >= 0.005 {
      if let card = place[entry.card] { entries.append((card, entry.share)) }
    }
    obstacles = scene.columns.map { column in
      column.members.map { member in
        var box = scene.box(member)
        if picture.hasTab(member) { box.bottom += Scene.Size.tab.height - 1 }
        return box
      }
    }
    widths = LineWidths(of: picture, drawn: drawn, sides: Self.sides(of: lines, scene: scene))
    for index in lines.indices { lines[index].width = widths.lines[index] }
  }

  private static func way(
    _ line: FlowSelection.Drawn,
    picture: JourneyPicture,
    scene: Scene
  ) -> Way {
    if line.from == line.to { return .loop }
    let from = scene.columnOf[line.from]
    let to = scene.columnOf[line.to]
    if to > from { return .forward }
    if to < from {
      let sameStage =
        line.to < picture.cards.count && picture.cards[line.from].stage == picture.cards[line.to].stage
      return sameStage && to == from - 1 ? .back : .under
    }
    let members = scene.columns[from].members
    let places = [line.from, line.to].map { end in members.firstIndex(of: end) ?? 0 }
    let down = places[1] > places[0]
    return abs(places[1] - places[0]) == 1 ? .upright(down: down) : .rail(down: down)
  }

  /// Lines that share a card side.
  private static func sides(of lines: [Line], scene: Scene) -> [(lines: [Int], height: Double)] {
    let boxes = scene.cards.count + scene.outcomes.count
    var groups = [[Int]](repeating: [], count: boxes * 2)
    for (index, line) in lines.enumerated() {
      if let side = startSide(line.way) {
        groups[line.drawn.from * 2 + (side == .east ? 0 : 1)].append(index)
      }
      if let side = endSide(line.way) { groups[line.drawn.to * 2 + (side == .east ? 0 : 1)].append(index) }
    }
    return groups.enumerated().compactMap { group, members in
      members.isEmpty ? nil : (members, Ports.room(of: scene.box(group / 2)))
    }
  }

  private static func startSide(_ way: Way) -> Ports.Side? {
    switch way {
    case .upright, .loop: nil
    case .forward, .under, .rail(down: true): .east
    case .back, .rail(down: false): .west
    }
  }

  private static func endSide(_ way: Way) -> Ports.Side? {
    switch way {
    case .upright: nil
    case .loop, .back, .rail(down: true): .east
    case .forward, .under, .rail(down: false): .west
    }
  }

  private func entryWidth(_ share: Double) -> Double {
    widths.entry(share, in: picture.view)
  }

  private func middle(_ box: Int) -> Double { scene.box(box).centre.y }
}

extension JourneyPicture {
  /// Whether a box carries a pain tab in this view.
  func hasTab(_ box: Int) -> Bool {
    guard view == .map || view == .hotspots, cards.indices.contains(box) else { return false }
    return cards[box].painTab?.isEmpty == false && !cards[box].isGrey
  }
}

// MARK: - Past the columns in between

extension GridRouter {
  /// Walks the columns from left to right and gives every passing line a strip and a height in it.
  private mutating func passColumns() {
    for column in scene.columns.indices {
      let passing = lines.indices.filter { index in
        lines[index].way == .forward && scene.columnOf[lines[index].drawn.from] < column
          && column < scene.columnOf[lines[index].drawn.to]
      }
      guard !passing.isEmpty else { continue }
      let top = Scene.Size.header + 16
      let strips = Corridors.strips(of: obstacles[column], top: top, bottom: scene.bottom - 2)
      guard !strips.isEmpty else {
        for index in passing { lines[index].passes.append(scene.bottom) }
        continue
      }
      var members = [[Int]](repeating: [], count: strips.count)
      var used = [Double](repeating: 0, count: strips.count)
      // The widest choose first.
      for index in passing.sorted(by: { (-lines[$0].width, $0) < (-lines[$1].width, $1) }) {
        let wish = wish(of: index, at: column)
        let choice = Corridors.choose(strips, used: used, y: wish, width: lines[index].width) ?? 0
        members[choice].append(index)
        used[choice] += lines[index].width + Corridors.spacing
      }
      for (strip, group) in zip(strips, members) where !group.isEmpty {
        let order = group.sorted {
          let a = (previous(of: $0), middle(lines[$0].drawn.to), $0)
          let b = (previous(of: $1), middle(lines[$1].drawn.to), $1)
          return a < b
        }
        let heights = Corridors.spread(
          order.map { wish(of: $0, at: column) },
          widths: order.map { lines[$0].width },
          within: strip
        )
        for (index, height) in zip(order, heights) { lines[index].passes.append(height) }
      }
    }
  }

  private func previous(of index: Int) -> Double {
    lines[index].passes.last ?? middle(lines[index].drawn.from)
  }

  /// Where the straight way to the end would cross a column.
  private func wish(of index: Int, at column: Int) -> Double {
    let from = previous(of: index)
    let left = scene.columnOf[lines[index].drawn.to] - column + 1
    return from + (middle(lines[index].drawn.to) - from) / Double(max(1, left))
  }
}

// MARK: - Rails beside the columns and the bed under the lanes

extension GridRouter {
  private mutating func layRails() {
    layBed()
    let below = scene.bottom + 40
    for column in scene.columns.indices {
      var east: [(line: Int, isStart: Bool, course: Nesting.Course)] = []
      var west = east
      for (index, line) in lines.enumerated() {
        let from = middle(line.drawn.from)
        let to = middle(line.drawn.to)
        let starts = scene.columnOf[line.drawn.from] == column
        switch line.way {
        case .rail(down: true) where starts:
          east.append((index, true, Nesting.Course(from: from, to: to, width: line.width)))
        case .rail(down: false) where starts:
          west.append((index, true, Nesting.Course(from: from, to: to, width: line.width)))
        case .under:
          if starts { east.append((index, true, Nesting.Course(from: from, to: below, width: line.width))) }
          if scene.columnOf[line.drawn.to] == column {
            west.append((index, false, Nesting.Course(from: below, to: to, width: line.width)))
          }
        default: break
        }
      }
      for side in [east, west] {
        let distances = Nesting.distances(side.map(\.course), start: 14, gap: 4.2)
        // Two thirds of the space between columns at most: the other column's rails need the rest.
        let most = distances.max() ?? 0
        let room = gap(beside: column) * 0.62
        let squeeze = most > room ? (room - 14) / max(1, most - 14) : 1
        for (item, distance) in zip(side, distances) {
          let rail = distance > 14 ? 14 + (distance - 14) * squeeze : distance
          if item.isStart { lines[item.line].startRail = rail }
          if !item.isStart || lines[item.line].way != .under { lines[item.line].endRail = rail }
        }
      }
    }
  }

  private func gap(beside column: Int) -> Double {
    guard column + 1 < scene.columns.count else { return 60 }
    return scene.columns[column + 1].left - scene.columns[column].right
  }

  private mutating func layBed() {
    let backward = lines.indices.filter { lines[$0].way == .under }
    let courses = backward.map { index in
      Nesting.Course(
        from: scene.columns[scene.columnOf[lines[index].drawn.from]].right + 30,
        to: scene.columns[scene.columnOf[lines[index].drawn.to]].left - 30,
        width: lines[index].width
      )
    }
    for (index, distance) in zip(backward, Nesting.distances(courses, start: 9, gap: 4.2)) {
      lines[index].bed = distance
    }
  }

  private var bottom: Double {
    let deepest = lines.filter { $0.way == .under }.map { $0.bed + $0.width / 2 }.max() ?? 0
    return scene.bottom + (deepest > 0 ? deepest + 6 : 0)
  }
}

// MARK: - Ports

extension GridRouter {
  /// Stacks the lines on every card side; returns the heights of the entries.
  private mutating func assignPorts() -> [Double] {
    struct Owner {
      let claim: Ports.Claim
      /// A line's start or end, or an entry.
      let line: Int?
      let isStart: Bool
    }
    var east = [[Owner]](repeating: [], count: scene.cards.count + scene.outcomes.count)
    var west = east
    func add(_ owner: Owner, to side: Ports.Side, of box: Int) {
      if side == .east { east[box].append(owner) } else { west[box].append(owner) }
    }
    for (index, line) in lines.enumerated() {
      if let side = Self.startSide(line.way) {
        add(Owner(claim: startClaim(index), line: index, isStart: true), to: side, of: line.drawn.from)
      }
      if let side = Self.endSide(line.way) {
        add(Owner(claim: endClaim(index), line: index, isStart: false), to: side, of: line.drawn.to)
      }
    }
    var heights = entries.map { middle($0.card) }
    for (index, entry) in entries.enumerated() {
      let claim = Ports.Claim(
        line: lines.count + index,
        width: entryWidth(entry.share),
        group: .across,
        key: middle(entry.card),
        tie: 0
      )
      add(Owner(claim: claim, line: nil, isStart: false), to: .west, of: entry.card)
    }
    for box in east.indices {
      for owners in [east[box], west[box]] where !owners.isEmpty {
        let places = Ports.stack(owners.map(\.claim), on: scene.box(box))
        for (owner, y) in zip(owners, places) {
          if let line = owner.line {
            if owner.isStart { lines[line].start = y } else { lines[line].end = y }
          } else {
            heights[owner.claim.line - lines.count] = y
          }
        }
      }
    }
    return heights
  }

  private func startClaim(_ index: Int) -> Ports.Claim {
    let line = lines[index]
    let to = middle(line.drawn.to)
    let distance = abs(to - middle(line.drawn.from))
    switch line.way {
    // The line that goes furthest leaves nearest to the middle, so that it runs outside the others.
    case .rail(let down):
      return claim(index, down ? .below : .above, key: down ? -distance : distance)
    case .under: return claim(index, .below, key: -1e6 - line.startRail)
    default: return claim(index, .across, key: line.passes.first ?? to, tie: to)
    }
  }

  private func endClaim(_ index: Int) -> Ports.Claim {
    let line = lines[index]
    let from = middle(line.drawn.from)
    let distance = abs(from - middle(line.drawn.to))
    switch line.way {
    case .loop: return claim(index, .above, key: -1)
    case .rail(let down):
      return claim(index, down ? .above : .below, key: down ? distance : -distance)
    case .under: return claim(index, .below, key: -1e6 - line.endRail)
    default: return claim(index, .across, key: line.passes.last ?? from, tie: from)
    }
  }

  private func claim(_ index: Int, _ group: Ports.Group, key: Double, tie: Double = 0) -> Ports.Claim {
    Ports.Claim(line: index, width: lines[index].width, group: group, key: key, tie: tie)
  }
}

// MARK: - Curves

extension GridRouter {
  private func route(_ line: Line) -> Route {
    Route(
      flow: line.drawn.flow,
      from: line.drawn.from,
      to: line.drawn.to,
      width: line.width,
      curve: curve(line),
      isBackward: line.way == .under || line.way == .back
    )
  }

  private func curve(_ line: Line) -> Curve {
    let from = scene.box(line.drawn.from)
    let to = scene.box(line.drawn.to)
    let arrow = Route.arrowLength(width: line.width)
    switch line.way {
    case .forward: return forward(line, from: from, to: to, arrow: arrow)
    case .rail(let down):
      let side = down ? 1.0 : -1.0
      let wall = down ? from.right : from.left
      let rail = wall + side * max(line.startRail, arrow + 3)
      var curve = Curve(from: Point(x: wall, y: line.start))
      railway(&curve, x: rail, from: line.start, to: line.end)
      curve.corner(to: Point(x: wall + side * arrow, y: line.end), horizontalFirst: false)
      curve.tip = Point(x: wall, y: line.end)
      return curve
    case .upright(let down): return upright(line, from: from, to: to, down: down, arrow: arrow)
    case .back:
      var curve = Curve(from: Point(x: from.left, y: line.start))
      curve.swing(to: Point(x: to.right + arrow, y: line.end))
      curve.tip = Point(x: to.right, y: line.end)
      return curve
    case .under:
      let bed = scene.bottom + line.bed
      let right = from.right + line.startRail
      let left = to.left - max(line.endRail, arrow + 3)
      let radius = 12.0
      var curve = Curve(from: Point(x: from.right, y: line.start))
      railway(&curve, x: right, from: line.start, to: bed, last: radius)
      curve.corner(to: Point(x: right - radius, y: bed), horizontalFirst: false)
      curve.line(to: Point(x: left + radius, y: bed))
      curve.corner(to: Point(x: left, y: bed - radius), horizontalFirst: true)
      curve.line(to: Point(x: left, y: line.end + min(26, (bed - line.end) / 2)))
      curve.corner(to: Point(x: to.left - arrow, y: line.end), horizontalFirst: false)
      curve.tip = Point(x: to.left, y: line.end)
      return curve
    case .loop: return Curve.loop(on: from, end: line.end, arrow: arrow)
    }
  }

  private func forward(_ line: Line, from: Box, to: Box, arrow: Double) -> Curve {
    var curve = Curve(from: Point(x: from.right, y: line.start))
    let first = scene.columnOf[line.drawn.from] + 1
    for (offset, height) in line.passes.enumerated() {
      let column = scene.columns[first + offset]
      curve.swing(to: Point(x: column.left, y: height))
      curve.line(to: Point(x: column.right, y: height))
    }
    curve.swing(to: Point(x: to.left - arrow, y: line.end))
    curve.tip = Point(x: to.left, y: line.end)
    return curve
  }

  /// From a card's side around the corner and along the column, up to where the next corner begins.
  private func railway(_ curve: inout Curve, x: Double, from: Double, to: Double, last: Double? = nil) {
    let direction = to > from ? 1.0 : -1.0
    let radius = min(26, abs(to - from) / 2)
    curve.corner(to: Point(x: x, y: from + direction * radius), horizontalFirst: true)
    curve.line(to: Point(x: x, y: to - direction * (last ?? radius)))
  }

  /// Straight to the neighbour: down left of the middle, up right of it, several side by side.
  private func upright(_ line: Line, from: Box, to: Box, down: Bool, arrow: Double) -> Curve {
    let together = lines.filter { $0.drawn.from == line.drawn.from && $0.drawn.to == line.drawn.to }
    let total = together.map(\.width).reduce(0, +) + 2 * Double(together.count - 1)
    var x = from.centre.x + (down ? -14 : 14) - total / 2
    for other in together {
      if other.drawn == line.drawn {
        x += other.width / 2
        break
      }
      x += other.width + 2
    }
    let tab = Scene.Size.tab.height - 0.5
    let start =
      down ? from.bottom + (picture.hasTab(line.drawn.from) ? tab : 0) : from.top
    let end = down ? to.top : to.bottom + (picture.hasTab(line.drawn.to) ? tab : 0)
    var curve = Curve(from: Point(x: x, y: start))
    let space = abs(end - start)
    curve.line(to: Point(x: x, y: down ? end - min(arrow, space * 0.8) : end + min(arrow, space * 0.8)))
    curve.tip = Point(x: x, y: end)
    return curve
  }
}
