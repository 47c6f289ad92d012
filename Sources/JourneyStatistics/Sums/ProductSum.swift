/// An exact sum of products of two fixed-point values, in steps of 2^-40.
@frozen
public struct ProductSum: Equatable, Sendable {
  /// The sum in steps of 2^-40; without meaning once `overflowed`.
  public var steps: Int128
  /// Whether any factor or the sum itself was out of range.
  public var overflowed: Bool

  /// The empty sum.
  @inlinable
  public init() {
    steps = 0
    overflowed = false
  }

  /// The sum as a number, correctly rounded.
  public var value: Double { Double(steps) * 0x1p-40 }

  /// Adds the product of two values that `FixedPoint.scaled` has made.
  @inlinable
  public mutating func add(scaled left: Int64, _ right: Int64) {
    // Two factors of 64 bits always fit a product of 128.
    add(total: Int128(left) &* Int128(right))
    if left == FixedPoint.outOfRange || right == FixedPoint.outOfRange { overflowed = true }
  }

  /// Adds all of another sum. Associative and commutative.
  @inlinable
  public mutating func merge(_ other: ProductSum) {
    add(total: other.steps)
    if other.overflowed { overflowed = true }
  }

  @inlinable
  mutating func add(total: Int128) {
    let (sum, carried) = steps.addingReportingOverflow(total)
    steps = sum
    if carried { overflowed = true }
  }

  /// The sum with another added.
  public func plus(_ other: ProductSum) -> ProductSum {
    var copy = self
    copy.merge(other)
    return copy
  }
}
