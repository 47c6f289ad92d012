import JourneyProbability
import Testing

@Suite("Log gamma")
struct LogGammaTests {
  // From Stirling's series at fifty digits.
  @Test(
    "has the known logarithms of the beta function, small and huge",
    arguments: [
      (2, 3, -2.4849066497880004), (0.1, 0.1, 2.9813614810376277), (20, 0.3, 0.20234534658032957),
      (20, 30, -33.968820791977386), (1e6, 2e6, -1909548.290968532956511), (1e6, 0.5, -6.335390211057436965),
      (14.9, 15.1, -20.873907213958066),
    ]
  )
  func beta(_ a: Double, _ b: Double, _ value: Double) {
    #expect(Swift.abs(LogGamma.beta(a, b) - value) <= 4e-15 * Swift.max(1, Swift.abs(value)))
    #expect(LogGamma.beta(a, b) == LogGamma.beta(b, a))
  }

  @Test("has no seam where its formulas meet")
  func seams() {
    // B(a, b + 1) = B(a, b) b / (a + b), across the switch at 15.
    for a in [0.3, 14.5, 14.999, 15, 15.5, 40] {
      for b in [14.5, 14.999, 15, 100] {
        let step = LogGamma.beta(a, b + 1) - LogGamma.beta(a, b)
        #expect(
          Swift.abs(LogNormal(logMean: step, logStandardDeviation: 0).quantile(0.5) - b / (a + b)) < 1e-13
        )
      }
    }
    #expect(LogGamma.of(1) == 0)
    #expect(Swift.abs(LogGamma.of(0.5) - 0.5723649429247001) < 1e-15)
  }
}
