import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Distance")
struct DistanceTests {
  typealias Counts = [(key: String, count: Int)]

  @Test("is half the sum of the differences of shares")
  func totalVariation() {
    let left: Counts = [("a", 1), ("b", 1)]
    let right: Counts = [("b", 2), ("c", 2)]
    #expect(Distance.totalVariation(left, right) == 0.5)
    #expect(Distance.totalVariation(left, left) == 0)
    #expect(Distance.totalVariation(left, [("x", 9)]) == 1)
    #expect(Distance.totalVariation(left, []) == nil)
  }

  @Test("is 1/7 between the pairs of ABC ABC AC and ABC AC AC")
  func pairs() {
    let left: Counts = [("AB", 2), ("AC", 1), ("BC", 2), ("C$", 3), ("^A", 3)]
    let right: Counts = [("AB", 1), ("AC", 2), ("BC", 1), ("C$", 3), ("^A", 3)]
    #expect(Distance.relativeCounts(left, right) == 1.0 / 7)
    #expect(Distance.relativeCounts(Counts(), Counts()) == nil)
  }

  @Test("is 5 between 0, 1, 3 and 5, 6, 8")
  func wasserstein() {
    #expect(Distance.wasserstein([0, 1, 3], [5, 6, 8]) == 5)
    #expect(Distance.wasserstein([5, 6, 8], [0, 1, 3]) == 5)
    #expect(Distance.wasserstein([1, 1, 2], [1, 1, 2]) == 0)
    #expect(Distance.wasserstein([0, 2], [1]) == 1)
    #expect(Distance.wasserstein([], [1]) == nil)
  }

  @Test("is the greatest gap between two cumulative curves")
  func kolmogorovSmirnov() {
    #expect(Distance.kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]) == 0.5)
    #expect(Distance.kolmogorovSmirnov([1, 2], [3]) == 1)
    #expect(Distance.kolmogorovSmirnov([1, 1, 2], [1, 1, 2]) == 0)
    #expect(Distance.kolmogorovSmirnov([], [1]) == nil)
    #expect(Distance.kolmogorovSmirnov([0.25, 0.75]) { $0 } == 0.25)
    #expect(Distance.kolmogorovSmirnov([]) { $0 } == nil)
  }

  @Test("stays within Kolmogorov's limit for the generator's normal draws, and sees a mean that is off")
  func goodnessOfFit() throws {
    // sqrt(n) D exceeds 2.7 with probability 2 exp(-2 * 2.7^2) = 1e-6.
    #expect(try scaledGap(mean: 0) < 2.7)
    #expect(try scaledGap(mean: 0.03) > 2.7)
  }

  private func scaledGap(mean: Double) throws -> Double {
    let generator = Philox4x32(seed: 6)
    let n = 60_000
    let values = (0..<UInt32(n)).map { traveller in
      mean + Normal.standardQuantile(generator.block(0, 3, traveller, 0).uniform1)
    }.sorted()
    let gap = try #require(
      Distance.kolmogorovSmirnov(values, cumulative: Normal.standardCumulative)
    )
    return gap * Double(n).squareRoot()
  }
}
