/// Recognises rectangles in Graphviz' SVG, where the outline of a card is eight cubic curves and a box a polygon of five
/// points: SVG can say both in half the bytes.
enum Outlines {
  /// A filled polygon with upright sides as a short path, or nil where it is another shape.
  static func box(_ tag: Substring) -> String? {
    guard tag.hasPrefix("<polygon "), let start = tag.firstRange(of: " points=\"")?.upperBound,
      let end = tag[start...].firstIndex(of: "\"")
    else { return nil }
    let values = tag[start..<end].split { ", ".contains($0) }.compactMap { Double($0) }
    guard values.count == 10, values[0] == values[2], values[3] == values[5], values[4] == values[6],
      values[7] == values[1], values[8] == values[0], values[9] == values[1]
    else { return nil }
    let attributes = tag[tag.index(tag.startIndex, offsetBy: 8)..<tag.index(start, offsetBy: -9)]
    let rest = tag[tag.index(after: end)...]
    return "<path\(attributes) d=\"M\(DotNumber.text(values[0])) \(DotNumber.text(values[1]))"
      + "v\(DotNumber.text(values[3] - values[1]))h\(DotNumber.text(values[4] - values[2]))"
      + "v\(DotNumber.text(values[7] - values[5]))z\"\(rest)"
  }

  /// Numbers of such an outline: a start and eight times three points.
  private static let numbers = 50

  /// The path as a rectangle with round corners, or nil where it is another path.
  static func card(_ tag: Substring) -> String? {
    guard tag.hasPrefix("<path "), tag.contains(" fill=\"#"),
      let start = tag.firstRange(of: " d=\"")?.upperBound,
      let end = tag[start...].firstIndex(of: "\"")
    else { return nil }
    let values = tag[start..<end].split { "MC, ".contains($0) }.compactMap { Double($0) }
    guard values.count == numbers else { return nil }
    let points = stride(from: 0, to: numbers, by: 2).map { Point(x: values[$0], y: values[$0 + 1]) }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
      return nil
    }
    // Every point of a rounded rectangle lies on its sides.
    guard
      points.allSatisfy({
        abs($0.x - left) < 7 || abs($0.x - right) < 7 || abs($0.y - top) < 7 || abs($0.y - bottom) < 7
      }), let inner = xs.filter({ $0 > left + 0.01 && $0 < right - 0.01 }).sorted().dropFirst(2).first
    else { return nil }
    let radius = min(inner - left, (bottom - top) / 2)
    guard radius > 0, radius <= 14 else { return nil }
    let attributes = tag[tag.index(tag.startIndex, offsetBy: 5)..<tag.index(start, offsetBy: -4)]
    let rest = tag[tag.index(after: end)...]
    return "<rect\(attributes) x=\"\(DotNumber.text(left))\" y=\"\(DotNumber.text(top))\""
      + " width=\"\(DotNumber.text(right - left))\" height=\"\(DotNumber.text(bottom - top))\""
      + " rx=\"\(DotNumber.text(radius))\"\(rest)"
  }
}
