import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Portfolio under a budget")
struct PortfolioTests {
  private static let isLong = ProcessInfo.processInfo.environment["JOURNEY_LONG_TESTS"] == "1"
  private let plan = RunPlan(travellers: 3_000, seed: 11, periods: 1, threads: 2)

  /// The effect of every set of fixes, each simulated as a variant of its own.
  private func bruteForce(_ journey: Journey, _ metric: MetricID, _ plan: RunPlan) async throws -> [Double] {
    let names = journey.painPoints.map(\.name)
    let trials = try (0..<(1 << names.count)).map { set in
      let chosen = names.indices.filter { set >> $0 & 1 == 1 }.map { names[$0] }
      return Trial(
        name: "\(set)",
        operation: "fix",
        painPoints: chosen,
        journey: try journey.applying(chosen.map { .fix(painPoint: $0) })
      )
    }
    return try await Comparison.run(journey, trials, plan: plan).variants.map {
      $0.metric(metric)?.difference.mean ?? .nan
    }
  }

  private func cost(_ set: Int, _ journey: Journey) -> Double {
    journey.painPoints.enumerated().reduce(0) {
      $0 + (set >> $1.offset & 1 == 1 ? $1.element.fix?.costs ?? 0 : 0)
    }
  }

  /// Checks that the best set by the pairs is the best of all sets, every one simulated with the same travellers.
  private func checkOptimum(_ journey: Journey, _ metric: MetricID, _ budgets: [Double]) async throws {
    let truth = try await bruteForce(journey, metric, plan)
    for budget in budgets {
      let result = try await Portfolio.run(journey, budget: budget, maximise: metric, plan: plan)
      let affordable = truth.indices.filter { cost($0, journey) <= budget }
      let best = try #require(affordable.max { truth[$0] < truth[$1] })
      let names = journey.painPoints.indices.filter { best >> $0 & 1 == 1 }.map {
        journey.painPoints[$0].name
      }
      let proposed = try #require(
        result.candidates.max { ($0.predicted, -$0.cost) < ($1.predicted, -$1.cost) }
      )
      #expect(proposed.painPoints == names, "budget \(budget)")
      #expect(abs(proposed.predicted - truth[best]) < 1e-9)
      #expect(proposed.cost <= budget)
    }
  }

  @Test(
    "With six fixes the best set is the best of all 64, each simulated",
    arguments: [
      MetricID.kept, .satisfaction,
    ]
  )
  func optimumOfSix(metric: MetricID) async throws {
    try await checkOptimum(SampleJourneys.troubled(pains: 6), metric, [50_000, 120_000, 200_000])
  }

  @Test("With twelve fixes the best set is the best of all 4,096, each simulated", .enabled(if: isLong))
  func optimumOfTwelve() async throws {
    try await checkOptimum(SampleJourneys.troubled(pains: 12), .kept, [60_000, 200_000, 350_000])
  }

  @Test("The choice is walked again by travellers who proposed nothing, and says how sure it is")
  func freshTravellers() async throws {
    let journey = SampleJourneys.troubled(pains: 6)
    let result = try await Portfolio.run(journey, budget: 150_000, maximise: .kept, plan: plan)
    #expect(result.firstFreshTraveller == 3_000)
    let choice = try #require(result.choice)
    var fresh = plan
    fresh.firstTraveller = 3_000
    let trial = Trial(
      name: "again",
      operation: "fix",
      journey: try journey.applying(choice.painPoints.map { .fix(painPoint: $0) })
    )
    let again = try await Comparison.run(journey, [trial], plan: fresh)
    let expected = try #require(again.variants.first?.metric(.kept)?.difference)
    #expect(choice.effect.mean == expected.mean)
    #expect(choice.effect.halfWidth > expected.halfWidth)
    #expect(choice.metrics.map(\.difference) == again.variants.first?.metrics.map(\.difference))
    #expect(choice.againstBest.mayBeBest)
    for other in result.candidates.dropFirst() { #expect(other.effect.mean <= choice.effect.mean) }
  }

  @Test("What each brings alone is the figure of what-if, and the shares add up to all together")
  func sameNumbers() async throws {
    let journey = SampleJourneys.troubled(pains: 6)
    let result = try await Portfolio.run(journey, budget: 150_000, maximise: .kept, plan: plan)
    let whatIf = try await WhatIf.run(journey, WhatIf.trials(journey), plan: plan)
    for fix in result.fixes {
      let variant = try #require(
        whatIf.variants.first { $0.operation == "fix" && $0.name == fix.painPoint }
      )
      let expected = try #require(variant.metric(.kept)).difference
      #expect(abs(fix.alone.mean - expected.mean) <= 1e-12)
      #expect(abs(fix.alone.low - expected.low) <= 1e-9 && abs(fix.alone.high - expected.high) <= 1e-9)
    }
    #expect(result.fixes.count == 6)
    #expect(abs(result.fixes.reduce(0) { $0 + $1.share.mean } - result.together.mean) < 1e-12)
  }

  @Test("The order in which the file lists the pain points changes nothing")
  func order() async throws {
    var journey = SampleJourneys.troubled(pains: 6)
    let one = try await Portfolio.run(journey, budget: 150_000, maximise: .satisfaction, plan: plan)
    journey.painPoints.reverse()
    let other = try await Portfolio.run(journey, budget: 150_000, maximise: .satisfaction, plan: plan)
    #expect(one.fixes == other.fixes)
    #expect(one.pairs == other.pairs)
    #expect(one.frontier == other.frontier)
    #expect(one.candidates.map(\.effect) == other.candidates.map(\.effect))
  }

  @Test("Two hurdles in a row are complements, by as much as the arithmetic says")
  func pairs() async throws {
    func p(_ value: Double) -> Probability { Probability(value) ?? .zero }
    var journey = SampleJourneys.chain(
      start: ["a": 1],
      rows: ["a": ["b": 1], "b": ["buy": 1]],
      goals: ["buy"]
    )
    for (name, place) in [("first", "a"), ("second", "b")] {
      journey.painPoints.append(
        PainPoint(name: name, at: place, hits: p(0.4), leaves: .one, fix: Fix(costs: 1, works: .one))
      )
    }
    let row = try await Portfolio.run(journey, budget: 2, maximise: .goal, plan: plan)
    // Both: 1 - 0.36 = 0.64; alone 0.24 each, so 0.16 beyond the sum.
    #expect(row.pairs.map(\.first) == ["first"])
    let extra = try #require(row.pairs.first).extra
    #expect(abs(extra.mean - 0.16) < 5 * extra.standardError)
    // Five standard errors: a false alarm in a million.
    for fix in row.fixes { #expect(abs(fix.share.mean - 0.32) < 5 * fix.share.standardError) }
  }

  @Test(
    "A budget that buys nothing gives no choice; a fix without costs, none at all or no such figure is refused"
  )
  func refusals() async throws {
    var journey = SampleJourneys.troubled(pains: 4)
    let none = try await Portfolio.run(journey, budget: 1, maximise: .kept, plan: plan)
    #expect(none.choice == nil && none.greedy.isEmpty)
    #expect(!none.frontier.isEmpty)
    await #expect(throws: PortfolioProblem.noFigure(.nps)) {
      try await Portfolio.run(journey, budget: 1, maximise: .nps, plan: plan)
    }
    journey.painPoints[1].fix?.costs = nil
    await #expect(throws: PortfolioProblem.costsMissing(["pain 11"])) {
      try await Portfolio.run(journey, budget: 1, maximise: .kept, plan: plan)
    }
    for index in journey.painPoints.indices { journey.painPoints[index].fix = nil }
    await #expect(throws: PortfolioProblem.noFixes) {
      try await Portfolio.run(journey, budget: 1, maximise: .kept, plan: plan)
    }
  }
}
