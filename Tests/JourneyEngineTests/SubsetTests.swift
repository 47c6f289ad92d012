import JourneyEngine
import JourneyModel
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Sets of changes")
struct SubsetTests {
  private let journey = SampleJourneys.troubled(pains: 6)
  private let plan = RunPlan(travellers: 800, seed: 3, periods: 3, threads: 2)

  private func question(_ metric: MetricID) throws -> SubsetQuestion {
    let compiled = CompiledJourney(journey)
    let weakened = try journey.painPoints.map {
      CompiledJourney(try journey.applying(.fix(painPoint: $0.name)), sharing: compiled)
    }
    return try #require(SubsetQuestion(compiled, weakened: weakened, metric: metric, periods: plan.periods))
  }

  private func journey(under set: ChangeSet) throws -> Journey {
    var changed = journey
    for (index, pain) in journey.painPoints.enumerated() where set >> ChangeSet(index) & 1 == 1 {
      changed = try changed.applying(.fix(painPoint: pain.name))
    }
    return changed
  }

  @Test(
    "Every set brings, to the last digit, what a variant with these fixes brings",
    arguments: [
      MetricID.goal, .satisfaction, .kept, .clv,
    ]
  )
  func sets(metric: MetricID) async throws {
    let sets = Array(ChangeSet(0)..<64)
    let contrasts = try await Engine.run(try question(metric), into: ContrastTally([0] + sets), plan: plan)
    let compiled = CompiledJourney(journey)
    let variants = try sets.map { CompiledJourney(try journey(under: $0), sharing: compiled) }
    let tally = try await Engine.run(compiled, variants: variants, plan: plan, detailed: false)
    let figures = tally.variants[0].figures
    let place = try #require(figures.firstIndex { $0.id == metric })
    var moved = 0
    for (index, variant) in tally.variants.enumerated() {
      let ours = contrasts.difference(index + 1, 0)
      #expect(ours.count == plan.travellers)
      #expect(ours.sum.steps == variant.changes[place].numeratorChange.steps, "set \(index)")
      if ours.sum.steps != 0 { moved += 1 }
    }
    #expect(moved == 63)
  }

  @Test("For every traveller the shares add up to what all changes bring together, exactly")
  func efficiency() async throws {
    let question = try question(.clv)
    var changed = 0
    for traveller in 0..<150 {
      let one = RunPlan(travellers: 1, seed: 3, periods: 3, threads: 1, firstTraveller: UInt64(traveller))
      let tally = try await Engine.run(question, into: InteractionTally(changes: 6), plan: one)
      let shares = (0..<6).reduce(Int128(0)) { $0 + tally.twiceShare($1).sum.steps }
      #expect(shares == 2 * tally.together.sum.steps)
      if tally.together.sum.steps != 0 { changed += 1 }
    }
    #expect(changed > 40)
  }

  @Test("With noise taken out the shares still add up exactly, and single changes are those of a comparison")
  func controlledEfficiency() async throws {
    var plan = RunPlan(travellers: 1, seed: 3, periods: 3, threads: 1, isControlled: true)
    let question = try question(.satisfaction)
    let controlled = try await question.controlled(question.singlesAndAll, plan)
    for traveller in 0..<100 {
      plan.firstTraveller = UInt64(traveller)
      let tally = try await Engine.run(controlled, into: InteractionTally(changes: 6), plan: plan)
      let shares = (0..<6).reduce(Int128(0)) { $0 + tally.twiceShare($1).sum.steps }
      #expect(shares == 2 * tally.together.sum.steps)
    }
    plan = self.plan
    plan.isControlled = true
    let tally = try await Engine.run(controlled, into: InteractionTally(changes: 6), plan: plan)
    let compiled = CompiledJourney(journey)
    let variants = try ((0..<6).map { ChangeSet(1) << ChangeSet($0) } + [63]).map {
      CompiledJourney(try journey(under: $0), sharing: compiled)
    }
    let compared = try await Engine.run(compiled, variants: variants, plan: plan, detailed: false)
    let place = try #require(compared.variants[0].figures.firstIndex { $0.id == .satisfaction })
    func steps(_ variant: Int) -> Int128 { compared.variants[variant].changes[place].numeratorChange.steps }
    for change in 0..<6 { #expect(tally.alone(change).sum.steps == steps(change)) }
    #expect(tally.together.sum.steps == steps(6))
  }

  @Test("The retailer's shares agree with all 1,024 sets enumerated", arguments: [false, true])
  func retailer(isControlled: Bool) async throws {
    let path = ShippedScenarios.path("retailer.yaml")
    let journey = try ScenarioReader.load(path: path).baseline
    let compiled = CompiledJourney(journey)
    let weakened = try journey.painPoints.map {
      CompiledJourney(try journey.applying(.fix(painPoint: $0.name)), sharing: compiled)
    }
    let plan = RunPlan(travellers: 20_000, seed: 6, threads: 2, isControlled: isControlled)
    let question = try #require(
      SubsetQuestion(compiled, weakened: weakened, metric: .satisfaction, periods: 1)
    )
    let tally = try await Engine.run(
      try await question.controlled(question.singlesAndAll, plan),
      into: InteractionTally(changes: 10),
      plan: plan
    )
    let all = try await Engine.run(question, into: WorthTally(Array(0..<1_024)), plan: plan)
    let exact = Shapley.values(players: 10) { all.worth(Int($0)).mean ?? 0 }
    var strangers = 0
    for change in 0..<10 {
      let share = try #require(Estimate.mean(tally.twiceShare(change))).scaled(by: 0.5)
      // The same travellers: what is left is the luck of orders, and what luck was taken out.
      let limit = isControlled ? 4.9 * share.standardError + 4.9 * plainError(all, change) : share.halfWidth
      #expect(abs(share.mean - exact[change]) <= limit, "change \(change)")
      if abs(share.mean - exact[(change + 1) % 10]) > limit { strangers += 1 }
    }
    #expect(strangers > 5)
  }

  private func plainError(_ tally: WorthTally, _ change: Int) -> Double {
    Estimate.mean(tally.worth(1 << change))?.standardError ?? 0
  }

  @Test("Single changes, pairs and all are the differences of their sets")
  func interactions() async throws {
    let question = try question(.satisfaction)
    let tally = try await Engine.run(question, into: InteractionTally(changes: 6), plan: plan)
    let contrasts = try await Engine.run(question, into: ContrastTally(Array(0..<64)), plan: plan)
    func worth(_ set: Int) -> Int128 { contrasts.difference(set, 0).sum.steps }
    for z in 0..<6 {
      #expect(tally.alone(z).sum.steps == worth(1 << z))
      for y in 0..<z {
        let extra = worth(1 << z | 1 << y) - worth(1 << z) - worth(1 << y)
        #expect(tally.extra(z, y).sum.steps == extra)
        #expect(tally.extra(y, z).sum.steps == extra)
      }
    }
    #expect(tally.together.sum.steps == worth(63))
  }

  @Test("The shares agree with all sets enumerated, for other travellers within their intervals")
  func enumeration() async throws {
    let question = try question(.satisfaction)
    let tally = try await Engine.run(question, into: InteractionTally(changes: 6), plan: plan)
    var other = plan
    other.firstTraveller = 1_000_000
    for (number, (plan, limit)) in [(plan, 1.0), (other, 5.0 * 2.0.squareRoot())].enumerated() {
      let contrasts = try await Engine.run(question, into: ContrastTally(Array(0..<64)), plan: plan)
      let exact = Shapley.values(players: 6) { contrasts.difference(Int($0), 0).mean ?? 0 }
      for z in 0..<6 {
        let share = try #require(Estimate.mean(tally.twiceShare(z))).scaled(by: 0.5)
        // The same travellers leave only the luck of the orders; others bring their own noise too.
        #expect(abs(share.mean - exact[z]) <= limit * share.standardError, "run \(number), change \(z)")
      }
    }
  }

  @Test("Any number of threads and any shards give the very same sums")
  func determinism() async throws {
    let question = try question(.kept)
    func run(_ first: UInt64, _ count: Int, _ threads: Int) async throws -> InteractionTally {
      let plan = RunPlan(travellers: count, seed: 9, periods: 3, threads: threads, firstTraveller: first)
      return try await Engine.run(question, into: InteractionTally(changes: 6), plan: plan)
    }
    let whole = try await run(0, 2_000, 1)
    var parts = try await run(1_500, 500, 3)
    parts.merge(try await run(0, 1_500, 2))
    for z in 0..<6 {
      #expect(whole.twiceShare(z) == parts.twiceShare(z))
      #expect(whole.alone(z) == parts.alone(z))
    }
    #expect(whole.together == parts.together)
  }

  private struct Places: SubsetTally {
    var counts = Array(repeating: 0, count: 36)
    mutating func count(_ walker: inout SubsetWalker) {
      for (place, change) in walker.order().enumerated() { counts[place * 6 + change] += 1 }
    }
    mutating func merge(_ other: Places) {
      for index in counts.indices { counts[index] += other.counts[index] }
    }
  }

  @Test("Every change comes equally often at every place of the orders")
  func orders() async throws {
    let places = try await Engine.run(try question(.goal), into: Places(), plan: plan)
    // 800 trials of 1/6: five and a half standard deviations for a false alarm in a million over 36 cells.
    let deviation = (800.0 * 5 / 36).squareRoot()
    for count in places.counts { #expect(abs(Double(count) - 800.0 / 6) < 5.5 * deviation) }
  }

  @Test("What is no mean, or does more than make a pain point rarer, is no question")
  func refusals() throws {
    let compiled = CompiledJourney(journey)
    let fixed = CompiledJourney(try journey.applying(.fix(painPoint: "pain 10")), sharing: compiled)
    var dearer = journey
    dearer.touchpoints[0].matters = 3
    func make(_ weakened: [CompiledJourney], _ metric: MetricID) -> SubsetQuestion? {
      SubsetQuestion(compiled, weakened: weakened, metric: metric, periods: 1)
    }
    #expect(make([fixed], .goal) != nil)
    #expect(make([fixed], .retention) == nil)
    #expect(make([fixed], .cost) == nil)
    #expect(make([fixed, fixed], .goal) == nil)
    #expect(make([CompiledJourney(dearer, sharing: compiled)], .goal) == nil)
  }
}
