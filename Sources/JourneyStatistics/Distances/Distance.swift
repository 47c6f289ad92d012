/// How far two distributions are apart.
public enum Distance {
  /// Half the sum of the differences of shares, in [0, 1]; nil where either has no counts.
  ///
  /// Both lists must be sorted by key, each key once; a key that is missing counts 0. O(n).
  public static func totalVariation<Key: Comparable>(
    _ left: [(key: Key, count: Int)],
    _ right: [(key: Key, count: Int)]
  ) -> Double? {
    let leftTotal = left.reduce(0) { $0 + $1.count }
    let rightTotal = right.reduce(0) { $0 + $1.count }
    guard leftTotal > 0, rightTotal > 0 else { return nil }
    var sum = 0.0
    walk(left, right) { _, leftCount, rightCount in
      sum += Swift.abs(Double(leftCount) / Double(leftTotal) - Double(rightCount) / Double(rightTotal))
    }
    return sum / 2
  }

  /// The sum of the differences of absolute counts over the sum of all counts, in [0, 1]; nil without counts.
  ///
  /// The distance that logs are compared by on n-grams (Chapela-Campa and others, 2023). Lists as above.
  public static func relativeCounts<Key: Comparable>(
    _ left: [(key: Key, count: Int)],
    _ right: [(key: Key, count: Int)]
  ) -> Double? {
    var gap = 0
    var all = 0
    walk(left, right) { _, leftCount, rightCount in
      gap += Swift.abs(leftCount - rightCount)
      all += leftCount + rightCount
    }
    return all > 0 ? Double(gap) / Double(all) : nil
  }

  /// The area between two cumulative curves: how far values must move on average to turn one into the other.
  ///
  /// Lists must be sorted; nil where either is empty. O(n).
  public static func wasserstein(_ left: [Double], _ right: [Double]) -> Double? {
    guard let first = left.first, let other = right.first else { return nil }
    var position = Swift.min(first, other)
    var area = 0.0
    steps(left, right) { value, gapBefore in
      area += Swift.abs(gapBefore) * (value - position)
      position = value
    }
    return area
  }

  /// The greatest gap between two cumulative curves (Kolmogorov and Smirnov); lists as for `wasserstein`.
  public static func kolmogorovSmirnov(_ left: [Double], _ right: [Double]) -> Double? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    var greatest = 0.0
    steps(left, right) { _, gapBefore in greatest = Swift.max(greatest, Swift.abs(gapBefore)) }
    return greatest
  }

  /// The greatest gap between sorted values and a continuous cumulative probability; nil without values.
  public static func kolmogorovSmirnov(_ values: [Double], cumulative: (Double) -> Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    var greatest = 0.0
    for (index, value) in values.enumerated() {
      let expected = cumulative(value)
      greatest = Swift.max(greatest, Double(index + 1) / n - expected, expected - Double(index) / n)
    }
    return greatest
  }

  /// Visits every key of either list in order, with both counts.
  private static func walk<Key: Comparable>(
    _ left: [(key: Key, count: Int)],
    _ right: [(key: Key, count: Int)],
    _ visit: (Key, Int, Int) -> Void
  ) {
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      if j == right.count || (i < left.count && left[i].key < right[j].key) {
        visit(left[i].key, left[i].count, 0)
        i += 1
      } else if i == left.count || right[j].key < left[i].key {
        visit(right[j].key, 0, right[j].count)
        j += 1
      } else {
        visit(left[i].key, left[i].count, right[j].count)
        i += 1
        j += 1
      }
    }
  }

  /// Visits every value of either list in order, with the gap of the cumulative curves just below it.
  private static func steps(_ left: [Double], _ right: [Double], _ visit: (Double, Double) -> Void) {
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      let value =
        i == left.count ? right[j] : j == right.count ? left[i] : Swift.min(left[i], right[j])
      visit(value, Double(i) / Double(left.count) - Double(j) / Double(right.count))
      while i < left.count && left[i] == value { i += 1 }
      while j < right.count && right[j] == value { j += 1 }
    }
  }
}
