import Foundation
import JourneyProbability
import Testing

@Suite struct ClampedNormalTests {
  @Test(arguments: [(80.0, 15.0), (95, 20), (10, 12), (50, 5)])
  func `a normal law that is cut off has the mean of its closed form`(mean: Double, deviation: Double) {
    // Against a fine sum over the law's density.
    var (sum, total) = (0.0, 0.0)
    for step in -80_000...80_000 {
      let z = Double(step) / 10_000
      let density = exp(-z * z / 2)
      sum += density * min(100, max(0, mean + deviation * z))
      total += density
    }
    let law = Normal(mean: mean, standardDeviation: deviation)
    #expect(abs(law.meanClamped(from: 0, to: 100) - sum / total) < 1e-6)
  }

  @Test func `a constant is limited`() {
    #expect(Normal(mean: 120, standardDeviation: 0).meanClamped(from: 0, to: 100) == 100)
    #expect(Normal(mean: -3, standardDeviation: 0).meanClamped(from: 0, to: 100) == 0)
    #expect(Normal(mean: 30, standardDeviation: 0).meanClamped(from: 0, to: 100) == 30)
  }
}
