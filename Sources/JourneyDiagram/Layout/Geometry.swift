/// A place on the sheet, in points; y grows downwards.
public struct Point: Sendable, Equatable {
  /// Distance from the left and from the frame's top.
  public var x, y: Double

  /// A place by its coordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle on the sheet, in points.
public struct Box: Sendable, Equatable {
  /// Its sides.
  public var left, top, right, bottom: Double

  /// A rectangle by its sides.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// A rectangle of a size around a centre.
  public init(centre: Point, width: Double, height: Double) {
    self.init(
      left: centre.x - width / 2,
      top: centre.y - height / 2,
      right: centre.x + width / 2,
      bottom: centre.y + height / 2
    )
  }

  /// Its middle.
  public var centre: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// Width and height.
  public var width: Double { right - left }
  /// Distance from top to bottom.
  public var height: Double { bottom - top }

  /// Whether the two share more than an edge.
  public func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether a point lies strictly inside.
  public func contains(_ point: Point) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }
}

/// A chain of cubic curves, with an arrow tip beyond its end.
public struct Curve: Sendable, Equatable {
  /// Start, then for each curve its two control points and its end.
  public private(set) var points: [Point]
  /// Where the arrow ends; nil without an arrow.
  public internal(set) var tip: Point?

  /// A chain that begins at a point.
  public init(from start: Point) {
    points = [start]
  }

  /// Where the chain ends so far.
  public var end: Point { points[points.count - 1] }

  /// The same chain from its end to its start, without a tip.
  var reversed: Curve {
    var copy = self
    copy.points.reverse()
    copy.tip = nil
    return copy
  }

  mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    points += [first, second, end]
  }

  mutating func line(to target: Point) {
    let from = end
    curve(
      Point(x: from.x + (target.x - from.x) / 3, y: from.y + (target.y - from.y) / 3),
      Point(x: from.x + (target.x - from.x) * 2 / 3, y: from.y + (target.y - from.y) * 2 / 3),
      to: target
    )
  }

  /// A swing from one horizontal course to another.
  mutating func swing(to target: Point) {
    let from = end
    let reach = (target.x - from.x) * 0.5
    curve(Point(x: from.x + reach, y: from.y), Point(x: target.x - reach, y: target.y), to: target)
  }

  /// A rounded corner: leaves horizontally, arrives vertically, or the other way round.
  mutating func corner(to target: Point, horizontalFirst: Bool) {
    let from = end
    let bend = 0.62
    let dx = (target.x - from.x) * bend
    let dy = (target.y - from.y) * bend
    if horizontalFirst {
      curve(Point(x: from.x + dx, y: from.y), Point(x: target.x, y: target.y - dy), to: target)
    } else {
      curve(Point(x: from.x, y: from.y + dy), Point(x: target.x - dx, y: target.y), to: target)
    }
  }

  /// A repeat: out of the top of a box, around its right corner, into its right side at a height.
  static func loop(on box: Box, end: Double, arrow: Double) -> Curve {
    var curve = Curve(from: Point(x: box.right - 38, y: box.top))
    curve.curve(
      Point(x: box.right - 38, y: box.top - 10),
      Point(x: box.right - 4, y: box.top - 14),
      to: Point(x: box.right + 9, y: box.top - 4)
    )
    curve.curve(
      Point(x: box.right + 17, y: box.top + 2),
      Point(x: box.right + arrow + 8, y: end),
      to: Point(x: box.right + arrow, y: end)
    )
    curve.tip = Point(x: box.right, y: end)
    return curve
  }

  /// Points along the chain, `count` per curve, ends included; the arrow tip last.
  public func samples(per count: Int = 12) -> [Point] {
    var result = [points[0]]
    var index = 0
    while index + 3 < points.count {
      for step in 1...max(1, count) {
        result.append(Self.at(Double(step) / Double(max(1, count)), points[index...index + 3]))
      }
      index += 3
    }
    if let tip { result.append(tip) }
    return result
  }

  private static func at(_ t: Double, _ four: ArraySlice<Point>) -> Point {
    let s = 1 - t
    let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    var point = Point(x: 0, y: 0)
    for (weight, corner) in zip(weights, four) {
      point.x += weight * corner.x
      point.y += weight * corner.y
    }
    return point
  }
}
