/// Draws the lines of a grid: ports on the cards, courses between the columns, strips past the cards, and rails along
/// a column. What leads back takes the ways of what leads on, from right to left.
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
    /// To a column further left.
    case backward
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

  struct Line {
    let drawn: FlowSelection.Drawn
    let way: Way
    var width = 0.0
    /// Heights at which it passes the columns between its ends.
    var passes: [Double] = []
    var start = 0.0
    var end = 0.0
    /// Distance of its upright part from the cards.
    var rail = 0.0

    /// Whether it passes from column to column.
    var isAcross: Bool { way == .forward || way == .backward }
    /// Its end at the left and its end at the right, where it passes from column to column.
    var left: Int { way == .backward ? drawn.to : drawn.from }
    var right: Int { way == .backward ? drawn.from : drawn.to }
  }

  let scene: Scene
  let picture: JourneyPicture
  var lines: [Line]
  var entries: [(card: Int, share: Double)] = []
  var obstacles: [[Box]]
  let widths: LineWidths
  /// How far the rails reach into the space east and west of each column.
  var reachEast: [Double]
  var reachWest: [Double]

  /// Routes `drawn` through the scene of `picture`.
  static func route(_ drawn: [FlowSelection.Drawn], of picture: JourneyPicture, in scene: Scene) -> Result {
    var router = GridRouter(drawn, of: picture, in: scene)
    router.passColumns()
    router.layRails()
    let entryHeights = router.assignPorts()
    var result = Result(
      bottom: scene.bottom,
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
    reachEast = [Double](repeating: 0, count: scene.columns.count)
    reachWest = reachEast
    lines = drawn.map { Line(drawn: $0, way: Self.way($0, scene: scene)) }
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

  private static func way(_ line: FlowSelection.Drawn, scene: Scene) -> Way {
    if line.from == line.to { return .loop }
    let from = scene.columnOf[line.from]
    let to = scene.columnOf[line.to]
    if to > from { return .forward }
    if to < from { return .backward }
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

  static func startSide(_ way: Way) -> Ports.Side? {
    switch way {
    case .upright, .loop: nil
    case .forward, .rail(down: true): .east
    case .backward, .rail(down: false): .west
    }
  }

  static func endSide(_ way: Way) -> Ports.Side? {
    switch way {
    case .upright: nil
    case .loop, .backward, .rail(down: true): .east
    case .forward, .rail(down: false): .west
    }
  }

  func entryWidth(_ share: Double) -> Double {
    widths.entry(share, in: picture.view)
  }

  func middle(_ box: Int) -> Double { scene.box(box).centre.y }
}

extension JourneyPicture {
  /// Whether a box carries a pain tab in this view.
  func hasTab(_ box: Int) -> Bool {
    guard view == .map || view == .hotspots, cards.indices.contains(box) else { return false }
    return cards[box].painTab?.isEmpty == false && !cards[box].isGrey
  }
}
