import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import Testing

@Suite("Layers of uncertainty")
struct InputUncertaintyTests {
  private func inputs(_ text: String) throws -> ScenarioInputs {
    try #require(ScenarioReader.inputs(path: "a.yaml", text: text).inputs)
  }

  private func run(
    _ inputs: ScenarioInputs,
    _ choice: TrialChoice,
    _ amount: UncertaintyPlan,
    threads: Int = 2
  ) async throws -> UncertaintyResult {
    let plan = RunPlan(travellers: 20_000, seed: 9, threads: threads)
    let comparison = try await WhatIf.run(
      inputs.scenario.baseline,
      choice.trials(inputs.scenario),
      plan: plan
    )
    return try await InputUncertainty.run(inputs, choice, comparison: comparison, plan: plan, amount)
  }

  /// One step whose chance of the goal is Beta(60.5, 90.5) by what was measured: its variance is known.
  private static let known = """
    journey: A
    touchpoints: {step: {}}
    paths: {START: {step: 1}, step: {done: 40% of 150, leave: rest}}
    """

  @Test("noise is told from inputs: the known variance of the inputs is in its interval")
  func split() async throws {
    let amount = UncertaintyPlan(draws: 200, travellers: 2_000, batches: 4)
    let result = try await run(inputs(Self.known), .variants([]), amount)
    let goal = try #require(result.level(.goal))
    let variance = 60.5 * 90.5 / (151.0 * 151 * 152)
    #expect(goal.inputVarianceInterval.contains(variance), "\(goal.inputVarianceInterval) \(variance)")
    #expect(goal.inputs.covers(60.5 / 151) && goal.isResolved)
    // Twins: four times the measured, and the variance with the noise left in (p (1 - p) / 2,000 more, doubled).
    #expect(!goal.inputVarianceInterval.contains(60.5 * 90.5 / (151.0 * 151 * 608)))
    #expect(!goal.inputVarianceInterval.contains(2 * variance))
    #expect(goal.inputs.halfWidth > 5 * goal.noise.halfWidth)
    print("known input variance \(variance), found \(goal.inputVariance) in \(goal.inputVarianceInterval)")
  }

  private static let fixes = """
    journey: A
    run: {arrivals: 1000 per day, currency: EUR}
    touchpoints: {step: {feels: 70 ± 10}}
    paths: {START: {step: 1}, step: {done: 80, leave: 20}}
    pain points:
      big: {at: step, hits: 40% (± 10%), hurts: 10, leaves: 40%, fix: {costs: 100k, works: 100%}}
      small: {at: step, hits: 10% (± 10%), hurts: 10, leaves: 40%, fix: {costs: 100k, works: 100%}}
      doubted: {at: step, hits: 10% (± 100%), hurts: 10, leaves: 40%, fix: {costs: 100k, works: 100%}}
    retention: {of: goal, every: 180d, baseline: 60% at 75, value: {margin per purchase: 20, periods: 2}}
    targets: {goal: at least 10%, kept: at least 99%}
    """

  @Test("ranks that cannot move do not, and those that can do")
  func ranks() async throws {
    let amount = UncertaintyPlan(draws: 80, travellers: 2_000, batches: 4, travellersPerRule: 4_000)
    let result = try await run(inputs(Self.fixes), .fixes, amount)
    func standing(_ name: String) throws -> Standing { try #require(result.variant(name, "fix")?.standing) }
    #expect(try standing("big").rank == 1 && standing("big").overInputs == 1...1)
    #expect(try standing("big").firstShare == 1)
    #expect(try standing("doubted").overInputs == 2...3 && standing("small").overInputs == 2...3)
    #expect(result.metric == .kept && result.drawn.count == 3)
    let kinds = result.conclusions.filter(\.isRobust).map(\.kind)
    #expect(kinds.contains(.first(name: "big")))
    #expect(
      kinds.contains {
        if case .target(let target, let isMet) = $0 { target.metric == .goal && isMet } else { false }
      }
    )
    #expect(
      kinds.contains {
        if case .target(let target, let isMet) = $0 { target.metric == .kept && !isMet } else { false }
      }
    )
    // Under odds that do not move with satisfaction the fix still brings buyers, so it survives that rule too.
    #expect(result.rules.contains { $0.name.contains("odds of staying × 1 per") })
    let money = try #require(result.variant("big", "fix")?.money)
    #expect(money.positiveShare > 0.99 && money.middle80.lowerBound < money.median)
    let information = try #require(result.information)
    #expect(information.decision == .eachByMoney && information.questions.count == 3)
    // Nothing is worth more than everything, as far as these draws can tell.
    for question in information.questions {
      #expect(try #require(question.worth).low <= information.everything.high)
    }
  }

  @Test("the result does not depend on threads")
  func threads() async throws {
    let amount = UncertaintyPlan(draws: 50, travellers: 200, batches: 2, travellersPerRule: 500)
    let one = try await run(inputs(Self.fixes), .fixes, amount, threads: 1)
    let four = try await run(inputs(Self.fixes), .fixes, amount, threads: 4)
    #expect(one.conclusions == four.conclusions)
    #expect(one.variants.map(\.standing) == four.variants.map(\.standing))
    #expect(one.information?.questions == four.information?.questions)
    #expect(one.levels.map(\.estimate) == four.levels.map(\.estimate))
  }

  @Test("without marks there are no draws, but rival rules are tried")
  func unmarked() async throws {
    let text = Self.fixes.split(separator: " (± 10%)").joined().split(separator: " (± 100%)").joined()
    let result = try await run(inputs(text), .fixes, UncertaintyPlan(travellersPerRule: 1_000))
    #expect(result.draws == 0 && result.drawn.isEmpty && result.information == nil)
    #expect(result.rules.count == 13)
    #expect(result.variants.allSatisfy { $0.differences.isEmpty })
    #expect(result.conclusions.contains { $0.kind == .first(name: "big") && $0.isRobust })
  }

  @Test("a draw that cannot stand in the file is left out, with its reason")
  func failures() async throws {
    // A variant sets a share of a row to what is left only while the drawn share is small enough.
    let text = """
      journey: A
      touchpoints: {step: {}}
      paths: {START: {step: 1}, step: {done: 40% (± 50%), leave: rest}}
      outcomes: {done: goal, other: neutral}
      what if: {more: {set: {paths.step.other: 60%}}}
      """
    let result = try await run(inputs(text), .variants([]), UncertaintyPlan(draws: 60, travellers: 100))
    #expect(result.failedDraws.count > 10 && result.draws == 60 - result.failedDraws.count)
    #expect(result.failedDraws.reason?.contains("without the rest") == true)
  }
}
