import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Whole journeys")
struct PathsExperimentTests {
  private let plan = RunPlan(travellers: 30_000, seed: 3, threads: 2)

  @Test("Journeys to the goal are ranked among those that reach it, and no other")
  func goal() async throws {
    let result = try await PathsExperiment.run(SampleJourneys.k4, plan: plan)
    let ranking = result.ranking
    #expect(ranking.outcomes == ["buy"])
    #expect(ranking.paths.count == 5)
    #expect(ranking.paths.allSatisfy { $0.outcome == "buy" })
    let share = try #require(Estimate.share(successes: ranking.journeys, of: plan.travellers, level: 0.9999))
    // The exact answer of the chain, and one that is not.
    #expect(share.covers(0.2158750170))
    #expect(!share.covers(0.25))
    let first = try #require(ranking.paths.first)
    #expect(first.touchpoints == ["landing", "product", "basket"])
    // 0.6 x 0.35 x 0.55 over all that buy.
    let exact = 0.6 * 0.35 * 0.55 / 0.2158750170
    let among = try #require(Estimate.share(successes: first.journeys, of: ranking.journeys, level: 0.9999))
    #expect(among.covers(exact))
    let together = try #require(ranking.together)
    #expect(abs(together.mean - ranking.paths.reduce(0) { $0 + $1.share.mean }) < 1e-12)
    #expect((ranking.next ?? 0) <= (ranking.paths.last?.journeys ?? 0))
  }

  @Test("Another outcome can be asked for")
  func other() async throws {
    let ranking = try await PathsExperiment.run(SampleJourneys.k4, to: ["leave"], most: 2, plan: plan).ranking
    #expect(ranking.paths.count == 2)
    #expect(ranking.paths.allSatisfy { $0.outcome == "leave" })
    #expect(ranking.paths.first?.touchpoints == ["landing"])
  }

  @Test("The step matrix adds up to all travellers at each visit")
  func steps() async throws {
    let matrix = try await PathsExperiment.run(SampleJourneys.k4, plan: plan).steps
    for step in 0..<matrix.steps {
      let here = matrix.touchpoints.reduce(0) { $0 + $1.counts[step] }
      let over = matrix.ended.reduce(0) { $0 + $1.counts[step] }
      #expect(here + over == plan.travellers)
    }
    // Everybody begins at the landing page.
    #expect(matrix.touchpoints.first { $0.name == "landing" }?.counts.first == plan.travellers)
  }

  @Test("Changes are paired, and those of an unchanged world are exactly nothing")
  func changes() async throws {
    let before = SampleJourneys.tiny1()
    let after = try before.applying(.remove(painPoint: before.painPoints[0].name))
    let trials = [
      Trial(name: "mended", operation: "variant", journey: after),
      Trial(name: "same", operation: "variant", journey: before),
    ]
    let compared = try await Comparison.run(before, trials, plan: plan)
    let changes = try await MapChanges.run(trials, compared: compared, plan: plan)
    #expect(changes.map(\.name) == ["mended", "same"])
    #expect(changes[1].moves.isEmpty)
    #expect(changes[1].places.allSatisfy { $0.reach.mean == 0 && $0.reach.halfWidth == 0 })
    #expect(changes[0].moves.contains { $0.change.excludesZero })
    // Paired intervals are far narrower than those of two separate runs would be.
    let paired = try #require(changes[0].ends.first { $0.share.excludesZero })
    let separate = (2 * 0.25 / Double(plan.travellers)).squareRoot() * 1.96
    #expect(paired.share.halfWidth < separate)
    if let goal = compared.variants[0].metric(.goal) {
      let sum = changes[0].ends.filter { end in
        before.outcomes.contains { $0.name == end.name && $0.kind == .goal }
      }.reduce(0) { $0 + $1.share.mean }
      #expect(abs(sum - goal.difference.mean) < 1e-9)
    }
  }

  @Test("Where noise is taken out, the goal's change is the one of every other answer, whatever the periods")
  func controlled() async throws {
    let before = SampleJourneys.tiny1()
    let trials = [
      Trial(name: "fix", operation: "fix", journey: try before.applying(.remove(painPoint: "glitch")))
    ]
    let quiet = RunPlan(travellers: 30_000, seed: 3, threads: 2, isControlled: true)
    var long = quiet
    long.periods = 3
    let compared = try await Comparison.run(before, trials, plan: long)
    let changes = try await MapChanges.run(trials, compared: compared, plan: quiet)
    let told = try #require(changes[0].ends.first { $0.name == "done" }).share
    #expect(told == compared.variants[0].metric(.goal)?.difference)
    let short = try await Comparison.run(before, trials, plan: quiet)
    #expect(told == short.variants[0].metric(.goal)?.difference)
    let plain = try await MapChanges.run(trials, compared: compared, plan: plan)
    #expect(plain[0].ends.first { $0.name == "done" }?.share.halfWidth ?? 0 > told.halfWidth)
  }
}
