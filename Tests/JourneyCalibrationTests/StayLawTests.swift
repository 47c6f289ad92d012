import Foundation
import JourneyCalibration
import JourneyModel
import Testing

@Suite("Time law of a touchpoint")
struct StayLawTests {
  private func law(_ seconds: [Double]) -> StayLaw? {
    var durations = Durations()
    for value in seconds { durations.add(Int64(value * 1e6)) }
    return StayLaw(durations)
  }

  @Test("no stays and stays of no length have no law; equal ones are fixed")
  func constant() {
    #expect(law([]) == nil)
    #expect(law([0, 0, 0]) == nil)
    #expect(law([90])?.law == .fixed(seconds: 90))
    #expect(law([90, 90])?.basis == .constant)
  }

  @Test("a lognormal body keeps median and 90th percentile")
  func lognormal() {
    // Quantiles of a lognormal with median 60 s and standard deviation 0.8 of the logarithm.
    let body = (1...999).map { (step: Int) -> Double in 60 * exp(0.8 * normalQuantile(Double(step) / 1000)) }
    guard case .lognormal(let median, let p90)? = law(body)?.law else {
      Issue.record("no lognormal was fitted")
      return
    }
    #expect(abs(median - 60) < 0.01)
    #expect(abs(p90 / (60 * exp(0.8 * 1.28155)) - 1) < 0.01)
    #expect(law(body)?.basis == .medianAndP90)
  }

  @Test("where nights and weekends stretch the tail, the mean is kept instead of the 90th percentile")
  func nights() {
    // Four in five within minutes, one in five only the next day.
    let stays = (0..<100).map { (step: Int) -> Double in Double(step) + (step % 5 == 0 ? 60_000 : 300) }
    let fitted = law(stays)
    #expect(fitted?.basis == .medianAndMean)
    guard case .lognormal(let median, let p90)? = fitted?.law else {
      Issue.record("no lognormal was fitted")
      return
    }
    let spread = log(p90 / median) / 1.2815515655446004
    let mean = stays.reduce(0, +) / 100
    #expect(abs(median * exp(spread * spread / 2) / mean - 1) < 1e-6)
  }

  @Test("where no lognormal has the median, the mean alone is kept")
  func meanAlone() {
    #expect(law([0, 0, 0, 100])?.law == .fixed(seconds: 25))
    #expect(law([0, 0, 0, 100])?.basis == .meanAlone)
    #expect(law([1, 60, 60, 60])?.basis == .meanAlone)
  }

  private func normalQuantile(_ p: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if erfc(-middle / 2.0.squareRoot()) / 2 < p { low = middle } else { high = middle }
    }
    return low
  }
}

@Suite("Durations")
struct DurationsTests {
  @Test("quantiles interpolate between order statistics, and merging is order-free")
  func quantiles() {
    var left = Durations()
    for value in [4, 1, 3] { left.add(Int64(value) * 1_000_000) }
    var right = Durations()
    right.add(2_000_000)
    var both = left
    both.merge(right)
    right.merge(left)
    #expect(both.quantileSeconds(0.5) == 2.5)
    #expect(both.quantileSeconds(0.9).map { abs($0 - 3.7) < 1e-12 } == true)
    #expect(both.meanSeconds == 2.5)
    both.sort()
    right.sort()
    #expect(both == right)
    #expect(Durations().quantileSeconds(0.5) == nil)
  }
}
