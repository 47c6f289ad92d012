import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Random effects")
struct RandomEffectsTests {
  private func groups(own: Double, noise: Double, count: Int = 2_000, size: Int = 5) -> [[Double]] {
    let generator = Philox4x32(seed: 11)
    func normal(_ group: Int, _ member: Int) -> Double {
      let address = DrawAddress(
        visit: UInt32(member),
        site: 1,
        traveller: UInt64(group),
        period: 0,
        purpose: .input
      )
      return Normal.standardQuantile(generator.block(at: address).uniform0)
    }
    return (0..<count).map { group in
      (0..<size).map { 3 + own * normal(group, 99) + noise * normal(group, $0) }
    }
  }

  @Test("small groups by hand")
  func byHand() throws {
    let split = try #require(RandomEffects([[1, 3], [5, 7]]))
    #expect(split.between == 16 && split.within == 2 && split.ownVariance == 7)
    #expect(RandomEffects([[1, 2]]) == nil)
    #expect(RandomEffects([[1], [2]]) == nil)
    #expect(RandomEffects([[1, 2], [3]]) == nil)
  }

  @Test("the groups' own variance is within its interval, a wrong one is not")
  func split() throws {
    let split = try #require(RandomEffects(groups(own: 2, noise: 3)))
    #expect(split.ownVarianceInterval().contains(4))
    #expect(!split.ownVarianceInterval().contains(9))
    #expect(!split.ownVarianceInterval().contains(4 + 9.0 / 5))
    #expect(split.isResolved)
    let spread = split.shrunken
    let mean = spread.reduce(0, +) / 2_000
    let variance = spread.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1_999
    #expect(abs(variance - split.ownVariance) < 1e-9)
  }

  @Test("noise alone is not taken for a difference, and says so by its sign")
  func noise() throws {
    let split = try #require(RandomEffects(groups(own: 0, noise: 3)))
    #expect(!split.isResolved)
    #expect(split.ownVarianceInterval().contains(0))
    #expect(abs(split.chance(above: split.means.map { _ in split.mean }) - 0.5) < 0.05)
  }

  @Test("quantiles of chi-squared")
  func chiSquared() {
    for (degrees, u, value) in [
      (1.0, 0.95, 3.841_458_820_7), (10, 0.025, 3.246_972_780_2), (99, 0.975, 128.421_988_643),
    ] {
      #expect(abs(ChiSquared(degrees: degrees).quantile(u) / value - 1) < 1e-9)
    }
  }
}
