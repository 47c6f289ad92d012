import JourneyProbability
import Testing

@Suite("Normal distribution")
struct NormalTests {
  // Reference values to 16 digits from an independent implementation in extended precision.
  @Test(
    "has the known quantiles",
    arguments: [
      (0.001, -3.090232306167813), (0.999999, 4.753424308817088), (0.5, 0),
      (0.02425, -1.9729610513118848), (1e-10, -6.361340902404056), (0.975, 1.9599639845400543),
      (0x1p-33, -6.3379577545537895),
    ]
  )
  func quantiles(_ u: Double, _ value: Double) {
    #expect(Swift.abs(Normal.standardQuantile(u) - value) <= 2e-15 * Swift.max(1, Swift.abs(value)))
  }

  @Test("is infinite at the ends and symmetric")
  func ends() {
    #expect(Normal.standardQuantile(0) == -.infinity)
    #expect(Normal.standardQuantile(1) == .infinity)
    for word: UInt32 in [0, 9, 1 << 20, 1 << 29, 1 << 31] {
      let low = Normal.standardQuantile(PhiloxBlock.uniform(word))
      #expect(low == -Normal.standardQuantile(PhiloxBlock.uniform(~word)))
    }
  }

  @Test("rises with u, also where its formulas meet")
  func monotone() {
    for seam in [0.075, 0.925, 1.3887943864964021e-11] {
      var last = -Double.infinity
      for step in -200...200 {
        let value = Normal.standardQuantile(seam * (1 + Double(step) * 1e-12))
        #expect(value >= last)
        last = value
      }
    }
    var last = -Double.infinity
    for step in 1..<20_000 {
      let value = Normal.standardQuantile(Double(step) / 20_000)
      #expect(value > last)
      last = value
    }
  }

  @Test("inverts its cumulative probability")
  func inverse() {
    for step in 1..<1_000 {
      let u = Double(step) / 1_000
      #expect(Swift.abs(Normal.standardCumulative(Normal.standardQuantile(u)) - u) < 4e-16)
    }
    let far = Normal.standardCumulative(Normal.standardQuantile(1e-12))
    #expect(Swift.abs(far / 1e-12 - 1) < 1e-13)
  }

  @Test("shifts and stretches")
  func general() {
    let normal = Normal(mean: 70, standardDeviation: 15)
    #expect(normal.quantile(0.5) == 70)
    #expect(Swift.abs(normal.cumulative(85) - 0.8413447460685429) < 1e-15)
    #expect(Swift.abs(normal.density(70) - 0.02659615202676218) < 1e-16)
  }

  @Test("puts everything on the mean when the standard deviation is 0")
  func constant() {
    let constant = Normal(mean: 78, standardDeviation: 0)
    #expect(constant.quantile(0.99) == 78)
    #expect(constant.cumulative(77.9) == 0)
    #expect(constant.cumulative(78) == 1)
  }
}
