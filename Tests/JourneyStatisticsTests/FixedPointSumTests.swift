import JourneyStatistics
import Testing

@Suite("Fixed-point sum")
struct FixedPointSumTests {
  @Test("adds without rounding, in any order")
  func order() {
    let values = (0..<1_000).map { (index: Int) -> Double in
      let large = Double(index * index % 977)
      return large * 1e6 + Double(index) / 7
    }
    var forwards = FixedPointSum()
    var backwards = FixedPointSum()
    for value in values { forwards.add(value) }
    for value in values.reversed() { backwards.add(value) }
    #expect(forwards == backwards)
    #expect(forwards.steps == values.reduce(0) { $0 + Int128(FixedPoint.scaled($1)) })
  }

  @Test("merges associatively")
  func merging() {
    let parts = [[1.1, -2.2], [3e11, 1e-6], [-3e11]].map { values in
      var sum = FixedPointSum()
      for value in values { sum.add(value) }
      return sum
    }
    var left = parts[0]
    left.merge(parts[1])
    left.merge(parts[2])
    var right = parts[1]
    right.merge(parts[2])
    var whole = parts[0]
    whole.merge(right)
    #expect(left == whole)
    #expect(Swift.abs(left.value - (-1.099999)) < 1e-5)
  }

  @Test("remembers a value out of range for good", arguments: [Double.nan, .infinity, 1e13])
  func overflow(_ value: Double) {
    var sum = FixedPointSum()
    sum.add(value)
    #expect(sum.overflowed)
    sum.add(1)
    #expect(sum.overflowed)
    var other = FixedPointSum()
    other.add(2)
    #expect(!other.overflowed)
    other.merge(sum)
    #expect(other.overflowed)
  }

  @Test("remembers a sum out of range instead of trapping or wrapping unseen")
  func sumOverflow() {
    // Merging a sum with its copy doubles it: 2^62 steps pass 2^127 after 65 doublings.
    var sum = FixedPointSum()
    sum.add(0x1p42.nextDown)
    for _ in 0..<65 {
      #expect(!sum.overflowed)
      sum.merge(sum)
    }
    sum.merge(sum)
    #expect(sum.overflowed)
  }
}
