import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Precision")
struct PrecisionTests {
  private let journey = SampleJourneys.troubled(pains: 4)
  private let plan = RunPlan(travellers: 400_000, seed: 5, periods: 1, threads: 2)

  private func wish(_ points: Double, _ metric: MetricID) -> Precision {
    Precision(halfWidth: .points(points), metric: metric)
  }

  @Test(
    "A run ends as soon as its figure is precise enough, and counts what a plain run of its length counts"
  )
  func simulated() async throws {
    let result = try await Simulator.run(journey, plan: plan, precision: wish(0.2, .satisfaction))
    let precision = try #require(result.stamp.precision)
    #expect(precision.stop == .precise)
    #expect(precision.looks > 2)
    #expect(result.stamp.travellers < plan.travellers)
    #expect(result.stamp.travellers.isMultiple(of: RunPlan.blockSize))
    let figure = try #require(result.metric(.satisfaction))
    #expect(figure.halfWidth <= 0.2)
    #expect(try #require(precision.reached) == figure.halfWidth)
    // A look earlier it was not enough.
    #expect(figure.halfWidth > 0.15)
    var plain = plan
    plain.travellers = result.stamp.travellers
    let once = try await Simulator.run(journey, plan: plain)
    #expect(result.metrics.map(\.estimate.mean) == once.metrics.map(\.estimate.mean))
    #expect(result.touchpoints.map(\.visits.mean) == once.touchpoints.map(\.visits.mean))
    // Every interval pays for the looks.
    let multiple = precision.sequence.multiple(at: result.stamp.travellers)
    for (always, fixed) in zip(result.metrics, once.metrics) where fixed.estimate.standardError > 0 {
      let ratio = always.estimate.halfWidth / fixed.estimate.halfWidth
      #expect(abs(ratio - multiple / 1.96) < 0.02, "\(always.id)")
    }
    for (always, fixed) in zip(result.touchpoints, once.touchpoints) where fixed.visits.standardError > 0 {
      #expect(always.visits.halfWidth > 1.4 * fixed.visits.halfWidth)
    }
    #expect(once.stamp.precision == nil)
  }

  @Test("A relative wish is a share of the figure")
  func relative() async throws {
    let wish = Precision(halfWidth: .relative(0.01), metric: .goal)
    let result = try await Simulator.run(journey, plan: plan, precision: wish)
    let goal = try #require(result.metric(.goal))
    #expect(result.stamp.precision?.stop == .precise)
    #expect(goal.halfWidth <= 0.01 / 1.01 * goal.mean && goal.halfWidth > 0.007 * goal.mean)
  }

  @Test("Where the travellers end first, it says how many it would take, and so many do")
  func cap() async throws {
    var short = plan
    short.travellers = 20_000
    let result = try await Simulator.run(journey, plan: short, precision: wish(0.2, .satisfaction))
    let precision = try #require(result.stamp.precision)
    #expect(precision.stop == .cap && result.stamp.travellers == 20_000)
    #expect(try #require(precision.reached) > 0.2)
    let needed = try #require(precision.travellersNeeded)
    let longer = try await Simulator.run(journey, plan: plan, precision: wish(0.2, .satisfaction))
    // Blocks round up, and 20,000 travellers know their own variance to a few percent.
    let sent = longer.stamp.travellers
    #expect(sent > needed * 9 / 10 && sent < needed * 11 / 10 + RunPlan.blockSize)
    // A wish in a unit that the figure does not have is never met.
    let never = Precision(halfWidth: .amount(1, .money), metric: .satisfaction)
    let missed = try await Simulator.run(journey, plan: short, precision: never)
    #expect(missed.stamp.precision?.stop == .cap && missed.stamp.precision?.travellersNeeded == nil)
  }

  @Test("Differences are precise, every one of them, on any number of threads")
  func compared() async throws {
    let trials = try WhatIf.trials(journey)
    let one = try await WhatIf.run(journey, trials, plan: plan, precision: wish(0.1, .satisfaction))
    let widths = one.variants.compactMap { $0.metric(.satisfaction)?.difference.halfWidth }
    #expect(widths.count == trials.count)
    #expect(try #require(widths.max()) <= 0.1)
    #expect(try #require(one.stamp.precision).reached == widths.max())
    var alone = plan
    alone.threads = 1
    let two = try await WhatIf.run(journey, trials, plan: alone, precision: wish(0.1, .satisfaction))
    #expect(one.stamp == two.stamp)
    #expect(one.variants.map(\.metrics) == two.variants.map(\.metrics))
    #expect(one.ties == two.ties)
  }

  @Test(
    "A change that nobody was seen to feel is believed after 100,000 travellers, not after the first look"
  )
  func unvaried() async throws {
    let nothing = [Trial(name: "nothing", operation: "variant", journey: journey)]
    let result = try await Comparison.run(journey, nothing, plan: plan, precision: wish(5, .satisfaction))
    #expect(result.stamp.precision?.stop == .precise)
    #expect(result.stamp.travellers >= 100_000 && result.stamp.travellers < 120_000)
    #expect(result.variants.first?.metric(.satisfaction)?.difference.halfWidth == 0)
    // The twin: what varies at once is told at once.
    let much = try await Simulator.run(journey, plan: plan, precision: wish(5, .satisfaction))
    #expect(much.stamp.travellers == RunPlan.blockSize)
  }

  @Test("A check ends when its targets are decided, or known as precisely as wished")
  func checked() async throws {
    var journey = SampleJourneys.tiny1()
    let truth = 0.8690938440
    journey.targets = [Target(metric: .goal, comparison: .atLeast, value: truth - 0.004)]
    let wish = Precision(halfWidth: .points(0.05), metric: nil)
    let decided = try await TargetCheck.run(journey, plan: plan, precision: wish)
    #expect(decided.stamp.precision?.stop == .decided)
    #expect(decided.targets.map(\.verdict) == [.met])
    #expect(decided.stamp.travellers < plan.travellers)
    journey.targets = [Target(metric: .goal, comparison: .atLeast, value: truth)]
    let wide = Precision(halfWidth: .points(0.3), metric: nil)
    let close = try await TargetCheck.run(journey, plan: plan, precision: wide)
    #expect(close.stamp.precision?.stop == .precise)
    #expect(close.targets.map(\.verdict) == [.undecided])
    #expect(try #require(close.targets.first?.estimate).halfWidth <= 0.003)
    // A wish for points says nothing about a target in visits: it has to be decided, or the travellers end.
    journey.targets = [Target(metric: .visits, comparison: .atMost, value: 1.4624453796)]
    var short = plan
    short.travellers = 30_000
    let other = try await TargetCheck.run(journey, plan: short, precision: wide)
    #expect(other.stamp.precision?.stop == .cap)
  }

  @Test("Progress grows to the end, and the expected end is told")
  func progress() async throws {
    let seen = Seen()
    let result = try await Simulator.run(
      journey,
      plan: plan,
      precision: wish(0.2, .satisfaction),
      progress: { done in seen.add(done) },
      expecting: { total in seen.expect(total) }
    )
    #expect(seen.most == result.stamp.travellers)
    #expect(!seen.expected.isEmpty)
    #expect(seen.expected.allSatisfy { $0 <= plan.travellers })
  }

  @Test("A run that is cancelled gives nothing")
  func cancelled() async throws {
    let long = RunPlan(travellers: 1 << 40, seed: 5, periods: 1, threads: 2)
    let task = Task {
      try await Simulator.run(journey, plan: long, precision: wish(1e-9, .satisfaction))
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
