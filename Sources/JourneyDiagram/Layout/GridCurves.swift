// From ports, passes and rails to curves.
extension GridRouter {
  func route(_ line: Line) -> Route {
    Route(
      flow: line.drawn.flow,
      from: line.drawn.from,
      to: line.drawn.to,
      width: line.width,
      curve: curve(line),
      isBackward: line.way == .backward && !isWithinStage(line)
    )
  }

  private func curve(_ line: Line) -> Curve {
    let from = scene.box(line.drawn.from)
    let to = scene.box(line.drawn.to)
    let arrow = Route.arrowLength(width: line.width)
    switch line.way {
    case .forward:
      var curve = across(line, lead: 0, trail: arrow)
      curve.tip = Point(x: to.left, y: line.end)
      return curve
    case .backward:
      var curve = across(line, lead: arrow, trail: 0).reversed
      curve.tip = Point(x: to.right, y: line.end)
      return curve
    case .rail(let down):
      let side = down ? 1.0 : -1.0
      let wall = down ? from.right : from.left
      let rail = wall + side * max(line.rail, arrow + 3)
      var curve = Curve(from: Point(x: wall, y: line.start))
      railway(&curve, x: rail, from: line.start, to: line.end)
      curve.corner(to: Point(x: wall + side * arrow, y: line.end), horizontalFirst: false)
      curve.tip = Point(x: wall, y: line.end)
      return curve
    case .upright(let down): return upright(line, from: from, to: to, down: down, arrow: arrow)
    case .loop: return Curve.loop(on: from, end: line.end, arrow: arrow)
    }
  }

  private func isWithinStage(_ line: Line) -> Bool {
    let ends = [line.drawn.from, line.drawn.to]
    guard ends.allSatisfy(picture.cards.indices.contains) else { return false }
    return picture.cards[ends[0]].stage == picture.cards[ends[1]].stage
  }

  /// From column to column, from left to right; `lead` and `trail` are what is left free for an arrow at either end.
  private func across(_ line: Line, lead: Double, trail: Double) -> Curve {
    let (leftY, rightY) = heights(line)
    var curve = Curve(from: Point(x: scene.box(line.left).right + lead, y: leftY))
    let first = scene.columnOf[line.left] + 1
    for (offset, height) in line.passes.enumerated() {
      cross(&curve, to: first + offset, height: height, arrow: 0)
      curve.line(to: Point(x: scene.columns[first + offset].right, y: height))
    }
    cross(&curve, to: scene.columnOf[line.right], height: rightY, arrow: trail, aside: aside(line))
    return curve
  }

  /// Where a line touches the card at its left and the one at its right.
  private func heights(_ line: Line) -> (left: Double, right: Double) {
    line.way == .forward ? (line.start, line.end) : (line.end, line.start)
  }

  /// How far right of the middle a line climbs that has one in the other direction between the same two cards, or how
  /// far left: ports one under the other do not keep steep lines apart.
  private func aside(_ line: Line) -> Double? {
    guard line.passes.isEmpty,
      let other = lines.first(where: { $0.drawn.from == line.drawn.to && $0.drawn.to == line.drawn.from })
    else { return nil }
    let (own, others) = (heights(line), heights(other))
    let isBelow = own.left > others.left
    guard isBelow == (own.right > others.right) else { return nil }
    let falls = own.right > own.left
    return (falls == isBelow ? -1 : 1) * ((line.width + other.width) / 4 + 4)
  }

  /// Through the space before a column. A steep line crosses the rails on both sides of the space level, and climbs
  /// between them: along a rail the two could not be told apart.
  private func cross(
    _ curve: inout Curve,
    to column: Int,
    height: Double,
    arrow: Double,
    aside: Double? = nil
  ) {
    let from = curve.end
    let left = scene.columns[column].left
    var before = column > 0 ? reachEast[column - 1] : 0
    var after = max(reachWest[column], arrow)
    let least = 38.0
    let room = left - from.x - least
    guard abs(height - from.y) > 40, room > 0 else {
      curve.swing(to: Point(x: left - arrow, y: height))
      return
    }
    if let aside, column > 0 {
      // Twice as far as the middle of the climb has to move.
      let lacking = 2 * aside - (from.x - scene.columns[column - 1].right + before - after)
      before += max(0, lacking)
      after += max(0, -lacking)
    }
    if before + after > room {
      let squeeze = room / (before + after)
      before *= squeeze
      after = max(arrow, after * squeeze)
    }
    if before > 1 { curve.line(to: Point(x: from.x + before, y: from.y)) }
    curve.swing(to: Point(x: left - after, y: height))
    if after > arrow + 1 { curve.line(to: Point(x: left - arrow, y: height)) }
  }

  /// From a card's side around the corner and along the column, up to where the next corner begins.
  private func railway(_ curve: inout Curve, x: Double, from: Double, to: Double) {
    let direction = to > from ? 1.0 : -1.0
    let radius = min(26, abs(to - from) / 2)
    curve.corner(to: Point(x: x, y: from + direction * radius), horizontalFirst: true)
    curve.line(to: Point(x: x, y: to - direction * radius))
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
