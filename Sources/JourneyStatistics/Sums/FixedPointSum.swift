/// An exact sum of values in fixed-point steps.
///
/// 128 bits hold it, so parts can be merged in any order and give the same bits. If it ever leaves its range,
/// or meets a value out of range, it remembers that for good: it neither traps nor wraps unseen.
@frozen
public struct FixedPointSum: Equatable, Sendable {
  /// The sum in steps of 2^-20; without meaning once `overflowed`.
  public var steps: Int128
  /// Whether any value or the sum itself was out of range.
  public var overflowed: Bool

  /// The empty sum.
  @inlinable
  public init() {
    steps = 0
    overflowed = false
  }

  /// The sum as a number, correctly rounded.
  public var value: Double { Double(steps) * 0x1p-20 }

  /// Adds a value, rounded to the nearest step.
  @inlinable
  public mutating func add(_ value: Double) {
    add(scaled: FixedPoint.scaled(value))
  }

  /// Adds a value that `FixedPoint.scaled` has made.
  @inlinable
  public mutating func add(scaled: Int64) {
    add(total: Int128(scaled))
    if scaled == FixedPoint.outOfRange { overflowed = true }
  }

  /// Adds all of another sum. Associative and commutative.
  @inlinable
  public mutating func merge(_ other: FixedPointSum) {
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
  public func plus(_ other: FixedPointSum) -> FixedPointSum {
    var copy = self
    copy.merge(other)
    return copy
  }
}
