import JourneyProbability
import Testing

@Suite("Lognormal distribution")
struct LogNormalTests {
  @Test("has the mean and variance of 4..12")
  func moments() {
    let distribution = LogNormal(median: 4, percentile90: 12)
    #expect(Swift.abs(distribution.mean - 5.776134) < 5e-7)
    #expect(Swift.abs(distribution.variance - 36.2074) < 5e-5)
  }

  @Test("has its median and 90th percentile where they were said to be")
  func quantiles() {
    let distribution = LogNormal(median: 2, percentile90: 6)
    #expect(Swift.abs(distribution.quantile(0.5) - 2) < 1e-15)
    #expect(Swift.abs(distribution.quantile(0.9) - 6) < 1e-14)
    #expect(Swift.abs(distribution.cumulative(6) - 0.9) < 1e-15)
    #expect(distribution.cumulative(0) == 0)
  }

  @Test("is a constant when median and 90th percentile agree")
  func constant() {
    let distribution = LogNormal(median: 5, percentile90: 5)
    #expect(Swift.abs(distribution.quantile(0.999) - 5) < 1e-14)
    #expect(Swift.abs(distribution.variance) < 1e-13)
  }
}
