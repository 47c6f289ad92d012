import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Figures that stand beside many others.
@Suite("Many figures at once")
struct CompanyTests {
  private let journey = SampleJourneys.troubled(pains: 6)
  private let plan = RunPlan(travellers: 3_000, seed: 11, periods: 1, threads: 2)

  @Test("Every table of changes is judged by Holm over its rows, figure by figure")
  func holm() async throws {
    let result = try await WhatIf.run(journey, WhatIf.trials(journey), plan: plan)
    for id in result.baseline.map(\.id) {
      let figures = result.variants.compactMap { $0.metric(id) }
      let expected = Multiplicity.holm(figures.map(\.difference.pValue))
      #expect(figures.compactMap(\.adjustment?.p) == expected)
      #expect(figures.allSatisfy { $0.adjustment?.comparisons == figures.count })
    }
    let points = try (1...3).map { share in
      SweepTrial(
        settings: [],
        journey: try journey.applying(
          .lessen(painPoint: "pain 10", by: Probability(Double(share) / 4) ?? .one)
        )
      )
    }
    let one = try await Sweep.run(journey, points, plan: plan, batch: 1)
    let all = try await Sweep.run(journey, points, plan: plan)
    #expect(one.points.map(\.metrics) == all.points.map(\.metrics))
    #expect(one.points.allSatisfy { $0.metrics.allSatisfy { $0.adjustment?.comparisons == 3 } })
    let simulated = try await Simulator.run(journey, plan: plan)
    let effects = simulated.pains.compactMap { $0.effects.first { $0.id == .satisfaction } }
    #expect(effects.count == 6)
    #expect(effects.compactMap(\.adjustment?.p) == Multiplicity.holm(effects.map(\.estimate.pValue)))
  }

  @Test("In company a narrow escape from zero is no real change, alone it is one")
  func verdicts() {
    let narrow = Estimate(mean: 0.021, standardError: 0.01, low: 0.001, high: 0.041)
    func figure(_ adjustment: Adjustment?) -> MetricDifference {
      MetricDifference(
        id: .goal,
        baseline: .exact(0.4),
        variant: .exact(0.421),
        difference: narrow,
        adjustment: adjustment
      )
    }
    #expect(figure(nil).verdict == .better)
    #expect(figure(Adjustment(p: 0.0357, comparisons: 1)).verdict == .better)
    #expect(figure(Adjustment(p: 0.36, comparisons: 10)).verdict == .noRealChange)
  }

  /// In how many of 200 tables of ten changes that change nothing on average anything is called real.
  private func falseAlarms(_ isCalled: (MetricDifference) -> Bool) async throws -> Int {
    let trials = (1...10).map {
      Trial(name: "\($0)", operation: "variant", journey: Coin.journey(0.5, after: $0))
    }
    var tables = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let plan = RunPlan(travellers: 500, seed: seed, threads: 2)
      let result = try await Comparison.run(Coin.journey(0.5), trials, plan: plan)
      if result.variants.contains(where: { $0.metric(.goal).map(isCalled) ?? false }) { tables += 1 }
    }
    return tables
  }

  @Test(
    "A table of ten empty promises raises a false alarm in at most 5% of runs; interval by interval it would often"
  )
  func alarms() async throws {
    // 24 or more of 200 at 5% has a chance of 1e-4, and Holm is well below 5% where differences share a baseline.
    #expect(try await falseAlarms { $0.verdict != .noRealChange } < 24)
    let naive = try await falseAlarms { $0.difference.excludesZero }
    #expect(naive > 36, "\(naive)")
  }
}
