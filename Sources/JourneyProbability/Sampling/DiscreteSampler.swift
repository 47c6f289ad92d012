/// Chooses one of a few options in proportion to their weights, by inversion in the order given.
///
/// Inversion in a fixed order keeps common random numbers useful: one draw, monotone in the option's position.
/// The choice itself compares integers only, so no rounding can fall off the end: the greatest draw takes the
/// last option of positive weight, and an option of weight 0 is never taken.
public struct DiscreteSampler: Equatable, Sendable {
  /// For each option before the last of positive weight: the first draw that goes beyond it.
  public let thresholds: [UInt32]

  /// A sampler, or nil where a weight is negative or not finite, or none is positive.
  ///
  /// Each option's probability is exact to 2^-32. O(n).
  public init?(weights: [Double]) {
    guard let thresholds = Self.thresholds(of: weights) else { return nil }
    self.thresholds = thresholds
  }

  /// The thresholds of a list of weights, for those who keep many in one flat array; nil as for `init`.
  ///
  /// A draw takes the option whose index is the number of thresholds at or below it.
  public static func thresholds(of weights: [Double]) -> [UInt32]? {
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    guard let last = weights.lastIndex(where: { $0 > 0 }) else { return nil }
    let total = weights.reduce(0, +)
    guard total.isFinite else { return nil }
    var passed = 0.0
    return weights[..<last].map { weight in
      passed += weight
      // A draw x stands for (x + 1/2) / 2^32, so the first beyond the share s is the ceiling of 2^32 s - 1/2.
      let first = (passed / total * 0x1p32 - 0.5).rounded(.up)
      return UInt32(Swift.max(0, Swift.min(first, Double(UInt32.max))))
    }
  }

  /// The option that a draw takes. O(log n) beyond sixteen options, no branches to guess below.
  @inlinable
  public func index(_ draw: UInt32) -> Int {
    thresholds.count <= 16 ? Self.scan(thresholds, draw) : Self.search(thresholds, draw)
  }

  @inlinable
  static func scan(_ thresholds: [UInt32], _ draw: UInt32) -> Int {
    var index = 0
    for threshold in thresholds where threshold <= draw { index &+= 1 }
    return index
  }

  @inlinable
  static func search(_ thresholds: [UInt32], _ draw: UInt32) -> Int {
    var low = 0
    var high = thresholds.count
    while low < high {
      let middle = (low &+ high) >> 1
      if thresholds[middle] <= draw { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
