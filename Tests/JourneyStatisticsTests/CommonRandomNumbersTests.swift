import JourneyProbability
import JourneyStatistics
import Testing

/// What addressed draws buy: the same traveller in both worlds, so that differences are far less noisy.
@Suite("Common random numbers")
struct CommonRandomNumbersTests {
  // Quality N(70, 15^2), a pain of 20 points that hits one in ten, and the fix that removes it.
  static let quality = Normal(mean: 70, standardDeviation: 15)
  static let cut = 900.0 / 11

  @Test("promise a factor of 13.5 for means and 16.7767 for promoters, in closed form")
  func closedForm() {
    let pain = 400 * 0.1 * 0.9
    #expect(Swift.abs((225 + 225 + pain) / pain - 13.5) < 1e-14)
    let fixed = 1 - Self.quality.cumulative(Self.cut)
    let hurt = 1 - Normal(mean: 50, standardDeviation: 15).cumulative(Self.cut)
    let before = 0.9 * fixed + 0.1 * hurt
    let gain = fixed - before
    #expect(Swift.abs(gain - 0.0198432) < 5e-8)
    let factor = (fixed * (1 - fixed) + before * (1 - before)) / (gain * (1 - gain))
    #expect(Swift.abs(factor - 16.7767) < 5e-5)
  }

  @Test("keep that promise with addressed draws, and other travellers do not")
  func simulated() throws {
    let same = try factors(baselineTravellersFrom: 0)
    #expect(Swift.abs(same.mean / 13.5 - 1) < 0.05)
    #expect(Swift.abs(same.promoters / 16.7767 - 1) < 0.09)
    // The twin: a baseline of other people, as with one stream of numbers that has drifted apart.
    let others = try factors(baselineTravellersFrom: 1 << 40)
    #expect(Swift.abs(others.mean - 1) < 0.05)
    #expect(Swift.abs(others.promoters - 1) < 0.05)
  }

  private func factors(baselineTravellersFrom start: UInt64) throws -> (mean: Double, promoters: Double) {
    let generator = Philox4x32(seed: 2_024)
    let place = SiteHash.site(.touchpoint, "product")
    let pain = SiteHash.site(.painPoint, "slow page")
    func points(_ traveller: UInt64, painful: Bool) -> Double {
      let visit = generator.block(
        at: DrawAddress(visit: 0, site: place, traveller: traveller, period: 0, purpose: .visit)
      )
      let hit = generator.block(
        at: DrawAddress(visit: 0, site: pain, traveller: traveller, period: 0, purpose: .pain)
      )
      let hurts = painful && PhiloxBlock.uniform(hit.hit) < 0.1
      return Self.quality.quantile(PhiloxBlock.uniform(visit.quality)) - (hurts ? 20 : 0)
    }
    var means = PairMoments()
    var promoters = PairMoments()
    for traveller: UInt64 in 0..<100_000 {
      let before = points(start + traveller, painful: true)
      let after = points(traveller, painful: false)
      means.add(x: before, y: after)
      promoters.add(x: before >= Self.cut ? 1 : 0, y: after >= Self.cut ? 1 : 0)
    }
    func factor(_ pairs: PairMoments) throws -> Double {
      let x = try #require(pairs.varianceX)
      let y = try #require(pairs.varianceY)
      return (x + y) / (x + y - 2 * (try #require(pairs.covariance)))
    }
    return (try factor(means), try factor(promoters))
  }
}
