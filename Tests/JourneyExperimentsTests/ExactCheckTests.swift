import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct ExactCheckTests {
  private let plan = RunPlan(travellers: 200_000, seed: 17, threads: 2)

  @Test func `a plain chain is checked against its exact answer`() async throws {
    let result = try await Simulator.run(SampleJourneys.k4, plan: plan)
    #expect(result.exact.applies && result.exact.agrees)
    #expect(result.exact.lines.count >= 6)
  }

  @Test func `a mechanism that stands in the way is named`() async throws {
    let result = try await Simulator.run(SampleJourneys.tiny1(), plan: plan)
    #expect(!result.exact.applies)
    #expect(result.exact.reason?.isEmpty == false)
  }

  @Test func `a run of another chain is found out`() async throws {
    var other = SampleJourneys.k4
    other.paths.rows["basket"] = PathRow([
      .init(to: .leave, weight: 0.22), .init(to: .touchpoint("product"), weight: 0.15),
      .init(to: .touchpoint("help"), weight: 0.10), .init(to: .outcome("buy"), weight: 0.53),
    ])
    let compiled = CompiledJourney(other)
    let tally = try await Engine.run(compiled, plan: plan)
    // Counted from one chain, interpreted as if it were the other: the check must not believe it.
    let result = try Simulator.interpret(SampleJourneys.k4, compiled, tally, plan)
    #expect(result.exact.applies && !result.exact.agrees)
  }
}
