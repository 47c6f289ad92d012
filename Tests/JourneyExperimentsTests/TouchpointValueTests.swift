import JourneyEngine
import JourneyExact
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Which touchpoints create value: signs, Holm's correction, ties.
@Suite struct TouchpointValueTests {
  /// A neutral world by what it changes in satisfaction and in lifetime value, with standard errors.
  private func neutral(_ name: String, _ satisfaction: (Double, Double), _ clv: (Double, Double))
    -> VariantResult
  {
    func metric(_ id: MetricID, _ value: (Double, Double)) -> MetricDifference {
      let reach = 1.96 * value.1
      let difference = Estimate(
        mean: value.0,
        standardError: value.1,
        low: value.0 - reach,
        high: value.0 + reach,
        count: 100_000
      )
      return MetricDifference(id: id, baseline: .exact(0), variant: .exact(0), difference: difference)
    }
    return VariantResult(
      name: name,
      operation: "neutral",
      painPoints: [],
      metrics: [metric(.satisfaction, satisfaction), metric(.clv, clv)]
    )
  }

  private func values(_ variants: [VariantResult]) -> [TouchpointValue] {
    ComparisonResult(
      journey: SampleJourneys.tiny1(),
      stamp: RunStamp(travellers: 100_000, seed: 1, periods: 1, version: ""),
      baseline: [MetricEstimate(id: .satisfaction, estimate: .exact(60))],
      variants: variants,
      ties: []
    ).touchpointValues
  }

  @Test func `the class follows the signs of what is certain; today minus neutral`() {
    let values = values([
      neutral("good", (-1, 0.1), (-2, 0.1)), neutral("bad", (1, 0.1), (0, 0.1)),
      neutral("mixed", (-0.5, 0.1), (2, 0.1)), neutral("nothing", (0.05, 0.1), (0, 0)),
    ])
    let effects = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.effect) })
    #expect(
      effects == ["good": .creates, "bad": .erodes, "mixed": .mixed, "nothing": TouchpointValue.Effect.none]
    )
    #expect(values.map(\.name) == ["good", "mixed", "nothing", "bad"])
    #expect(values[0].contribution(.satisfaction)?.value.mean == 1)
    #expect(values[0].contribution(.clv)?.isGood == true)
  }

  @Test func `Holm takes back what luck among many could give`() {
    // z = 2.5 is p = 0.0124: real alone among two figures, not among eight.
    let weak = neutral("weak", (-0.25, 0.1), (0, 0.1))
    #expect(values([weak]).first?.effect == .creates)
    let others = ["a", "b", "c"].map { neutral($0, (0, 0.1), (0, 0.1)) }
    let among = values([weak] + others)
    #expect(among.first { $0.name == "weak" }?.effect == TouchpointValue.Effect.none)
    #expect(among.first { $0.name == "weak" }?.contribution(.satisfaction)?.adjustedP ?? 0 > 0.05)
  }

  @Test func `ranks that cannot be told apart are shared`() {
    let values = values([
      neutral("a", (-1, 0.1), (0, 0)), neutral("b", (-0.9, 0.1), (0, 0)), neutral("c", (-0.2, 0.1), (0, 0)),
    ])
    #expect(values.map(\.rank) == [1, 1, 3])
    #expect(values.map(\.isTied) == [true, true, false])
  }

  @Test func `by hand: where all travellers are alike the classes are exact`() async throws {
    let journey = SampleJourneys.byHand()
    let trials = try WhatIf.trials(journey, [.neutral])
    #expect(trials.trials.map(\.name) == ["A", "B", "nowhere"])
    let plan = RunPlan(travellers: 500, seed: 1, threads: 1)
    let values = try await WhatIf.run(journey, trials, plan: plan).comparison.touchpointValues
    #expect(values.map(\.name) == ["B", "nowhere", "A"])
    #expect(values.map(\.effect) == [.creates, TouchpointValue.Effect.none, .erodes])
    #expect(values.map { $0.contribution(.satisfaction)?.value.mean } == [4.125, 0, -6.75])
    #expect(values[1].contribution(.satisfaction)?.adjustedP == 1)
  }

  @Test func `the exact skeleton of a neutral world is that of the run`() async throws {
    var journey = SampleJourneys.tiny1(gamma: 0)
    journey.run.longestJourney = 200
    let neutral = try journey.applying(.neutral(touchpoint: "A"))
    let result = try await Simulator.run(neutral, plan: RunPlan(travellers: 200_000, seed: 3, threads: 2))
    #expect(result.exact.applies)
    #expect(result.exact.agrees)
    // The pain point at A makes people leave: without its absence the chain would be another one.
    let goal = try #require(result.metric(.goal))
    let today = try #require(ExactAnswer.solve(journey)).goal
    #expect(abs(goal.mean - today) > 5 * goal.standardError)
  }

  @Test func `plain chains are left out, and an unknown touchpoint is refused`() throws {
    #expect(try WhatIf.trials(SampleJourneys.k4, [.neutral]).trials.isEmpty)
    #expect(throws: InterventionProblem.unknown(name: "D")) {
      try WhatIf.trials(SampleJourneys.byHand(), [.neutral], only: ["D"])
    }
  }
}
