import JourneyProbability
import JourneyStatistics
import Testing

/// Known factors of variance reduction, found again by the sums of this room on an even grid instead of by luck.
@Suite("Variance reduction on exact moments")
struct VarianceReductionTests {
  private static let cells = 20_000
  /// The middles of equal cells of (0, 1).
  private static let grid = (0..<cells).map { (Double($0) + 0.5) / Double(cells) }
  /// e^u by its series, with no luck and no tables.
  private static func exp(_ u: Double) -> Double {
    (1...18).reversed().reduce(1) { 1 + u / Double($1) * $0 }
  }

  private func pairs(_ other: (Double) -> Double) -> PairMoments {
    var pairs = PairMoments()
    for u in Self.grid { pairs.add(x: other(u), y: Self.exp(u)) }
    return pairs
  }

  @Test("A control variate U takes a factor of 61.4269 from the variance of e^U")
  func control() throws {
    let sums = pairs { $0 }
    let (x, y, both) = (
      try #require(sums.varianceX), try #require(sums.varianceY), try #require(sums.covariance)
    )
    #expect(Swift.abs(y / (y - both * both / x) - 61.4269) < 2e-3)
  }

  @Test("Antithetic pairs take a factor of 30.9311")
  func antithetic() throws {
    let sums = pairs { Self.exp(1 - $0) }
    let (y, both) = (try #require(sums.varianceY), try #require(sums.covariance))
    #expect(Swift.abs(y / (y + both) - 30.9311) < 1e-3)
  }

  @Test("Strata of 50, 30 and 20% with means 80, 70 and 55 take a factor of 1.404444")
  func strata() throws {
    var all = MomentSums()
    var within = 0.0
    for (cells, mean) in [(10_000, 80.0), (6_000, 70), (4_000, 55)] {
      var stratum = MomentSums()
      for cell in 0..<cells {
        let u = (Double(cell) + 0.5) / Double(cells)
        stratum.add(mean + 15 * Normal.standardQuantile(u))
      }
      within += Double(cells) / 20_000 * (try #require(stratum.variance))
      all.merge(stratum)
    }
    // 91 between, 225 within; the grid cuts a little off the tails of both.
    let factor = try #require(all.variance) / within
    #expect(Swift.abs(factor - 316.0 / 225) < 2e-4)
    #expect(Swift.abs(316.0 / 225 - 1.404444) < 5e-7)
  }
}
