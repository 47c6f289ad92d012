import JourneyEngine
import JourneyExact
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// What "removing" means, held to the oracle chain's exact answers.
@Suite struct WhatIfOperationsTests {
  /// Beyond this many standard errors a figure is wrong (false alarm about 1e-6 over all comparisons).
  private static let limit = 5.4
  private static let base = 0.2158750170

  private static let exact: [(operation: String, name: String, goal: Double)] = [
    ("close", "help", 0.2013071895), ("close", "product", 0.1080729167), ("close", "basket", 0.0193498452),
    ("bypass", "help", base), ("bypass", "product", base), ("bypass", "basket", base),
    ("dependence", "help", base * (1 - 0.3534358853)),
    ("dependence", "product", base * (1 - 0.8973250876)),
    ("dependence", "basket", base * (1 - 0.9554585577)),
  ]

  private func pain(_ name: String, works: Double? = nil) -> PainPoint {
    PainPoint(
      name: name,
      at: "A",
      hits: Probability(0.4) ?? .zero,
      hurts: .constant(10),
      fix: works.map { Fix(costs: 10, works: Probability($0) ?? .zero) }
    )
  }

  @Test func `the changed journeys have the exact answers`() throws {
    let trials = try WhatIf.trials(SampleJourneys.k4, [.bypass, .close, .dependence]).trials
    for (operation, name, goal) in Self.exact {
      let trial = try #require(trials.first { $0.operation == operation && $0.name == name })
      let answer = try #require(ExactAnswer.solve(trial.journey))
      #expect(abs(answer.goal - goal) < 1e-9, "\(operation) \(name)")
    }
  }

  @Test func `simulation agrees with the exact answers, and would not with another operation's`() async throws
  {
    let trials = try WhatIf.trials(SampleJourneys.k4, [.bypass, .close, .dependence])
    let plan = RunPlan(travellers: 40_000, seed: 11, threads: 2)
    let result = try await WhatIf.run(SampleJourneys.k4, trials, plan: plan).comparison
    func difference(_ operation: String, _ name: String) throws -> Estimate {
      let row = try #require(result.variants.first { $0.operation == operation && $0.name == name })
      return try #require(row.metric(.goal)).difference
    }
    for (operation, name, goal) in Self.exact {
      let found = try difference(operation, name)
      #expect(
        abs(found.mean - (goal - Self.base)) < Self.limit * found.standardError,
        "\(operation) \(name)"
      )
    }
    let severed = try difference("dependence", "help")
    #expect(abs(severed.mean - (0.2013071895 - Self.base)) > Self.limit * severed.standardError)
  }

  @Test func `what cannot be tried is listed with its reason`() throws {
    let closed = try WhatIf.trials(SampleJourneys.k4, [.close])
    #expect(closed.trials.map(\.name) == ["basket", "help", "product"])
    #expect(
      closed.inapplicable == [
        InapplicableChange(name: "landing", operation: "close", reason: "no entry would be left")
      ]
    )
    let stuck = SampleJourneys.chain(
      start: ["a": 1],
      rows: ["a": ["loop": 0.5, "done": 0.5], "loop": ["loop": 1]],
      goals: ["done"]
    )
    let bypassed = try WhatIf.trials(stuck, [.bypass])
    #expect(bypassed.trials.map(\.name) == ["a"])
    #expect(bypassed.inapplicable.map(\.name) == ["loop"])
    #expect(bypassed.inapplicable.first?.reason.contains("leads only to itself") == true)
    var journey = SampleJourneys.tiny1()
    journey.painPoints = [pain("costed", works: 0.5), pain("not costed")]
    let fixed = try WhatIf.trials(journey, [.fix])
    #expect(fixed.trials.map(\.name) == ["costed"])
    #expect(fixed.inapplicable.map(\.reason) == ["no fix is written for it"])
  }

  @Test
  func `a partial fix that prevents all hits is removal, one that prevents as many as the fix is the fix`()
    async throws
  {
    var journey = SampleJourneys.tiny1()
    journey.painPoints = [pain("bad", works: 0.5)]
    let trials = try WhatIf.trials(journey, [.fix, .partial, .remove])
    #expect(trials.trials.map(\.operation) == ["fix", "fix 25%", "fix 50%", "fix 100%", "remove"])
    let plan = RunPlan(travellers: 20_000, seed: 2, threads: 2)
    let result = try await WhatIf.run(journey, trials, plan: plan).comparison
    func effect(_ operation: String) throws -> Estimate {
      try #require(
        result.variants.first { $0.operation == operation }?.metric(.satisfaction)?.difference
      )
    }
    #expect(try effect("fix 100%") == effect("remove"))
    #expect(try effect("fix 50%") == effect("fix"))
    #expect(try effect("fix 25%").mean < effect("fix 50%").mean)
  }

  @Test func `a name is taken by the operations that can be done to it`() throws {
    var journey = SampleJourneys.tiny1()
    journey.painPoints = [pain("bad", works: 0.5)]
    let all = try WhatIf.trials(journey, Operation.allCases, only: ["bad", "phone"])
    #expect(
      all.trials.map { "\($0.operation) \($0.name)" } == [
        "fix bad", "fix 25% bad", "fix 50% bad", "fix 100% bad", "remove bad", "close channel phone",
      ]
    )
    #expect(throws: InterventionProblem.unknown(name: "bad")) {
      try WhatIf.trials(journey, [.close], only: ["bad"])
    }
  }

  @Test func `the greatest effect leads its operation`() async throws {
    let trials = try WhatIf.trials(SampleJourneys.k4, [.close, .dependence])
    let plan = RunPlan(travellers: 10_000, seed: 11, threads: 2)
    let result = try await WhatIf.run(SampleJourneys.k4, trials, plan: plan).comparison
    #expect(
      result.variants.map { "\($0.operation) \($0.name)" } == [
        "close help", "close product", "close basket", "dependence landing", "dependence basket",
        "dependence product", "dependence help",
      ]
    )
  }
}
