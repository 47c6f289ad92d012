import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct DeterminismTests {
  private let journey = SampleJourneys.tiny1()

  @Test(arguments: [2, 3, 8])
  func `any number of threads gives the very same sums`(threads: Int) async throws {
    let one = try await run(journey, threads: 1)
    let many = try await run(journey, threads: threads)
    #expect(one.allFigures == many.allFigures)
    #expect(one.detail == many.detail)
  }

  @Test func `shards merge to the whole`() async throws {
    let whole = try await run(journey, threads: 2)
    let plan = RunPlan(travellers: 20_000, seed: 7, periods: 3, threads: 1)
    var first = try await Engine.run(CompiledJourney(journey), plan: plan)
    var rest = RunPlan(travellers: 60_000, seed: 7, periods: 3, threads: 1, firstTraveller: 20_000)
    rest.firstTraveller = 20_000
    first.merge(try await Engine.run(CompiledJourney(journey), plan: rest))
    #expect(first.allFigures == whole.allFigures)
    #expect(first.detail == whole.detail)
  }

  @Test func `the order in which a journey was written changes nothing`() async throws {
    var reversed = journey
    reversed.touchpoints.reverse()
    reversed.channels.reverse()
    reversed.outcomes.reverse()
    reversed.painPoints.reverse()
    reversed.personas.reverse()
    let written = try await run(journey, threads: 2)
    let turned = try await run(reversed, threads: 2)
    #expect(written.allFigures == turned.allFigures)
  }

  @Test func `another seed gives other sums`() async throws {
    let other = RunPlan(travellers: 80_000, seed: 8, periods: 3, threads: 2)
    let tally = try await Engine.run(CompiledJourney(journey), plan: other)
    let same = try await run(journey, threads: 2)
    #expect(same.allFigures != tally.allFigures)
  }

  @Test func `an empty variant changes nothing at all`() async throws {
    let plan = RunPlan(travellers: 30_000, seed: 7, periods: 3, threads: 2)
    var renamed = journey
    renamed.name = "the same under another name"
    let tally = try await Engine.run(
      CompiledJourney(journey),
      variants: [CompiledJourney(renamed)],
      plan: plan,
      detailed: false
    )
    let isUnchanged = tally.variants[0].changes.allSatisfy(\.isUnchanged)
    #expect(isUnchanged)
  }

  @Test func `leaving out travellers whom a fix cannot touch is exact`() async throws {
    let fixed = try journey.applying(.remove(painPoint: "glitch"))
    // A renamed copy differs in more than its pain points, so every traveller is walked again.
    var walked = fixed
    walked.name = "walked in full"
    let plan = RunPlan(travellers: 30_000, seed: 7, periods: 3, threads: 2)
    let tally = try await Engine.run(
      CompiledJourney(journey),
      variants: [CompiledJourney(fixed), CompiledJourney(walked)],
      plan: plan,
      detailed: false
    )
    #expect(tally.variants[0].changes == tally.variants[1].changes)
    let isUnchanged = tally.variants[0].changes.allSatisfy(\.isUnchanged)
    #expect(!isUnchanged)
  }

  private func run(_ journey: Journey, threads: Int) async throws -> RunTally {
    let plan = RunPlan(travellers: 80_000, seed: 7, periods: 3, threads: threads)
    return try await Engine.run(CompiledJourney(journey), plan: plan)
  }
}
