import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Confidence sequence")
struct ConfidenceSequenceTests {
  @Test("is 1.55 times as wide as one look where it is tightest, and a p-value of 5% is its edge")
  func width() {
    let sequence = ConfidenceSequence(tunedFor: 500)
    // rho^2 t = -2 ln 0.05 + ln(-2 ln 0.05 + 1) = 7.936155 there, whatever t is.
    #expect(Swift.abs(sequence.mixing * 500 - 7.936155) < 1e-6)
    #expect(Swift.abs(sequence.multiple(at: 500) / 1.959964 - 1.5486) < 1e-3)
    for count in [50, 500, 5_000, 500_000] {
      let edge = sequence.multiple(at: count)
      #expect(edge > 3 && edge < 5)
      #expect(Swift.abs(sequence.pValue(edge, at: count) - 0.05) < 1e-12)
      #expect(sequence.pValue(edge * 1.001, at: count) < 0.05)
      #expect(sequence.pValue(-edge * 0.999, at: count) > 0.05)
    }
    #expect(sequence.pValue(0, at: 500) == 1)
    #expect(sequence.shared(by: 4).level == 0.9875)
    #expect(sequence.shared(by: 4).multiple(at: 500) > sequence.multiple(at: 500))
  }

  @Test("knows the least number of travellers for a half-width")
  func needed() throws {
    let sequence = ConfidenceSequence()
    let count = try #require(sequence.count(toReach: 0.1, deviation: 17))
    func width(_ count: Int) -> Double { 17 * sequence.multiple(at: count) / Double(count).squareRoot() }
    #expect(width(count) <= 0.1 && width(count - 1) > 0.1)
    #expect(sequence.count(toReach: 0.1, deviation: 0) == 1)
    #expect(sequence.count(toReach: 0, deviation: 1) == nil)
    #expect(sequence.count(toReach: 1e-9, deviation: 1) == nil)
  }

  @Test("widens means by their standard error, shares as Wilson does, and exact answers not at all")
  func estimates() throws {
    let sequence = ConfidenceSequence()
    let mean = Estimate(mean: 2, standardError: 0.5, low: 1, high: 3, count: 100).alwaysValid(
      sequence,
      after: 400
    )
    #expect(mean.high == 2 + 0.5 * sequence.multiple(at: 400))
    #expect(mean.level == 0.95 && mean.mean == 2)
    let never = try #require(Estimate.share(successes: 0, of: 20_000)).alwaysValid(sequence, after: 20_000)
    let z = sequence.multiple(at: 20_000)
    #expect(never.low == 0)
    #expect(Swift.abs(never.high - z * z / (20_000 + z * z)) < 1e-15)
    #expect(Estimate.exact(3).alwaysValid(sequence, after: 10) == .exact(3))
    let alike = Estimate(mean: 0, standardError: 0, low: 0, high: 0).alwaysValid(sequence, after: 10)
    #expect(alike.low == 0 && alike.high == 0)
  }

  /// In how many of 1,000 experiments the mean of uniform draws is missed at any of the looks from 100 to 20,000.
  private func everMissed(_ multiple: (Int) -> Double) -> Int {
    let generator = Philox4x32(seed: 20_240)
    let looks = 20_000
    // A mean m misses if (m - 1/2)^2 n > multiple^2 * variance.
    let limits = (0...looks).map { $0 < 100 ? 0 : multiple($0) * multiple($0) }
    return (0..<1_000 as Range<UInt32>).count { experiment in
      var sum = 0.0
      var squares = 0.0
      for block in 0..<UInt32(looks / 4) {
        let draws = generator.block(block, 7, experiment, 0)
        for index in 0..<4 {
          let value = PhiloxBlock.uniform(draws[index]) - 0.5
          sum += value
          squares += value * value
          let count = Int(block) * 4 + index + 1
          let n = Double(count)
          if count >= 100, sum * sum / n > limits[count] * (squares - sum * sum / n) / (n - 1) { return true }
        }
      }
      return false
    }
  }

  @Test("misses the truth at any of 19,900 looks in at most 7% of experiments; naive peeking in most")
  func everMiss() {
    let sequence = ConfidenceSequence(tunedFor: 500)
    // 4.9% is expected; 70 of 1,000 are five standard deviations more than 38, three more than 50.
    #expect(everMissed(sequence.multiple) <= 70)
    #expect(everMissed { _ in 1.959964 } > 400)
  }
}

@Suite("Stopping at a fixed width")
struct FixedWidthTests {
  private func run(level: Double) -> (covered: Int, mean: Double) {
    let rule = FixedWidth(halfWidth: 0.1, level: level, least: 50)
    let generator = Philox4x32(seed: 1_965)
    var covered = 0
    var total = 0
    for experiment in 0..<2_000 as Range<UInt32> {
      var sums = MomentSums()
      var draw: UInt32 = 0
      while !rule.isEnough(sums) {
        sums.add(Normal.standardQuantile(generator.block(draw, 3, experiment, 0).uniform0))
        draw += 1
      }
      total += sums.count
      if Swift.abs(sums.mean ?? .infinity) <= 0.1 { covered += 1 }
    }
    return (covered, Double(total) / 2_000)
  }

  @Test("covers in at least 92.5% of 2,000 experiments, after about 384 values; at 90% it does not")
  func coverage() {
    let (covered, mean) = run(level: 0.95)
    #expect(covered >= 1_850)
    #expect((370...400).contains(mean))
    #expect(run(level: 0.9).covered < 1_850)
  }

  @Test("makes a relative width from what was seen, so that it holds for the truth")
  func relative() {
    // Within 10% of 110 at the far end means within 10 of 100.
    #expect(Swift.abs(FixedWidth.halfWidth(relative: 0.1, of: -110) - 10) < 1e-12)
  }
}

@Suite("Looks at a growing run")
struct LooksTests {
  @Test("come after half as many travellers again, in whole blocks, and end at the limit")
  func grid() {
    var counts: [Int] = []
    while counts.last != 1_000 { counts.append(Looks.next(after: counts.last ?? 0, block: 10, most: 1_000)) }
    #expect(counts.prefix(9) == [10, 20, 30, 50, 80, 120, 180, 270, 410])
    #expect(counts.suffix(2) == [930, 1_000])
  }

  @Test("come sooner where fewer travellers are enough, but never without a new block")
  func sooner() {
    #expect(Looks.next(after: 1_000, block: 10, most: 9_999, needed: 1_200) == 1_220)
    #expect(Looks.next(after: 1_000, block: 10, most: 9_999, needed: 900) == 1_010)
    #expect(Looks.next(after: 1_000, block: 10, most: 9_999, needed: 1_000_000) == 1_500)
    #expect(Looks.next(after: 0, block: 10, most: 7) == 7)
  }
}
