import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Pairs of fixes in several figures")
struct FixPairsTests {
  private static let metrics = [MetricID.kept, .goal, .satisfaction, .cost]

  private func retailer() throws -> Journey {
    let text = try ShippedScenarios.text("retailer.yaml")
    return try #require(ScenarioReader.read(text: text, path: "retailer.yaml").scenario).baseline
  }

  private func fixes(_ journey: Journey, _ plan: RunPlan) async throws -> ComparisonResult {
    try await WhatIf.run(journey, try WhatIf.trials(journey).filter { $0.operation == "fix" }, plan: plan)
  }

  @Test("Each figure's extras are those of that figure counted alone, to the last digit")
  func extras() async throws {
    let journey = SampleJourneys.troubled(pains: 5)
    let plan = RunPlan(travellers: 1_500, seed: 5, periods: 2, threads: 2)
    let whatIf = try await fixes(journey, plan)
    let wished = [MetricID.satisfaction, .goal, .cost, .clv, .retention]
    let pairs = try #require(try await FixPairs.run(whatIf, metrics: wished, plan: plan))
    #expect(!pairs.metrics.contains(.retention) && pairs.metrics.count >= 3 && pairs.fixes.count == 5)
    let compiled = CompiledJourney(journey)
    let weakened = try pairs.fixes.map {
      CompiledJourney(try journey.applying(.fix(painPoint: $0)), sharing: compiled)
    }
    var moved = 0
    for (figure, metric) in pairs.metrics.enumerated() {
      let question = try #require(
        SubsetQuestion(compiled, weakened: weakened, metric: metric, periods: plan.periods)
      )
      let tally = try await Engine.run(question, into: InteractionTally(changes: 5), plan: plan)
      for second in 0..<5 {
        for first in 0..<second {
          let truth = try #require(Estimate.pairedDifference(tally.extra(first, second)))
          #expect(pairs.extra(second, first, figure: figure) == truth)
          if truth.mean != 0 { moved += 1 }
        }
      }
    }
    #expect(moved > 10)
  }

  /// A fix that brings x of its effect prevents x of the hits that it prevents as costed. Between nothing and the
  /// whole the effect is nearly a straight line: on the retailer with 100,000 travellers the greatest error of 120
  /// walks (ten fixes, three parts, four figures) was 0.66 of the whole fix's half-width, and 1.04 of that half-width
  /// times the square root of x, which is about the half-width of a walk of its own.
  @Test("Parts of a fix's effect are a straight line within the noise of a walk of their own")
  func parts() async throws {
    let journey = try retailer()
    let plan = RunPlan(travellers: 50_000, seed: 2026, periods: 1, threads: 2)
    let whole = try await fixes(journey, plan)
    let pains = journey.painPoints.filter { $0.fix != nil }
    var greatest = 0.0
    for part in [0.25, 0.5, 0.75] {
      let trials = try pains.map { pain in
        let works = pain.fix?.works.value ?? 1
        let share = try #require(Probability(works * part))
        return Trial(
          name: pain.name,
          operation: "lessen",
          painPoints: [pain.name],
          journey: try journey.applying(.lessen(painPoint: pain.name, by: share))
        )
      }
      let walked = try await Comparison.run(journey, trials, plan: plan)
      for variant in walked.variants {
        let full = try #require(whole.variants.first { $0.painPoints == variant.painPoints })
        for metric in Self.metrics {
          let truth = try #require(variant.metric(metric)?.difference)
          let line = try #require(full.metric(metric)?.difference)
          let error = abs(line.mean * part - truth.mean)
          greatest = max(greatest, error / (line.halfWidth * part.squareRoot()))
        }
      }
    }
    #expect(greatest > 0 && greatest < 1.25, "\(greatest) half-widths")
  }

  @Test("Pairs say what all fixes bring together, but for what three and more add")
  func together() async throws {
    let journey = try retailer()
    let plan = RunPlan(travellers: 25_000, seed: 2026, periods: 1, threads: 2)
    let whatIf = try await fixes(journey, plan)
    let pairs = try #require(try await FixPairs.run(whatIf, metrics: Self.metrics, plan: plan))
    let all = try #require(whatIf.variants.first { $0.name == WhatIf.together })
    for (figure, metric) in pairs.metrics.enumerated() {
      let alone = try pairs.fixes.map { name in
        try #require(whatIf.variants.first { $0.painPoints == [name] }?.metric(metric)).difference
      }
      let model = pairs.model(figure: figure, alone: alone.map(\.mean), costs: alone.map { _ in 0 })
      let told = model.value(UInt64(1) << UInt64(pairs.fixes.count) - 1)
      let truth = try #require(all.metric(metric)?.difference)
      // The same travellers: what is off is what three and more bring beyond their pairs, and no noise.
      #expect(abs(told - truth.mean) < 0.03 * abs(alone.reduce(0) { $0 + abs($1.mean) }), "\(metric.text)")
    }
  }
}
