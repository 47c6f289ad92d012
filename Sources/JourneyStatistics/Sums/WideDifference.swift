/// Differences of products of large integers, without rounding before the end.
///
/// Variances are small differences of large numbers; taken in floating point they lose digits and may come out
/// negative. Taken in 256 bits they are exact, and 0 exactly when nothing varies.
enum WideDifference {
  /// left0 * left1 - right0 * right1, correctly signed, to the accuracy of a Double.
  static func ofProducts(_ left0: Int128, _ left1: Int128, _ right0: Int128, _ right1: Int128) -> Double {
    let left = left0.multipliedFullWidth(by: left1)
    let right = right0.multipliedFullWidth(by: right1)
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    // Each product is at most 2^254 in size, so neither the difference nor the borrow can overflow the top half.
    let high = left.high &- right.high &- (borrow ? 1 : 0)
    if high < 0 {
      let (negatedLow, none) = (~low).addingReportingOverflow(1)
      return -number(high: ~high &+ (none ? 1 : 0), low: negatedLow)
    }
    return number(high: high, low: low)
  }

  private static func number(high: Int128, low: UInt128) -> Double {
    Double(high) * 0x1p128 + Double(low)
  }
}
