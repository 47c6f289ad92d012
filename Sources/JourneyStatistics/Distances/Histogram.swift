/// Counts of values in equally wide bins, and of those that fall outside. Mergeable in any order.
@frozen
public struct Histogram: Equatable, Sendable {
  /// Where the first bin begins.
  public let low: Double
  /// Where the last bin ends.
  public let high: Double
  /// How many values fell into each bin; a value on an edge belongs to the bin above, `high` to the last.
  public var counts: [Int]
  /// How many values were below `low`.
  public var below: Int
  /// How many values were above `high`.
  public var above: Int
  /// How many values were not numbers; they count nowhere else.
  public var invalid: Int
  @usableFromInline let binsPerUnit: Double

  /// An empty histogram. `low` must be below `high`, both finite, and `bins` at least 1.
  public init(low: Double, high: Double, bins: Int) {
    precondition(low < high && (high - low).isFinite, "a histogram from \(low) to \(high) has no width")
    precondition(bins > 0, "a histogram of \(bins) bins can hold nothing")
    self.low = low
    self.high = high
    counts = [Int](repeating: 0, count: bins)
    below = 0
    above = 0
    invalid = 0
    binsPerUnit = Double(bins) / (high - low)
  }

  /// How many values were counted, those outside included.
  public var total: Int { counts.reduce(below + above, +) }

  /// How wide a bin is.
  public var binWidth: Double { (high - low) / Double(counts.count) }

  /// Counts a value.
  @inlinable
  public mutating func add(_ value: Double) {
    if value >= low && value <= high {
      counts[Swift.min(Int((value - low) * binsPerUnit), counts.count - 1)] &+= 1
    } else if value < low {
      below &+= 1
    } else if value > high {
      above &+= 1
    } else {
      invalid &+= 1
    }
  }

  /// Adds the counts of a histogram with the same bins. Associative and commutative.
  public mutating func merge(_ other: Histogram) {
    precondition(
      low == other.low && high == other.high && counts.count == other.counts.count,
      "histograms from \(low) to \(high) and from \(other.low) to \(other.high) have different bins"
    )
    for bin in counts.indices { counts[bin] &+= other.counts[bin] }
    below &+= other.below
    above &+= other.above
    invalid &+= other.invalid
  }

  /// The value below which a share `u` in [0, 1] lies, values taken as spread evenly within a bin.
  ///
  /// `low` or `high` where that is outside the bins; nil without values.
  public func quantile(_ u: Double) -> Double? {
    let total = total
    guard total > 0 else { return nil }
    let rank = Swift.min(1, Swift.max(0, u)) * Double(total)
    var passed = Double(below)
    if rank <= passed && below > 0 { return low }
    for (bin, count) in counts.enumerated() where count > 0 {
      let next = passed + Double(count)
      if rank <= next {
        return low + (Double(bin) + (rank - passed) / Double(count)) * binWidth
      }
      passed = next
    }
    return high
  }

  /// The share of values below `value`, on the same assumption; nil without values.
  public func cumulative(_ value: Double) -> Double? {
    let total = total
    guard total > 0, !value.isNaN else { return nil }
    if value < low { return 0 }
    if value >= high { return Double(total - above) / Double(total) }
    let position = (value - low) * binsPerUnit
    let bin = Swift.min(Int(position), counts.count - 1)
    let passed = counts[..<bin].reduce(below, +)
    return (Double(passed) + Double(counts[bin]) * (position - Double(bin))) / Double(total)
  }
}
