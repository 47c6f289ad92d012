/// Where lines touch a card: each side is a stack, ordered so that lines do not cross in front of the card.
enum Ports {
  /// East or west side.
  enum Side { case east, west }

  /// One line's claim to a place on a side.
  struct Claim {
    /// Whose claim it is; counts as the last tie-breaker.
    let line: Int
    let width: Double
    /// Lines that come from above along the column, those that go across, those that go below along the column.
    let group: Group
    /// Order inside the group, smaller is higher.
    let key: Double
    /// Second order.
    let tie: Double
  }

  enum Group: Int { case above, across, below }

  /// Height kept free at both ends of a side, for the rounded corners.
  static let inset = 7.0
  private static let widestGap = 3.2

  /// Height that the lines of a box have together.
  static func room(of box: Box) -> Double { box.height - 2 * inset }

  /// The y of each claim, in the order of `claims`, stacked around the middle of `box`.
  static func stack(_ claims: [Claim], on box: Box) -> [Double] {
    let order = claims.indices.sorted {
      let a = claims[$0]
      let b = claims[$1]
      return (a.group.rawValue, a.key, a.tie, a.line) < (b.group.rawValue, b.key, b.tie, b.line)
    }
    let widths = claims.map(\.width).reduce(0, +)
    let room = room(of: box)
    let gaps = Double(max(1, claims.count - 1))
    let gap = min(widestGap, max(0, (room - widths) / gaps))
    let squeeze = widths > room ? room / widths : 1
    let total = widths * squeeze + gap * Double(max(0, claims.count - 1))
    var y = box.centre.y - total / 2
    var result = [Double](repeating: box.centre.y, count: claims.count)
    for index in order {
      let width = claims[index].width * squeeze
      result[index] = y + width / 2
      y += width + gap
    }
    return result
  }
}
