import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Choosing the best of several")
struct KimNelsonTests {
  /// Five systems, the first ahead of the others by exactly what matters: the hardest case.
  private struct Slippage {
    var seed: UInt64
    /// Correlation between systems.
    var correlation: Double
    let means = [1.0, 0, 0, 0, 0]
    let deviation = 5.0

    func observation(_ experiment: UInt32, _ stage: UInt32) -> [Double] {
      let generator = Philox4x32(seed: seed)
      let one = generator.block(stage, 1, experiment, 0)
      let two = generator.block(stage, 2, experiment, 0)
      let common = Normal.standardQuantile(two.uniform1)
      let own = [one.uniform0, one.uniform1, one.uniform2, one.uniform3, two.uniform0]
      return zip(means, own).map { mean, draw in
        mean + deviation
          * (correlation.squareRoot() * common
            + (1 - correlation).squareRoot() * Normal.standardQuantile(draw))
      }
    }
  }

  private func play(_ slippage: Slippage) -> (correct: Int, observations: Int) {
    var correct = 0
    var observations = 0
    for experiment in 0..<400 as Range<UInt32> {
      var contest = KimNelson(systems: 5, indifference: 1, firstStage: 20)
      while !contest.isFinished {
        observations += contest.survivors.count
        contest.add(slippage.observation(experiment, UInt32(contest.stage)))
      }
      if contest.survivors == [0] { correct += 1 }
    }
    return (correct, observations)
  }

  @Test("is right in at least 92.5% of 400 contests, and common random numbers save 70% of the work or more")
  func slippage() {
    let alone = play(Slippage(seed: 5, correlation: 0))
    let common = play(Slippage(seed: 6, correlation: 0.8))
    #expect(alone.correct >= 370)
    #expect(common.correct >= 370)
    #expect(Double(common.observations) <= 0.3 * Double(alone.observations))
    // The twin: whoever leads after the first stage is the best much less often.
    let early = (0..<400 as Range<UInt32>).count { experiment in
      let slippage = Slippage(seed: 5, correlation: 0)
      var sums = Array(repeating: 0.0, count: 5)
      for stage in 0..<20 as Range<UInt32> {
        for (system, value) in slippage.observation(experiment, stage).enumerated() { sums[system] += value }
      }
      return sums[0] == sums.max()
    }
    #expect(early < 300)
  }

  @Test("has the constants of the paper")
  func constants() {
    // k = 5, alpha = 0.05, n0 = 20: (40^(2/19) - 1) / 2.
    let eta = KimNelson.eta(systems: 5, level: 0.95, firstStage: 20)
    #expect(Swift.abs(eta - 0.2372383) < 1e-6)
    #expect(KimNelson.eta(systems: 1, level: 0.95, firstStage: 20) == 0)
  }

  @Test("drops nobody before the first stage is over, and remembers who was dropped, when and by whom")
  func memory() {
    var contest = KimNelson(systems: 3, indifference: 1, firstStage: 4)
    for stage in 0..<4 {
      #expect(contest.survivors == [0, 1, 2] && !contest.isFinished)
      let wobble = stage.isMultiple(of: 2) ? 0.1 : -0.1
      contest.add([50 + wobble, 10, 51])
    }
    // Means 50, 10, 51; h^2 S^2 / delta - r is far below 0 for each pair, so every margin is 0.
    #expect(contest.survivors == [2] && contest.isFinished)
    #expect(contest.eliminated == [.init(system: 0, stage: 4, by: 2), .init(system: 1, stage: 4, by: 0)])
  }

  @Test("ends where those that are left are exactly equal")
  func twins() {
    var contest = KimNelson(systems: 3, indifference: 1, firstStage: 4)
    for stage in 0..<4 { contest.add([Double(stage), Double(stage), Double(stage) - 9]) }
    #expect(contest.isFinished)
    #expect(contest.survivors == [0, 1])
    #expect(KimNelson(systems: 1, indifference: 1).isFinished)
  }
}

@Suite("Sharing a budget of observations")
struct BudgetAllocationTests {
  @Test("gives the close ones most: means 1, 0.8 and 0.6")
  func shares() throws {
    let shares = try #require(BudgetAllocation.shares(means: [1, 0.8, 0.6], deviations: [1, 1, 1]))
    for (share, expected) in zip(shares, [0.45194, 0.43845, 0.10961]) {
      #expect(Swift.abs(share - expected) < 5e-6)
    }
    #expect(Swift.abs(shares.reduce(0, +) - 1) < 1e-15)
  }

  @Test("gives twice the deviation four times as much, and has no answer for two that are equally best")
  func deviations() throws {
    let shares = try #require(BudgetAllocation.shares(means: [1, 0.5, 0.5], deviations: [1, 2, 1]))
    #expect(Swift.abs(shares[1] / shares[2] - 4) < 1e-12)
    #expect(BudgetAllocation.shares(means: [1, 1, 0], deviations: [1, 1, 1]) == nil)
    #expect(BudgetAllocation.shares(means: [1], deviations: [1]) == nil)
  }
}
