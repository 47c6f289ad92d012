/// Numbers in steps of 2^-20, so that adding them is exact and the order of addition cannot matter.
///
/// A step is about a millionth of a point, a second or a unit of money: far below any sampling error.
public enum FixedPoint {
  /// Steps per unit: 2^20.
  public static let stepsPerUnit = 0x1p20
  /// Values up to this size can be scaled: 2^42, some four million million.
  public static let limit = 0x1p42
  /// The answer for what cannot be scaled: too large, infinite or not a number. Sums that meet it say so.
  @inlinable public static var outOfRange: Int64 { .min }

  /// A value in steps, rounded to the nearest, ties to even; `outOfRange` beyond the limit.
  @inlinable
  @inline(__always)
  public static func scaled(_ value: Double) -> Int64 {
    guard Swift.abs(value) < 0x1p31 else { return scaledLarge(value) }
    // Adding 1.5 * 2^52 leaves no room for a fraction, so the processor itself rounds, ties to even, and the
    // integer can be read off the bits: no call of a rounding function and no trapping conversion.
    let shifted = value * 0x1p20 + 0x1.8p52
    return Int64(bitPattern: shifted.bitPattern &- (0x1.8p52).bitPattern)
  }

  /// As `scaled`, for values that are too large for its trick.
  @usableFromInline
  static func scaledLarge(_ value: Double) -> Int64 {
    guard Swift.abs(value) < limit else { return outOfRange }
    return Int64((value * 0x1p20).rounded(.toNearestOrEven))
  }

  /// Steps as a value. Exact up to 2^53 steps.
  @inlinable
  public static func value(_ steps: Int64) -> Double {
    Double(steps) * 0x1p-20
  }
}
