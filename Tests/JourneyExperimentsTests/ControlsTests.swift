import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Control variates take noise out of figures and change nothing else.
@Suite struct ControlsTests {
  /// Every kind of world: moods, hand-offs, forced moves, closings with second draws, severed places, caps, personas.
  private func worlds() throws -> [(String, Journey)] {
    var capped = SampleJourneys.tiny1()
    capped.run.longestJourney = 2
    var short = try scenario("retailer.yaml").baseline
    short.run.giveUpAfterSeconds = 3 * 86_400
    let retailer = try scenario("retailer.yaml")
    let troubled = SampleJourneys.troubled(pains: 9)
    return [
      ("tiny-1", SampleJourneys.tiny1()), ("capped", capped), ("give up after", short),
      ("troubled", troubled), ("severed", try troubled.applying(.sever(touchpoint: "step 4"))),
      ("bypassed", try troubled.applying(.bypass(touchpoint: "step 3"))),
    ]
      + ["no contact centre", "no chat", "reserve and collect"].compactMap { name in
        retailer.variants.first { $0.name == name }.map { ($0.name, $0.journey) }
      } + [
        ("energy", try scenario("energy-move.yaml").baseline),
        ("insurance", try scenario("insurance-claim.yaml").baseline),
      ]
  }

  private func scenario(_ name: String) throws -> Scenario {
    try ScenarioReader.load(path: ShippedScenarios.path(name))
  }

  @Test func `the means are those of plain counting, with less noise`() async throws {
    for (name, journey) in try worlds() {
      let plain = try await Simulator.run(journey, plan: plan(400_000, seed: 3, isControlled: false))
      let controlled = try await Simulator.run(journey, plan: plan(100_000, seed: 4, isControlled: true))
      for metric in controlled.metrics {
        let other = try #require(plain.metric(metric.id))
        let error =
          (metric.estimate.standardError * metric.estimate.standardError
          + other.standardError * other.standardError).squareRoot()
        // 160 comparisons: five standard errors for a false alarm in ten thousand.
        #expect(abs(metric.estimate.mean - other.mean) <= 5 * error, "\(name): \(metric.id.text)")
      }
      let fewer = try await Simulator.run(journey, plan: plan(100_000, seed: 4, isControlled: false))
      for id in [MetricID.goal, .satisfaction, .kept] {
        guard let before = fewer.metric(id), let after = controlled.metric(id) else { continue }
        #expect(after.standardError <= 1.01 * before.standardError, "\(name): \(id.text)")
      }
    }
  }

  @Test func `values of another world do not spoil the mean, wrong chances do`() async throws {
    // The same walk, the surprises measured against chances that are not the ones drawn from.
    let journey = SampleJourneys.tiny1()
    let truth = 0.8690938440
    let right = try await Simulator.run(journey, plan: plan(200_000, seed: 9, isControlled: true))
    let goal = try #require(right.metric(.goal))
    #expect(abs(goal.mean - truth) < 4 * goal.standardError)
    var wrong = journey
    wrong.paths.rows["B"] = PathRow([
      .init(to: .leave, weight: 0.10), .init(to: .touchpoint("A"), weight: 0.90 * 0.3),
      .init(to: .outcome("done"), weight: 0.90 * 0.7),
    ])
    let other = try await Simulator.run(wrong, plan: plan(200_000, seed: 9, isControlled: true))
    let missed = try #require(other.metric(.goal))
    #expect(abs(missed.mean - truth) > 6 * missed.standardError)
  }

  @Test func `the whole is the sum of its outcomes`() async throws {
    let retailer = try scenario("retailer.yaml").baseline
    let result = try await Simulator.run(retailer, plan: plan(30_000, seed: 1, isControlled: true))
    let total = result.outcomes.filter { $0.outcome.name != Outcome.timedOutName }
      .reduce(0) { $0 + $1.share.mean }
    let capped = result.outcomes.first { $0.outcome.name == Outcome.timedOutName }?.share.mean ?? 0
    #expect(abs(total + capped - 1) < 1e-4)
    let goals = result.outcomes.filter { $0.outcome.kind == .goal }.reduce(0) { $0 + $1.share.mean }
    #expect(abs(goals - (try #require(result.metric(.goal))).mean) < 1e-6)
  }

  @Test func `a variant has the level that it has on its own, and an empty one changes nothing`() async throws
  {
    let retailer = try scenario("retailer.yaml")
    let fix = try #require(retailer.variants.first { $0.name == "fees up front" })
    let close = try #require(retailer.variants.first { $0.name == "no contact centre" })
    var same = retailer.baseline
    same.name = "the same under another name"
    let trials = [Trial(fix), Trial(close), Trial(name: "same", operation: "variant", journey: same)]
    let plan = plan(20_000, seed: 5, isControlled: true)
    let compared = try await Comparison.run(retailer.baseline, trials, plan: plan)
    for (index, journey) in [fix.journey, close.journey, same].enumerated() {
      let alone = try await Simulator.run(journey, plan: plan)
      for metric in compared.variants[index].metrics {
        let own = try #require(alone.metric(metric.id))
        #expect(metric.variant.mean == own.mean, "\(metric.id.text)")
        #expect(abs(metric.variant.low - own.low) <= 1e-9 * abs(own.low), "\(metric.id.text)")
      }
    }
    for metric in compared.variants[2].metrics {
      #expect(metric.difference.mean == 0 && metric.difference.low == 0 && metric.difference.high == 0)
    }
  }

  @Test func `where nobody's life changes no figure does, though what could be expected differs`()
    async throws
  {
    var today = try scenario("retailer.yaml").baseline
    let place = try #require(today.touchpoints.first).name
    let half = try #require(Probability(0.5))
    today.painPoints.append(PainPoint(name: "unnoticed", at: place, hits: half))
    var without = today
    without.painPoints[today.painPoints.count - 1].hits = .zero
    var worse = today
    worse.painPoints[today.painPoints.count - 1].leaves = try #require(Probability(0.01))
    let trials = [("without", without), ("worse", worse)].map {
      Trial(name: $0, operation: "variant", journey: $1)
    }
    let compared = try await Comparison.run(
      today,
      trials,
      plan: plan(20_000, seed: 5, isControlled: true)
    )
    for metric in compared.variants[0].metrics {
      #expect(metric.difference.low == 0 && metric.difference.high == 0, "\(metric.id.text)")
    }
    // The twin: what somebody lives is no noise.
    let lost = try #require(compared.variants[1].metric(.goal)).difference
    #expect(lost.high < 0)
  }

  @Test func `threads, shards and the order of a file change nothing`() async throws {
    let journey = try scenario("retailer.yaml").baseline
    var reversed = journey
    reversed.touchpoints.reverse()
    reversed.outcomes.reverse()
    reversed.painPoints.reverse()
    reversed.personas.reverse()
    let whole = RunPlan(travellers: 40_000, seed: 2, periods: 2, threads: 2, isControlled: true)
    let tally = try await Engine.run(CompiledJourney(journey), plan: whole)
    let turned = try await Engine.run(CompiledJourney(reversed), plan: whole)
    #expect(tally.allFigures == turned.allFigures)
    var first = whole
    first.travellers = 15_000
    first.threads = 1
    var rest = whole
    rest.travellers = 25_000
    rest.firstTraveller = 15_000
    var merged = try await Engine.run(CompiledJourney(journey), plan: rest)
    merged.merge(try await Engine.run(CompiledJourney(journey), plan: first))
    #expect(merged.allFigures == tally.allFigures)
    #expect(merged.detail == tally.detail)
  }

  private func plan(_ travellers: Int, seed: UInt64, isControlled: Bool) -> RunPlan {
    RunPlan(travellers: travellers, seed: seed, threads: 2, isControlled: isControlled)
  }
}
