import JourneyStatistics
import Testing

@Suite("Product sum")
struct ProductSumTests {
  @Test("adds exact products")
  func products() {
    var sum = ProductSum()
    sum.add(scaled: FixedPoint.scaled(1.5), FixedPoint.scaled(-2.5))
    sum.add(scaled: FixedPoint.scaled(0x1p41), FixedPoint.scaled(0x1p41))
    #expect(sum.steps == Int128(1) << 122 - Int128(15) << 38)
    #expect(!sum.overflowed)
  }

  @Test("remembers leaving its range")
  func overflow() {
    let large = FixedPoint.scaled(0x1p42.nextDown)
    var sum = ProductSum()
    for _ in 0..<8 { sum.add(scaled: large, large) }
    #expect(!sum.overflowed)
    for _ in 0..<2 { sum.add(scaled: large, large) }
    for _ in 0..<30 { sum.add(scaled: large, large) }
    #expect(sum.overflowed)
    var other = ProductSum()
    other.add(scaled: FixedPoint.outOfRange, 0)
    #expect(other.overflowed)
    var merged = ProductSum()
    merged.merge(other)
    #expect(merged.overflowed)
  }
}
