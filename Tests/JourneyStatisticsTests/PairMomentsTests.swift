import JourneyStatistics
import Testing

@Suite("Pair moments")
struct PairMomentsTests {
  private func moments(_ pairs: [(Double, Double)]) -> PairMoments {
    var moments = PairMoments()
    for pair in pairs { moments.add(x: pair.0, y: pair.1) }
    return moments
  }

  @Test("has variances and the covariance")
  func spread() {
    let pairs = moments([(1, 2), (2, 1), (3, 6)])
    #expect(pairs.varianceX == 1)
    #expect(pairs.varianceY == 7)
    #expect(pairs.covariance == 2)
    #expect(moments([(1, 1)]).covariance == nil)
  }

  @Test("counts zeros and merges to the same bits")
  func merging() {
    var left = moments([(1.25, -3), (0.1, 7)])
    left.merge(moments([(9, 0.3)]))
    left.addZeros(2)
    #expect(left == moments([(0, 0), (9, 0.3), (0, 0), (0.1, 7), (1.25, -3)]))
  }

  @Test("says when either value was out of range")
  func overflow() {
    #expect(moments([(.infinity, 0)]).overflowed)
    #expect(moments([(0, .infinity)]).overflowed)
    #expect(!moments([(1, 1)]).overflowed)
  }
}
