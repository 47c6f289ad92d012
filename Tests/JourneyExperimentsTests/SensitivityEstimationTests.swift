import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// One run's first-order effects against dedicated paired runs.
@Suite struct ScoreEstimationTests {
  private let plan = RunPlan(travellers: 200_000, seed: 23, threads: 2)

  @Test(arguments: [MetricID.goal, .satisfaction, .kept])
  func `one run tells the effect of removing a pain point`(metric: MetricID) async throws {
    let z = try await deviation(SampleJourneys.tiny1(), metric)
    #expect(abs(z) < 4)
  }

  @Test func `an effect of another size is noticed`() async throws {
    var stronger = SampleJourneys.tiny1()
    stronger.painPoints[0].hurts = .constant(30)
    let told = try await effect(SampleJourneys.tiny1(), .satisfaction)
    let dedicated = try await removal(stronger, .satisfaction)
    #expect(abs(told.mean - dedicated.mean) > 6 * told.standardError)
  }

  @Test func `a pain point that never hits, or always, tells nothing false`() async throws {
    var never = SampleJourneys.tiny1()
    never.painPoints[0].hits = .zero
    let silent = try await Simulator.run(never, plan: RunPlan(travellers: 2_000, seed: 1))
    #expect(silent.pains[0].effects.isEmpty)
    var always = SampleJourneys.tiny1()
    always.painPoints[0].hits = .one
    let certain = try await Simulator.run(always, plan: RunPlan(travellers: 2_000, seed: 1))
    #expect(certain.pains[0].effects.isEmpty)
  }

  private func deviation(_ journey: Journey, _ metric: MetricID) async throws -> Double {
    let told = try await effect(journey, metric)
    let dedicated = try await removal(journey, metric)
    let error = (told.standardError * told.standardError + dedicated.standardError * dedicated.standardError)
      .squareRoot()
    return (told.mean - dedicated.mean) / error
  }

  private func effect(_ journey: Journey, _ metric: MetricID) async throws -> Estimate {
    let result = try await Simulator.run(journey, plan: plan)
    return try #require(result.pains.first?.effects.first { $0.id == metric }).estimate
  }

  private func removal(_ journey: Journey, _ metric: MetricID) async throws -> Estimate {
    let result = try await Comparison.run(journey, WhatIf.trials(journey), plan: plan)
    return try #require(result.variants.first { $0.operation == "remove" }?.metric(metric)).difference
  }
}
