import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct PathTests {
  private let journey = CompiledJourney(SampleJourneys.k4)
  private let plan = RunPlan(travellers: 40_000, seed: 7, threads: 2)

  /// Paths by their touchpoints and outcome, walked one traveller at a time.
  private func counted(_ travellers: Int) -> [[Int]: (journeys: Int, first: UInt64)] {
    var counts: [[Int]: (journeys: Int, first: UInt64)] = [:]
    for traveller in 0..<UInt64(travellers) {
      let (places, outcome) = Engine.path(of: traveller, in: journey, seed: plan.seed)
      counts[places + [~outcome], default: (0, traveller)].journeys += 1
    }
    return counts
  }

  @Test func `every path is counted exactly, with its first traveller`() async throws {
    var small = plan
    small.travellers = 6_000
    let run = try await Engine.paths(journey, plan: small)
    let expected = counted(small.travellers)
    #expect(run.least == 0)
    #expect(run.paths.count == expected.count)
    #expect(expected.count > 20)
    for path in run.paths {
      let (places, outcome) = Engine.path(of: path.traveller, in: journey, seed: small.seed)
      #expect(outcome == path.outcome)
      #expect(expected[places + [~outcome]]?.journeys == path.journeys)
      #expect(expected[places + [~outcome]]?.first == path.traveller)
    }
    #expect(run.paths.map(\.journeys) == run.paths.map(\.journeys).sorted(by: >))
  }

  @Test(arguments: [1, 3, 8])
  func `threads change nothing, whether all paths fit or not`(threads: Int) async throws {
    var other = plan
    other.threads = threads
    for limit in [PathTally.limit, 24] {
      let (one, many) = (
        try await Engine.paths(journey, plan: plan, limit: limit),
        try await Engine.paths(journey, plan: other, limit: limit)
      )
      #expect(one.paths == many.paths)
      #expect(one.least == many.least)
      #expect(one.steps == many.steps)
    }
  }

  @Test(arguments: [8, 24, 60])
  func `where memory ends, what is kept is still exact and complete above the stated count`(limit: Int)
    async throws
  {
    let all = try await Engine.paths(journey, plan: plan)
    let few = try await Engine.paths(journey, plan: plan, limit: limit)
    #expect(all.paths.count > limit)
    #expect(few.paths.count <= limit)
    #expect(few.least > 0)
    #expect(few.paths == all.paths.filter { $0.journeys > few.least })
    // The commonest journeys survive a limit far under the number of different ones.
    if limit >= 24 { #expect(few.paths.count >= 3) }
  }

  @Test func `at each visit, those who are there and those who have ended are all`() async throws {
    let steps = try await Engine.paths(journey, plan: plan).steps
    let touchpoints = journey.touchpointNames.count
    let outcomes = journey.outcomeNames.count
    var ended = 0
    for step in 0..<StepTally.steps {
      ended += steps.ends[step * outcomes..<(step + 1) * outcomes].reduce(0, +)
      let here = steps.arrivals[step * touchpoints..<(step + 1) * touchpoints].reduce(0, +)
      #expect(here + ended == plan.travellers)
    }
    #expect(steps.ends.reduce(0, +) == plan.travellers)
  }

  @Test func `journeys with feelings and pain points are followed too`() async throws {
    let full = CompiledJourney(SampleJourneys.tiny1())
    let run = try await Engine.paths(full, plan: plan)
    #expect(run.paths.map(\.journeys).reduce(0, +) == plan.travellers)
    let means = run.paths.compactMap(\.satisfaction.mean)
    #expect(means.allSatisfy { (0...100).contains($0) })
    #expect(Set(means).count > 5)
  }

  @Test func `the commonest path has the share that the weights give it`() async throws {
    let chain = CompiledJourney(SampleJourneys.k4)
    let run = try await Engine.paths(chain, plan: plan)
    #expect(run.paths.map(\.journeys).reduce(0, +) == plan.travellers)
    let first = try #require(run.paths.first)
    let (places, outcome) = Engine.path(of: first.traveller, in: chain, seed: plan.seed)
    // The commonest journey of the chain: one look at the landing page, and away. 0.3 of all, by its weights.
    #expect(places.map { chain.touchpointNames[$0] } == ["landing"])
    #expect(chain.outcomeNames[outcome] == "leave")
    let share = try #require(Estimate.share(successes: first.journeys, of: plan.travellers, level: 0.9999))
    #expect(share.covers(0.3))
    #expect(!share.covers(0.35))
  }

  // MARK: Changes

  @Test func `changes of moves, reach and outcomes are those of two separate runs`() async throws {
    let before = SampleJourneys.tiny1()
    let after = try before.applying(.remove(painPoint: before.painPoints[0].name))
    let (base, variant) = (CompiledJourney(before), CompiledJourney(after))
    let run = try await Engine.changes(base, variants: [variant], plan: plan)
    let changes = try #require(run.variants.first)
    #expect(run.travellers == plan.travellers)
    let first = try #require(try await Engine.run(base, plan: plan).detail)
    let second = try #require(try await Engine.run(variant, plan: plan).detail)
    func moves(_ detail: DetailTally, _ compiled: CompiledJourney) -> [ChangeTally.Move: Int] {
      var counts: [ChangeTally.Move: Int] = [:]
      for (flow, count) in zip(compiled.flows, detail.moves) where !flow.isReentry {
        let move = changes.moves.first { $0.from == flow.from && $0.to == flow.to }
        if let move { counts[move, default: 0] += count }
      }
      return counts
    }
    let (old, new) = (moves(first, base), moves(second, variant))
    var isChanged = false
    for (move, sums) in zip(changes.moves, changes.moveChanges) {
      let expected = (new[move] ?? 0) - (old[move] ?? 0)
      #expect(Int(sums.sum.value) == expected, "\(move)")
      isChanged = isChanged || expected != 0
    }
    #expect(isChanged)
    for (place, sums) in zip(changes.touchpoints, changes.reachChanges) {
      let numbers = (base.touchpointNumber[place] ?? -1, variant.touchpointNumber[place] ?? -1)
      let expected =
        second.touchpoints.groups[numbers.1].reached - first.touchpoints.groups[numbers.0].reached
      #expect(Int(sums.sum.value) == expected, "\(place)")
    }
    #expect(Int(changes.outcomeChanges.reduce(0) { $0 + $1.sum.value }) == 0)
  }

  @Test func `whoever meets nothing of a change need not be walked again`() async throws {
    // A wording makes the variant differ elsewhere, so that everybody is walked again: the sums must be the same.
    let before = SampleJourneys.tiny1()
    let neutral = try before.applying(.neutral(touchpoint: "B"))
    var reworded = neutral
    reworded.about = "the same"
    let worlds = [neutral, reworded].map { CompiledJourney($0) }
    let changes = try await Engine.changes(CompiledJourney(before), variants: worlds, plan: plan).variants
    #expect(changes[0] == changes[1])
    #expect(!changes[0].moveChanges.allSatisfy { $0.sum.steps == 0 })
  }

  @Test func `threads change no change, and nothing changes where nothing was changed`() async throws {
    let before = SampleJourneys.tiny1()
    let after = try before.applying(.remove(painPoint: before.painPoints[0].name))
    var renamed = before
    renamed.name = "another name"
    let worlds = [CompiledJourney(after), CompiledJourney(renamed)]
    var one = plan
    one.threads = 1
    let base = CompiledJourney(before)
    let single = try await Engine.changes(base, variants: worlds, plan: one)
    let double = try await Engine.changes(base, variants: worlds, plan: plan)
    #expect(single.variants == double.variants)
    #expect(single.dissatisfaction == double.dissatisfaction)
    let same = single.variants[1]
    #expect((same.moveChanges + same.reachChanges + same.outcomeChanges).allSatisfy { $0.sum.steps == 0 })
    #expect(!single.variants[0].moveChanges.allSatisfy { $0.sum.steps == 0 })
  }
}
