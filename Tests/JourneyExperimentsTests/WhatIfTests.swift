import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct WhatIfTests {
  private let plan = RunPlan(travellers: 60_000, seed: 5, threads: 2)

  /// Tiny-1 with three pain points: a bad one, and two that are the same but for their names.
  private func journey() -> Journey {
    var journey = SampleJourneys.tiny1()
    func pain(_ name: String, _ hits: Double, works: Double? = nil) -> PainPoint {
      PainPoint(
        name: name,
        at: "A",
        hits: Probability(hits) ?? .zero,
        hurts: .constant(10),
        fix: works.map { Fix(costs: 10, works: Probability($0) ?? .zero) }
      )
    }
    journey.painPoints = [pain("twin a", 0.1, works: 1), pain("bad", 0.4, works: 0.5), pain("twin b", 0.1)]
    return journey
  }

  @Test func `without names each pain point is removed and each fix tried, then all together`() throws {
    let trials = try WhatIf.trials(journey())
    #expect(
      trials.map { "\($0.operation) \($0.name)" } == [
        "remove twin a", "remove bad", "remove twin b", "fix twin a", "fix bad", "remove all together",
        "fix all together",
      ]
    )
    #expect(trials.last?.cost == 20)
  }

  @Test func `a perfect fix is the same as removal, half a fix about half`() async throws {
    let result = try await WhatIf.run(journey(), WhatIf.trials(journey()), plan: plan)
    func effect(_ operation: String, _ name: String) throws -> Estimate {
      let variant = try #require(result.variants.first { $0.operation == operation && $0.name == name })
      return try #require(variant.metric(.satisfaction)).difference
    }
    #expect(try effect("fix", "twin a") == effect("remove", "twin a"))
    let half = try effect("fix", "bad").mean
    let whole = try effect("remove", "bad").mean
    #expect(half > 0.4 * whole && half < 0.6 * whole)
  }

  @Test func `twins are tied and the bad one is not`() async throws {
    var journey = journey()
    for index in journey.painPoints.indices { journey.painPoints[index].fix = nil }
    let result = try await WhatIf.run(journey, WhatIf.trials(journey), plan: plan)
    #expect(result.variants.first?.name == "bad")
    #expect(result.ties.count == 1)
    #expect(Set(result.ties.first ?? []) == ["twin a", "twin b"])
  }

  @Test func `an unknown name is refused`() {
    #expect(throws: InterventionProblem.unknown(name: "nothing")) {
      try WhatIf.trials(journey(), only: ["nothing"])
    }
  }

  @Test func `the same question gets the same number from simulate and from compare`() async throws {
    let journey = journey()
    let simulated = try await Simulator.run(journey, plan: plan)
    let compared = try await Comparison.run(journey, WhatIf.trials(journey), plan: plan)
    #expect(simulated.metrics == compared.baseline)
    let removed = try journey.applying(.remove(painPoint: "bad"))
    let alone = try await Simulator.run(removed, plan: plan)
    let paired = try #require(compared.variants.first { $0.operation == "remove" && $0.name == "bad" })
    for metric in paired.metrics {
      #expect(alone.metric(metric.id)?.mean == metric.variant.mean)
    }
  }
}
