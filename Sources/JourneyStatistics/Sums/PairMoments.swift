/// Sums, squares and the product of two quantities of each traveller: what a ratio or a paired difference needs.
///
/// Exact and mergeable in any order.
@frozen
public struct PairMoments: Equatable, Sendable {
  /// How many pairs were added.
  public var count: Int
  /// The sum of x.
  public var x: FixedPointSum
  /// The sum of y.
  public var y: FixedPointSum
  /// The sum of x squared.
  public var xx: ProductSum
  /// The sum of x times y.
  public var xy: ProductSum
  /// The sum of y squared.
  public var yy: ProductSum

  /// No pairs.
  @inlinable
  public init() {
    count = 0
    x = FixedPointSum()
    y = FixedPointSum()
    xx = ProductSum()
    xy = ProductSum()
    yy = ProductSum()
  }

  /// Sums that were made elsewhere, exactly.
  public init(
    count: Int,
    x: FixedPointSum,
    y: FixedPointSum,
    xx: ProductSum,
    xy: ProductSum,
    yy: ProductSum
  ) {
    self.count = count
    self.x = x
    self.y = y
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// Whether any sum left its range; then the figures mean nothing.
  public var overflowed: Bool {
    x.overflowed || y.overflowed || xx.overflowed || xy.overflowed || yy.overflowed
  }

  /// Adds a pair.
  @inlinable
  public mutating func add(x: Double, y: Double) {
    add(scaledX: FixedPoint.scaled(x), y: FixedPoint.scaled(y))
  }

  /// Adds a pair that `FixedPoint.scaled` has made.
  @inlinable
  public mutating func add(scaledX: Int64, y scaledY: Int64) {
    count &+= 1
    x.add(scaled: scaledX)
    y.add(scaled: scaledY)
    xx.add(scaled: scaledX, scaledX)
    xy.add(scaled: scaledX, scaledY)
    yy.add(scaled: scaledY, scaledY)
  }

  /// Counts pairs of two zeros without looking at each.
  @inlinable
  public mutating func addZeros(_ count: Int) {
    self.count &+= count
  }

  /// Adds all of another set. Associative and commutative.
  @inlinable
  public mutating func merge(_ other: PairMoments) {
    count &+= other.count
    x.merge(other.x)
    y.merge(other.y)
    xx.merge(other.xx)
    xy.merge(other.xy)
    yy.merge(other.yy)
  }

  /// The sample variance of x; nil for fewer than two pairs.
  public var varianceX: Double? { spread(xx, x, x) }
  /// The sample variance of y; nil for fewer than two pairs.
  public var varianceY: Double? { spread(yy, y, y) }
  /// The sample covariance; nil for fewer than two pairs.
  public var covariance: Double? { spread(xy, x, y) }

  private func spread(_ product: ProductSum, _ left: FixedPointSum, _ right: FixedPointSum) -> Double? {
    guard count > 1 else { return nil }
    return WideDifference.ofProducts(Int128(count), product.steps, left.steps, right.steps)
      * 0x1p-40 / (Double(count) * Double(count - 1))
  }
}
