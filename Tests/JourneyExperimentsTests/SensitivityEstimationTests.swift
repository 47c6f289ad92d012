import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

/// What one run tells of changes that it did not make, against dedicated paired runs.
@Suite struct SensitivityEstimationTests {
  private let plan = RunPlan(travellers: 200_000, seed: 23, threads: 2, isControlled: true)

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

  @Test(arguments: ShippedScenarios.showcases)
  func `every pain point of a showcase is told as by its own run`(name: String) async throws {
    let journey = try ScenarioReader.load(path: ShippedScenarios.path(name)).baseline
    let plan = RunPlan(travellers: 60_000, seed: 11, threads: 2, isControlled: true)
    let one = try await Simulator.run(journey, plan: plan)
    let dedicated = try await Comparison.run(
      journey,
      try WhatIf.trials(journey).filter { $0.operation == "remove" },
      plan: plan
    )
    var compared = 0
    for pain in one.pains {
      let removed = try #require(dedicated.variants.first { $0.painPoints == [pain.pain.name] })
      for told in pain.effects {
        let other = try #require(removed.metric(told.id)).difference
        let error =
          (told.estimate.standardError * told.estimate.standardError
          + other.standardError * other.standardError).squareRoot()
        #expect(abs(told.estimate.mean - other.mean) < 4 * error, "\(pain.pain.name): \(told.id.text)")
        compared += 1
      }
    }
    #expect(compared > 20)
  }

  @Test(arguments: [0.0, 0.2], [true, false])
  func `a point of quality brings what two runs beside it say`(
    adaptation: Double,
    isControlled: Bool
  ) async throws {
    var journey = SampleJourneys.troubled(pains: 6)
    journey.satisfaction.adaptation = adaptation
    let plan = RunPlan(travellers: 200_000, seed: 31, threads: 2, isControlled: isControlled)
    let one = try await Simulator.run(journey, plan: plan)
    var compared = 0
    for (place, touchpoint) in one.touchpoints.enumerated() {
      let step = 0.5
      let beside = try await Comparison.run(
        journey,
        [-step, step].map {
          Trial(name: "", operation: "set", journey: shifted(journey, place, by: $0))
        },
        plan: plan
      )
      for moment in touchpoint.moments {
        let down = try #require(beside.variants[0].metric(moment.id)).difference
        let up = try #require(beside.variants[1].metric(moment.id)).difference
        let slope = (up.mean - down.mean) / (2 * step)
        let error = (up.standardError + down.standardError) / (2 * step) + moment.estimate.standardError
        #expect(
          abs(moment.estimate.mean - slope) < 4 * error,
          "\(touchpoint.name), \(moment.id.text): \(moment.estimate.mean) against \(slope)"
        )
        compared += 1
      }
    }
    #expect(compared == 15)
  }

  @Test func `a moment of another place is noticed`() async throws {
    let journey = SampleJourneys.troubled(pains: 6)
    let one = try await Simulator.run(journey, plan: plan)
    let beside = try await Comparison.run(
      journey,
      [Trial(name: "", operation: "set", journey: shifted(journey, 0, by: 1))],
      plan: plan
    )
    let slope = try #require(beside.variants[0].metric(.satisfaction)).difference
    let other = try #require(one.touchpoints[4].moment(of: .satisfaction))
    #expect(abs(other.mean - slope.mean) > 6 * (other.standardError + slope.standardError))
  }

  private func shifted(_ journey: Journey, _ place: Int, by points: Double) -> Journey {
    var shifted = journey
    if case .normal(let mean, let deviation)? = journey.touchpoints[place].feels {
      shifted.touchpoints[place].feels = .normal(mean: mean + points, deviation: deviation)
    }
    return shifted
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
