import JourneyProbability
import Testing

@Suite("Discrete sampler")
struct DiscreteSamplerTests {
  @Test("refuses weights that are negative, not finite, all zero, or too large to add")
  func refusals() {
    #expect(DiscreteSampler(weights: []) == nil)
    #expect(DiscreteSampler(weights: [0, 0]) == nil)
    #expect(DiscreteSampler(weights: [1, -1e-9]) == nil)
    #expect(DiscreteSampler(weights: [1, .nan]) == nil)
    #expect(DiscreteSampler(weights: [1, .infinity]) == nil)
    #expect(DiscreteSampler(weights: [1e308, 1e308]) == nil)
  }

  @Test("splits the draws where the shares end")
  func thresholds() throws {
    let sampler = try #require(DiscreteSampler(weights: [1, 2, 1]))
    #expect(sampler.thresholds == [1 << 30, 3 << 30])
    #expect(sampler.index((1 << 30) - 1) == 0)
    #expect(sampler.index(1 << 30) == 1)
    #expect(sampler.index((3 << 30) - 1) == 1)
    #expect(sampler.index(3 << 30) == 2)
  }

  @Test("takes the first and the last option of positive weight at the ends")
  func ends() throws {
    let lists: [[Double]] = [
      [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [0, 1, 0, 1, 0], [1, 1e-30], [1e-30, 1],
      [1, 1e-30, 0, 0], [0, 0, 3], [7], Array(repeating: 0.01, count: 100) + [0],
    ]
    for weights in lists {
      let sampler = try #require(DiscreteSampler(weights: weights))
      #expect(sampler.index(.max) == weights.lastIndex { $0 > 0 })
      let first = weights.firstIndex { $0 > 1e-20 }
      #expect(sampler.index(0) == first)
    }
  }

  @Test("never takes an option of weight 0")
  func zeros() throws {
    let few = [0, 0.3, 0, 0, 0.7, 0, 1e-12, 0]
    for weights in [few, few + Array(repeating: 0, count: 30) + few] {
      let sampler = try #require(DiscreteSampler(weights: weights))
      let edges = sampler.thresholds.flatMap { [$0 &- 1, $0, $0 &+ 1] } + [0, .max]
      for draw in edges { #expect(weights[sampler.index(draw)] > 0) }
    }
  }

  @Test("finds the same option by search as by scan")
  func search() throws {
    let weights = (0..<40).map { Double($0 * 7 % 11) }
    let sampler = try #require(DiscreteSampler(weights: weights))
    for step in 0..<5_000 {
      let draw = UInt32(step) &* 858_993 &+ 17
      #expect(sampler.index(draw) == sampler.thresholds.count { $0 <= draw })
    }
  }

  @Test("chooses in proportion to the weights, and a shift of half a percent would be seen")
  func proportions() throws {
    #expect(try worst(weights: [0.2, 0.3, 0.5]) < 1)
    #expect(try worst(weights: [0.205, 0.3, 0.495]) > 1)
  }

  /// The largest distance of a count from its expectation under 0.2, 0.3, 0.5, in units of its limit at 1e-6.
  private func worst(weights: [Double]) throws -> Double {
    let sampler = try #require(DiscreteSampler(weights: weights))
    let generator = Philox4x32(seed: 1)
    var counts = [0, 0, 0]
    let draws = 400_000
    for traveller in 0..<UInt32(draws) { counts[sampler.index(generator.block(0, 5, traveller, 0).x0)] += 1 }
    return zip(counts, [0.2, 0.3, 0.5]).map { count, share in
      let limits = Binomial(trials: draws, probability: share).limits(falseAlarm: 1e-6 / 3)
      let expected = share * Double(draws)
      let limit =
        count < Int(expected) ? expected - Double(limits.lowerBound) : Double(limits.upperBound) - expected
      return Swift.abs(Double(count) - expected) / limit
    }.max() ?? .infinity
  }
}
