import JourneyProbability
import Testing

@Suite("Geometric churn")
struct GeometricChurnTests {
  let model = GeometricChurn(retention: 0.8)

  @Test("keeps 80 % every period")
  func survival() {
    let shares = [1, 0.8, 0.64, 0.512, 0.4096, 0.32768]
    for (period, share) in shares.enumerated() {
      #expect(Swift.abs(model.survival(after: period) - share) < 1e-15)
    }
  }

  @Test("has the lifetime and the discounted lifetime of the closed forms")
  func lifetime() {
    #expect(Swift.abs(model.expectedLifetime - 5) < 1e-14)
    let lifetime = model.discountedLifetime(rate: 0.1)
    #expect(Swift.abs(100 * lifetime - 366.6667) < 5e-5)
    #expect(Swift.abs(100 * (lifetime - 1) - 266.6667) < 5e-5)
    let sum = (0..<400).reduce(0.0) { sum, period in
      sum + model.survival(after: period) * GeometricChurn(retention: 1 / 1.1).survival(after: period)
    }
    #expect(Swift.abs(lifetime - sum) < 1e-12)
  }
}
