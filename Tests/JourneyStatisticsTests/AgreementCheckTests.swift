import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Agreement check")
struct AgreementCheckTests {
  @Test("agrees with nothing to compare")
  func empty() {
    let check = AgreementCheck()
    #expect(check.agrees)
    #expect(check.largestZ == nil)
    #expect(check.level == 0.9999)
  }

  @Test("judges a share by exact binomial probabilities")
  func share() {
    var check = AgreementCheck()
    check.add("goal", successes: 3_100, of: 10_000, exact: 0.31)
    check.add("timed out", successes: 3, of: 10_000, exact: 0.0001)
    #expect(check.agrees)
    #expect(check.rows[0].z == 0)
    #expect(check.rows[0].pValue == 1)
    #expect(check.rows[1].pValue == Binomial(trials: 10_000, probability: 0.0001).twoSidedP(3))
    check.add("left", successes: 3_300, of: 10_000, exact: 0.31)
    #expect(!check.agrees)
    #expect(check.disagreements.map(\.id) == ["left"])
    #expect(Swift.abs((check.largestZ ?? 0) - 4.3243) < 1e-4)
  }

  @Test("never forgives what is impossible, and forgives a solver's last digit")
  func impossible() {
    var check = AgreementCheck()
    check.add("never", successes: 0, of: 100, exact: 1e-17)
    check.add("always", successes: 100, of: 100, exact: 1 - 1e-16)
    #expect(check.agrees)
    #expect(check.rows[0].z == nil)
    check.add("never happens", successes: 1, of: 100, exact: 0)
    #expect(check.disagreements.map(\.id) == ["never happens"])
  }

  @Test("judges a mean by its standard error")
  func mean() throws {
    var sums = MomentSums()
    for index in 0..<1_000 { sums.add(Double(index % 10)) }
    var check = AgreementCheck()
    check.add("visits", mean: sums, exact: 4.5)
    #expect(check.agrees)
    check.add("visits again", mean: sums, exact: 4)
    #expect(check.disagreements.map(\.id) == ["visits again"])
    let z = try #require(check.rows[1].z)
    #expect(Swift.abs(z - 0.5 / (8.25 / 999).squareRoot()) < 1e-12)
  }

  @Test("compares what does not vary to within a fixed-point step")
  func constant() {
    var sums = MomentSums()
    for _ in 0..<10 { sums.add(1 / 3) }
    var check = AgreementCheck()
    check.add("constant", mean: sums, exact: 1 / 3)
    #expect(check.agrees)
    check.add("another", mean: sums, exact: 0.333_33)
    #expect(!check.agrees)
  }

  @Test("asks more of each figure the more there are")
  func simultaneous() {
    var few = AgreementCheck(level: 0.99)
    few.add("a", successes: 575, of: 1_000, exact: 0.53)
    #expect(!few.agrees)
    for index in 0..<9 { few.add("fine \(index)", successes: 500, of: 1_000, exact: 0.5) }
    #expect(few.agrees)
    #expect(Swift.abs(few.threshold - 0.001) < 1e-15)
  }

  @Test("seldom accuses a right simulator, and a wrong one nearly always")
  func power() {
    #expect(accusations(chance: 0.3) == 0)
    #expect(accusations(chance: 0.312) > 180)
  }

  /// In how many of 200 runs of 40,000 travellers a check of five figures against 0.3 disagrees.
  private func accusations(chance: Double) -> Int {
    let generator = Philox4x32(seed: 8)
    let binomial = Binomial(trials: 40_000, probability: chance)
    return (0..<200).count { run in
      var check = AgreementCheck()
      for figure: UInt32 in 0..<5 {
        let draw = generator.block(UInt32(run), figure, 0, 0).uniform0
        check.add("\(figure)", successes: binomial.quantile(draw), of: 40_000, exact: 0.3)
      }
      return !check.agrees
    }
  }
}
