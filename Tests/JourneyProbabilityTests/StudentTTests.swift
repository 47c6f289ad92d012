import JourneyProbability
import Testing

@Suite("Student's t distribution")
struct StudentTTests {
  // From an independent numerical library: degrees, probability above, value.
  @Test(
    "has the known upper quantiles",
    arguments: [
      (3, 0.025, 3.1824463052837086), (29, 0.025, 2.045229642132704), (1, 0.025, 12.706204736174705),
      (200, 0.025, 1.9718962236339093), (999, 1e-6, 4.781636978830079), (1_001, 0.025, 1.96233670528088),
      (5_000, 1e-7, 5.206634130025844), (99_999, 0.025, 1.9599877077718448), (10, 1e-5, 7.526954019339651),
    ]
  )
  func quantiles(_ degrees: Double, _ tail: Double, _ value: Double) {
    let distribution = StudentT(degrees: degrees)
    #expect(Swift.abs(distribution.upperQuantile(tail: tail) / value - 1) < 1e-10)
    #expect(distribution.quantile(tail) == -distribution.upperQuantile(tail: tail))
  }

  @Test("inverts its tails")
  func inverse() {
    for degrees in [1.0, 2, 7.5, 40, 900] {
      let distribution = StudentT(degrees: degrees)
      for tail in [1e-8, 0.001, 0.3, 0.5] {
        let value = distribution.upperQuantile(tail: tail)
        #expect(Swift.abs(distribution.tails(value).upper / tail - 1) < 1e-11)
        #expect(Swift.abs(distribution.tails(-value).lower / tail - 1) < 1e-11)
        #expect(distribution.cumulative(value) == distribution.tails(value).lower)
      }
    }
  }

  @Test("has no seam where the expansion takes over")
  func seam() {
    for tail in [1e-7, 0.005, 0.025, 0.2] {
      let below = StudentT(degrees: 1_000).upperQuantile(tail: tail)
      let above = StudentT(degrees: 1_000.000_01).upperQuantile(tail: tail)
      #expect(Swift.abs(below - above) < 1e-8)
    }
  }
}
