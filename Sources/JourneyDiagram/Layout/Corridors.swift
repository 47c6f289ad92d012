/// Finds a way past the cards of a column: free strips between them, and an order of the lines in each strip.
enum Corridors {
  /// A free strip between two cards of a column, or above or below all of them.
  struct Strip: Equatable {
    let top: Double
    let bottom: Double

    /// Distance from `y` to the strip.
    func distance(to y: Double) -> Double { max(0, top - y, y - bottom) }
  }

  /// Space kept between a line and a card.
  static let clearance = 6.0
  /// Space between two lines of a strip.
  static let spacing = 1.6

  /// The strips of a column whose boxes are given from top to bottom, inside `top...bottom`.
  static func strips(of boxes: [Box], top: Double, bottom: Double) -> [Strip] {
    var result: [Strip] = []
    var from = top
    for box in boxes {
      if box.top - clearance > from { result.append(Strip(top: from, bottom: box.top - clearance)) }
      from = max(from, box.bottom + clearance)
    }
    if bottom > from { result.append(Strip(top: from, bottom: bottom)) }
    return result
  }

  /// The strip for a line of `width` that would like to pass at `y`: the nearest that has room, else the nearest.
  static func choose(_ strips: [Strip], used: [Double], y: Double, width: Double) -> Int? {
    func cost(_ index: Int) -> Double {
      let room = strips[index].bottom - strips[index].top - used[index]
      return strips[index].distance(to: y) + (room >= width ? 0 : 10_000)
    }
    return strips.indices.min { (cost($0), $0) < (cost($1), $1) }
  }

  /// Places lines in the given order as near as possible to where each would like to be, apart from each other and
  /// inside the strip. The least-squares answer by pooling neighbours that collide (Ayer et al., 1955). O(n).
  static func spread(
    _ wishes: [Double],
    widths: [Double],
    spacing: Double = Corridors.spacing,
    within strip: Strip
  ) -> [Double] {
    guard !wishes.isEmpty else { return [] }
    let needed = widths.reduce(0, +) + spacing * Double(widths.count - 1)
    let room = strip.bottom - strip.top
    // Lines that cannot stand side by side share what there is.
    let squeeze = needed > room && needed > 0 ? room / needed : 1
    var offsets: [Double] = []
    var sum = 0.0
    for width in widths {
      offsets.append((sum + width / 2) * squeeze)
      sum += width + spacing
    }
    struct Pool {
      var sum: Double
      var count: Int
      var mean: Double { sum / Double(count) }
    }
    var pools: [Pool] = []
    for (wish, offset) in zip(wishes, offsets) {
      pools.append(Pool(sum: wish - offset, count: 1))
      while pools.count > 1, pools[pools.count - 2].mean >= pools[pools.count - 1].mean {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let starts = pools.flatMap { pool in [Double](repeating: pool.mean, count: pool.count) }
    let highest = strip.top
    let lowest = max(highest, strip.bottom - needed * squeeze)
    return zip(starts, offsets).map { min(max($0, highest), lowest) + $1 }
  }
}
