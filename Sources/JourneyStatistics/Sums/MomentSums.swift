/// How many values there were, their sum and the sum of their squares: all that a mean and its interval need.
///
/// Exact and mergeable in any order.
@frozen
public struct MomentSums: Equatable, Sendable {
  /// How many values were added.
  public var count: Int
  /// The sum of the values.
  public var sum: FixedPointSum
  /// The sum of their squares.
  public var squares: ProductSum

  /// No values.
  @inlinable
  public init() {
    count = 0
    sum = FixedPointSum()
    squares = ProductSum()
  }

  /// Sums that were made elsewhere, exactly.
  public init(count: Int, sum: FixedPointSum, squares: ProductSum) {
    self.count = count
    self.sum = sum
    self.squares = squares
  }

  /// Whether any sum left its range; then the figures mean nothing.
  public var overflowed: Bool { sum.overflowed || squares.overflowed }

  /// Adds a value.
  @inlinable
  public mutating func add(_ value: Double) {
    add(scaled: FixedPoint.scaled(value))
  }

  /// Adds a value that `FixedPoint.scaled` has made.
  @inlinable
  public mutating func add(scaled: Int64) {
    count &+= 1
    sum.add(scaled: scaled)
    squares.add(scaled: scaled, scaled)
  }

  /// Counts values of 0 without looking at each: `add(0)`, `count` times.
  @inlinable
  public mutating func addZeros(_ count: Int) {
    self.count &+= count
  }

  /// Adds all of another set. Associative and commutative.
  @inlinable
  public mutating func merge(_ other: MomentSums) {
    count &+= other.count
    sum.merge(other.sum)
    squares.merge(other.squares)
  }

  /// The mean, or nil without values.
  public var mean: Double? {
    count > 0 ? sum.value / Double(count) : nil
  }

  /// The sample variance, with n - 1 below; nil for fewer than two values. Never negative.
  public var variance: Double? {
    guard count > 1 else { return nil }
    let n = Int128(count)
    let spread = WideDifference.ofProducts(n, squares.steps, sum.steps, sum.steps)
    return spread * 0x1p-40 / (Double(count) * Double(count - 1))
  }
}
