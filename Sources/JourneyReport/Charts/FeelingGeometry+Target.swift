extension FeelingGeometry {
  /// What the line of the mean with all fixes is called.
  public static let targetName = "with all fixes"

  /// A place for the name of the line with all fixes: between two stages or at an edge, on the side away from today's
  /// line, where it covers no dot and no other name; nil where there is none.
  static func name(
    of target: [ChartPoint],
    apartFrom line: [ChartPoint],
    dots: [PlacedDot],
    labels: [Label],
    width: Double
  ) -> Label? {
    guard target.count > 1, target.count == line.count else { return nil }
    let size = Double(targetName.count) * typeSize * 0.56 + 4
    let taken =
      labels.map(\.box)
      + dots.map { dot in
        ChartBox(
          left: dot.centre.x - dot.radius,
          top: dot.centre.y - dot.radius,
          width: 2 * dot.radius,
          height: 2 * dot.radius
        )
      }
    // Steep stretches come last: a name beside them would cut the line.
    let stretches = target.indices.dropLast().sorted { left, right in
      let (a, b) = (abs(target[left + 1].y - target[left].y), abs(target[right + 1].y - target[right].y))
      return (a, left) < (b, right)
    }
    for index in stretches {
      let (from, to) = (target[index], target[index + 1])
      let x = min(width - size / 2 - 4, max(size / 2 + 24, (from.x + to.x) / 2))
      let isAbove = from.y + to.y <= line[index].y + line[index + 1].y
      let edge = isAbove ? min(from.y, to.y) - 5 : max(from.y, to.y) + typeSize + 3
      let box = ChartBox(left: x - size / 2, top: edge - typeSize, width: size, height: typeSize + 3)
      guard box.top > 2, !taken.contains(where: { $0.overlaps(box) }) else { continue }
      return Label(text: targetName, place: ChartPoint(x, edge), box: box)
    }
    return nil
  }
}
