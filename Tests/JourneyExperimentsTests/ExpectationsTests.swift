import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct ExpectationsTests {
  private func journey(
    targets: [Target] = [],
    observed: [Observation] = []
  ) -> Journey {
    var journey = SampleJourneys.tiny1()
    journey.targets = targets
    journey.observed = observed
    return journey
  }

  private let plan = RunPlan(travellers: 50_000, seed: 3, periods: 4, threads: 2)

  @Test func `a target is met, missed or undecided by its whole interval`() async throws {
    let result = try await Simulator.run(
      journey(targets: [
        Target(metric: .goal, comparison: .atLeast, value: 0.8),
        Target(metric: .goal, comparison: .atMost, value: 0.8),
        Target(metric: .goal, comparison: .atLeast, value: 0.8690938440),
      ]),
      plan: plan
    )
    #expect(result.targets.map(\.verdict) == [.met, .missed, .undecided])
  }

  @Test func `measured facts stand beside what the run gives`() async throws {
    let result = try await Simulator.run(
      journey(observed: [
        Observation(label: "goal", quantity: .metric(.goal), value: 0.5),
        Observation(label: "visits of B", quantity: .visitsOf("B"), value: 0.4),
        Observation(label: "nps", quantity: .metric(.retentionAfter(99)), value: 0),
      ]),
      plan: plan
    )
    #expect(result.observed[0].simulated == result.metric(.goal))
    #expect(result.observed[1].simulated == result.touchpoints.first { $0.name == "B" }?.visits)
    #expect(result.observed[2].simulated == nil)
  }

  @Test func `churn per year compounds the periods of a year`() async throws {
    var yearly = journey(observed: [Observation(label: "churn", quantity: .churnPerYear, value: 0.1)])
    yearly.retention?.everySeconds = 365 * 86_400 / 2
    let result = try await Simulator.run(yearly, plan: plan)
    let churn = try #require(result.observed[0].simulated)
    let kept = try #require(result.metric(.retentionAfter(2)))
    #expect(abs(churn.mean - (1 - kept.mean)) < 1e-12)
    #expect(churn.low < churn.mean && churn.mean < churn.high)
  }

  @Test func `shares of dissatisfaction and of ends total one`() async throws {
    let result = try await Simulator.run(journey(), plan: plan)
    let shares = result.touchpoints.compactMap { $0.dissatisfaction?.mean }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(abs(result.outcomes.reduce(0) { $0 + $1.share.mean } - 1) < 1e-12)
  }

  @Test func `flows into a place equal its visits and flows out of it`() async throws {
    let result = try await Simulator.run(journey(), plan: plan)
    for touchpoint in result.touchpoints {
      let into = result.flows.filter { $0.to == .touchpoint(touchpoint.name) }.reduce(0) {
        $0 + $1.perTraveller
      }
      let out = result.flows.filter { $0.from == touchpoint.name }.reduce(0) { $0 + $1.perTraveller }
      #expect(abs(into - touchpoint.visits.mean) < 1e-9)
      #expect(abs(out - touchpoint.visits.mean) < 1e-9)
    }
  }
}
