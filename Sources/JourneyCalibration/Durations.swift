/// An exact multiset of durations in whole microseconds: merging is appending, so parts of a log add up to the whole.
public struct Durations: Sendable, Hashable {
  private var values: [Int64] = []
  private var isSorted = true

  /// Creates an empty multiset.
  public init() {}

  /// Number of durations.
  public var count: Int { values.count }

  /// Adds one duration of at least 0 microseconds.
  public mutating func add(_ microseconds: Int64) {
    if let last = values.last, last > microseconds { isSorted = false }
    values.append(microseconds)
  }

  /// Adds all durations of another multiset.
  public mutating func merge(_ other: Durations) {
    values.append(contentsOf: other.values)
    isSorted = false
  }

  /// Puts the values in order, so that equal multisets are equal values and quantiles are quick.
  public mutating func sort() {
    if !isSorted { values.sort() }
    isSorted = true
  }

  /// The mean in seconds, exact up to the last division; nil where there are none.
  public var meanSeconds: Double? {
    guard !values.isEmpty else { return nil }
    let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
    return Double(sum) / Double(values.count) / 1e6
  }

  /// How many are zero.
  public var zeros: Int { values.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } }

  /// The quantile at `share` in seconds by linear interpolation between order statistics (type 7 of Hyndman and Fan
  /// 1996); nil where there are none.
  public func quantileSeconds(_ share: Double) -> Double? {
    guard let last = values.indices.last else { return nil }
    let ordered = isSorted ? values : values.sorted()
    let place = share * Double(last)
    let lower = Int(place.rounded(.down))
    let upper = min(lower + 1, last)
    let (below, above) = (Double(ordered[lower]), Double(ordered[upper]))
    return (below + (above - below) * (place - Double(lower))) / 1e6
  }
}
