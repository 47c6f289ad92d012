import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import Testing

@Suite("Sensitivity")
struct SensitivityTests {
  /// P(goal) = 0.8 (1 - 0.5 x) (1 - 0.5 y): everything is known.
  private static let text = """
    journey: A
    touchpoints: {step: {}, aside: {}}
    paths: {START: {step: 1}, step: {done: 80%, leave: 20%}, aside: {done: 1}}
    pain points:
      x: {at: step, hits: 20%, leaves: 50%, fix: {costs: 1, works: 100%}}
      y: {at: step, hits: 15% (± 20%), leaves: 50%, fix: {costs: 1, works: 100%}}
    targets: {goal: at least 60%}
    """

  private func run(
    _ text: String = text,
    _ subject: SensitivitySubject = .level,
    trajectories: Int = 0
  ) async throws -> SensitivityResult {
    let inputs = try #require(ScenarioReader.inputs(path: "a.yaml", text: text).inputs)
    let plan = RunPlan(travellers: 200_000, seed: 3, threads: 2)
    let comparison = try await WhatIf.run(
      inputs.scenario.baseline,
      TrialChoice.fixes.trials(inputs.scenario),
      plan: plan
    )
    return try await Sensitivity(
      inputs,
      .fixes,
      subject,
      metric: .goal,
      comparison: comparison,
      plan: plan,
      SensitivityPlan(travellers: 50_000, trajectories: trajectories)
    ).run()
  }

  private func goal(_ share: Double, _ x: Double, _ y: Double) -> Double {
    share * (1 - 0.5 * x) * (1 - 0.5 * y)
  }

  @Test("bars are the known effects, marked inputs over their own range, others at 20%")
  func bars() async throws {
    let result = try await run()
    func bar(_ path: String) throws -> TornadoBar {
      try #require(result.bars.first { $0.input.path == path })
    }
    let x = try bar("pain points.x.hits")
    #expect(abs(x.low.value - 0.16) < 1e-12 && abs(x.high.value - 0.24) < 1e-12)
    #expect(abs(try #require(x.low.effect).mean - (goal(0.8, 0.16, 0.15) - goal(0.8, 0.2, 0.15))) < 0.002)
    #expect(abs(try #require(x.high.effect).mean - (goal(0.8, 0.24, 0.15) - goal(0.8, 0.2, 0.15))) < 0.002)
    let y = try bar("pain points.y.hits")
    #expect(y.low.value > 0.115 && y.low.value < 0.125 && y.high.value > 0.175 && y.high.value < 0.185)
    // The greatest swing first: 80 % of done at 64 % and 96 %.
    let done = try bar("paths.step.done")
    #expect(result.bars[0].input.path == "paths.step.done" || result.bars[0].input.path == "paths.step.leave")
    #expect(try #require(done.high.effect).covers(goal(0.96, 0.2, 0.15) - goal(0.8, 0.2, 0.15)))
    #expect(!(try #require(done.high.effect).covers(goal(0.9, 0.2, 0.15) - goal(0.8, 0.2, 0.15))))
    // 100 % of the fixes cannot be 120 %: said, not cut off. What is not reached moves nothing.
    #expect(!result.bars.contains { $0.input.path == "paths.aside.done" })
    #expect(result.idle > 0)
  }

  @Test("the effect of a fix has bars of its own")
  func difference() async throws {
    let result = try await run(Self.text, .difference(name: "x", operation: "fix"))
    let bar = try #require(result.bars.first { $0.input.path == "pain points.x.hits" })
    // The fix is worth 0.5 x of what comes through: a fifth less of x is a fifth less of that.
    let worth = 0.8 * 0.5 * 0.2 * (1 - 0.5 * 0.15)
    #expect(abs(result.today.mean - worth) < 0.003)
    #expect(abs(try #require(bar.low.effect).mean + 0.2 * worth) < 0.002)
    let works = try #require(result.bars.first { $0.input.path == "pain points.x.fix.works" })
    #expect(works.high.effect == nil && works.high.problem?.contains("cannot stand") == true)
    #expect(abs(try #require(works.low.effect).mean + 0.2 * worth) < 0.002)
  }

  @Test("a conclusion changes where it is known to")
  func switches() async throws {
    let result = try await run()
    #expect(result.tested.contains(.first(name: "x")))
    func found(_ path: String, _ isConclusion: (Conclusion.Kind) -> Bool) throws -> SwitchingValue {
      try #require(result.switches.first { $0.input.path == path && isConclusion($0.conclusion) })
    }
    func isFirst(_ kind: Conclusion.Kind) -> Bool { if case .first = kind { true } else { false } }
    func isTarget(_ kind: Conclusion.Kind) -> Bool { if case .target = kind { true } else { false } }
    // x is worth more than y while it hits more often.
    let first = try found("pain points.x.hits", isFirst)
    #expect(abs(first.value - 0.15) < 0.006 && first.instead == "y" && !first.isWithinRange)
    #expect(abs(try found("pain points.y.hits", isFirst).value - 0.2) < 0.006)
    // 0.8 (1 - 0.5 x) 0.925 = 0.6 at x = 0.3784.
    let target = try found("pain points.x.hits", isTarget)
    #expect(abs(target.value - 0.378_4) < 0.012)
    #expect(abs(target.value - 0.3) > 0.05)
    #expect(abs(try found("paths.step.done", isTarget).value - 0.6 / (0.9 * 0.925)) < 0.01)
  }

  @Test("screening ranks what matters first, wherever the others stand")
  func screening() async throws {
    let result = try await run(trajectories: 6)
    let screening = try #require(result.screening)
    let paths = screening.inputs.map(\.input.path)
    #expect(paths[0].hasPrefix("paths.step"))
    let x = try #require(screening.inputs.first { $0.input.path == "pain points.x.hits" })
    // Its effect over its whole range of 0.08 is about 0.03.
    #expect(abs(x.effect.mean + 0.03) < 0.01)
    let idle = try #require(screening.inputs.first { $0.input.path == "paths.aside.done" })
    #expect(idle.effect.size.mean == 0)
  }
}
