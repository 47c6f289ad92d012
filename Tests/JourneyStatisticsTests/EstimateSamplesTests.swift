import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Estimates from samples")
struct EstimateSamplesTests {
  // From an independent numerical library.
  @Test(
    "gives Wilson's interval for a share",
    arguments: [
      (10, 100, 0.0552291370606751, 0.174365661504913), (0, 10, 0, 0.277532799862889),
      (10, 10, 0.722467200137111, 1),
      (1, 1_000, 0.000176546370626078, 0.00564255859795794),
    ]
  )
  func share(_ successes: Int, _ total: Int, _ low: Double, _ high: Double) throws {
    let estimate = try #require(Estimate.share(successes: successes, of: total))
    #expect(estimate.mean == Double(successes) / Double(total))
    #expect(Swift.abs(estimate.low - low) < 1e-14)
    #expect(Swift.abs(estimate.high - high) < 1e-14)
    #expect(estimate.kind == .share && estimate.count == total && estimate.level == 0.95)
  }

  @Test("has no share of nothing, nor of counts that cannot be")
  func impossibleShares() {
    #expect(Estimate.share(successes: 0, of: 0) == nil)
    #expect(Estimate.share(successes: 3, of: 2) == nil)
    #expect(Estimate.share(successes: -1, of: 2) == nil)
  }

  @Test("gives Student's interval for a mean")
  func mean() throws {
    var sums = MomentSums()
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { sums.add(value) }
    let estimate = try #require(Estimate.mean(sums))
    // s = sqrt(32 / 7), t(7 degrees, 97.5 %) = 2.364624.
    #expect(Swift.abs(estimate.standardError - 0.7559289460) < 1e-10)
    #expect(Swift.abs(estimate.high - (5 + 2.3646242510 * 0.7559289460)) < 1e-8)
    #expect(Swift.abs(estimate.low + estimate.high - 10) < 1e-14)
    let wider = try #require(Estimate.mean(sums, level: 0.99))
    #expect(wider.halfWidth > estimate.halfWidth && wider.level == 0.99)
  }

  @Test("has no mean of fewer than two values, nor of sums out of range")
  func impossibleMeans() {
    var sums = MomentSums()
    #expect(Estimate.mean(sums) == nil)
    sums.add(1)
    #expect(Estimate.mean(sums) == nil)
    sums.add(.infinity)
    #expect(Estimate.mean(sums) == nil)
  }

  @Test("gives a ratio of sums with the variance of its residuals")
  func ratio() throws {
    let pairs = (0..<300).map { (index: Int) -> (x: Double, y: Double) in
      (Double(1 + index % 5), Double(index * 31 % 97))
    }
    var moments = PairMoments()
    for pair in pairs { moments.add(x: pair.x, y: pair.y) }
    let estimate = try #require(Estimate.ratio(moments))
    let n = Double(pairs.count)
    var sumX = 0.0
    var sumY = 0.0
    for pair in pairs {
      sumX += pair.x
      sumY += pair.y
    }
    let ratio = sumY / sumX
    var residuals = 0.0
    for pair in pairs {
      let residual = pair.y - ratio * pair.x
      residuals += residual * residual
    }
    let expected = (residuals / (n - 1) / n).squareRoot() / (sumX / n)
    #expect(Swift.abs(estimate.mean - ratio) < 1e-13)
    #expect(Swift.abs(estimate.standardError / expected - 1) < 1e-12)
    #expect(estimate.kind == .ratio)
  }

  @Test("has no ratio to nothing")
  func impossibleRatio() {
    var moments = PairMoments()
    moments.add(x: 0, y: 1)
    moments.add(x: 0, y: 2)
    #expect(Estimate.ratio(moments) == nil)
  }

  @Test("gives the paired difference of x and y as the mean of y - x")
  func pairs() throws {
    var moments = PairMoments()
    var differences = MomentSums()
    for index in 0..<50 {
      let x = Double(index * 13 % 29)
      let y = x + Double(index % 3)
      moments.add(x: x, y: y)
      differences.add(y - x)
    }
    #expect(Estimate.pairedDifference(moments) == Estimate.pairedDifference(differences))
  }

  @Test("is exactly 0, interval included, when nothing changed")
  func nothing() throws {
    var ratios = PairedRatioMoments()
    var pairs = PairMoments()
    var differences = MomentSums()
    for index in 0..<100 {
      let score = Double(index) / 7
      let visits = Double(1 + index % 3)
      ratios.add(
        numerator: score,
        denominator: visits,
        baselineNumerator: score,
        baselineDenominator: visits
      )
      pairs.add(x: score, y: score)
      differences.add(score - score)
    }
    for estimate in [
      Estimate.pairedDifference(ratios), Estimate.pairedDifference(pairs),
      Estimate.pairedDifference(differences),
    ] {
      let estimate = try #require(estimate)
      #expect(estimate.mean == 0 && estimate.low == 0 && estimate.high == 0 && estimate.standardError == 0)
    }
  }

  @Test("differs between ratios as between means when every denominator is 1")
  func unitDenominators() throws {
    var ratios = PairedRatioMoments()
    var differences = MomentSums()
    for index in 0..<200 {
      let before = Double(index * 37 % 101)
      let after = before + Double(index % 4) - 1
      ratios.add(numerator: after, denominator: 1, baselineNumerator: before, baselineDenominator: 1)
      differences.add(after - before)
    }
    let ratio = try #require(Estimate.pairedDifference(ratios))
    let mean = try #require(Estimate.pairedDifference(differences))
    #expect(Swift.abs(ratio.mean - mean.mean) < 1e-15)
    #expect(Swift.abs(ratio.low - mean.low) < 1e-13)
    #expect(Swift.abs(ratio.high - mean.high) < 1e-13)
  }

  @Test("covers the truth in 926 to 971 of 1,000 samples at 95 %, and intervals at 90 % do not")
  func coverage() {
    #expect((926...971).contains(covered(level: 0.95)))
    #expect(!(926...971).contains(covered(level: 0.90)))
  }

  /// In how many of 1,000 samples the intervals of a share, a mean, a ratio and a paired ratio cover the truth:
  /// the worst of the four.
  private func covered(level: Double) -> Int {
    let generator = Philox4x32(seed: 17)
    let travellers: UInt32 = 200
    var hits = [0, 0, 0, 0]
    for sample: UInt32 in 0..<1_000 {
      var successes = 0
      var sums = MomentSums()
      var ratio = PairMoments()
      var change = PairedRatioMoments()
      for traveller in 0..<travellers {
        let block = generator.block(sample, 1, traveller, 0)
        let score = Normal(mean: 70, standardDeviation: 15).quantile(block.uniform0)
        let visits = block.uniform1 < 0.4 ? 2.0 : 1
        if block.uniform1 < 0.4 { successes += 1 }
        sums.add(score)
        ratio.add(x: visits, y: score * visits)
        let gain = block.uniform2 < 0.1 ? 20.0 : 0
        change.add(
          numerator: (score + gain) * visits,
          denominator: visits,
          baselineNumerator: score * visits,
          baselineDenominator: visits
        )
      }
      let estimates = [
        Estimate.share(successes: successes, of: Int(travellers), level: level),
        Estimate.mean(sums, level: level), Estimate.ratio(ratio, level: level),
        Estimate.pairedDifference(change, level: level),
      ]
      for (index, truth) in [0.4, 70, 70, 2].enumerated() where estimates[index]?.covers(truth) == true {
        hits[index] += 1
      }
    }
    return hits.min() ?? 0
  }
}
