import JourneyStatistics
import Testing

@Suite("Fixed point")
struct FixedPointTests {
  @Test("rounds to the nearest step, ties to even")
  func rounding() {
    let step = 0x1p-20
    #expect(FixedPoint.scaled(0) == 0)
    #expect(FixedPoint.scaled(1) == 1 << 20)
    #expect(FixedPoint.scaled(-72.5) == -72 * 1_048_576 - 524_288)
    #expect(FixedPoint.scaled(0.5 * step) == 0)
    #expect(FixedPoint.scaled(1.5 * step) == 2)
    #expect(FixedPoint.scaled(2.5 * step) == 2)
    #expect(FixedPoint.scaled(-0.5 * step) == 0)
    #expect(FixedPoint.scaled(-1.5 * step) == -2)
    #expect(FixedPoint.scaled(0.5000001 * step) == 1)
  }

  @Test("agrees with plain rounding on both sides of its fast range")
  func largeValues() {
    for exponent in -25...41 {
      for factor in [1.0, 1.3, 1.999_999_999, -1.7] {
        let value = factor * Double(sign: .plus, exponent: exponent, significand: 1)
        #expect(FixedPoint.scaled(value) == Int64((value * 0x1p20).rounded(.toNearestOrEven)))
      }
    }
  }

  @Test("marks what it cannot hold", arguments: [0x1p42, -0x1p42, 1e300, .infinity, -.infinity, .nan])
  func outOfRange(_ value: Double) {
    #expect(FixedPoint.scaled(value) == FixedPoint.outOfRange)
  }

  @Test("turns steps back into values")
  func values() {
    #expect(FixedPoint.value(3 << 19) == 1.5)
  }
}
