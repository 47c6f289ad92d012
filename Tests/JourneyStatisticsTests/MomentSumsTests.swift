import JourneyStatistics
import Testing

@Suite("Moment sums")
struct MomentSumsTests {
  private func sums(_ values: [Double]) -> MomentSums {
    var sums = MomentSums()
    for value in values { sums.add(value) }
    return sums
  }

  @Test("has the mean and the sample variance")
  func moments() {
    let sums = sums([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(sums.mean == 5)
    #expect(Swift.abs((sums.variance ?? 0) - 32.0 / 7) < 1e-15)
  }

  @Test("has a variance of exactly 0 for a constant, however large or uneven")
  func constant() {
    let sums = sums([Double](repeating: 1_234_567.891_234, count: 1_001))
    #expect(sums.variance == 0)
  }

  @Test("keeps a small variance beside a huge mean")
  func cancellation() {
    let sums = sums([1e11, 1e11 + 1, 1e11 + 2])
    #expect(sums.variance == 1)
  }

  @Test("says nothing about too few values")
  func few() {
    #expect(sums([]).mean == nil)
    #expect(sums([3]).mean == 3)
    #expect(sums([3]).variance == nil)
  }

  @Test("counts zeros without adding them one by one")
  func zeros() {
    var short = sums([1, 2])
    short.addZeros(3)
    #expect(short == sums([1, 0, 2, 0, 0]))
  }

  @Test("merges to the same bits in any split")
  func merging() {
    let values = (0..<500).map { Double($0 * 7_919 % 1_000) / 9.7 }
    let whole = sums(values)
    for split in [0, 1, 250, 499, 500] {
      var merged = sums(Array(values[split...]))
      merged.merge(sums(Array(values[..<split])))
      #expect(merged == whole)
    }
  }

  @Test("says when a value was out of range")
  func overflow() {
    #expect(sums([1, .nan]).overflowed)
    #expect(!sums([1, 1e12]).overflowed)
  }
}
