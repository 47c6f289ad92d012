import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// A year's figures where every traveller is alike, so that all of them are known.
@Suite struct YearFigureTests {
  /// 1,000 a year: a page of 6 minutes, a letter, a parcel of 2 days, and a call of 30 minutes that a pain point forces.
  private func journey(hits: Double = 1) -> Journey {
    func only(_ to: Destination) -> PathRow { PathRow([.init(to: to, weight: 1)]) }
    func place(_ name: String, _ channel: String, _ seconds: Double, costs: Double) -> Touchpoint {
      Touchpoint(name: name, channel: channel, takes: .fixed(seconds: seconds), costs: costs)
    }
    var run = RunSettings()
    run.arrivalsPerSecond = 1_000 / (365 * 86_400)
    return Journey(
      name: "A year",
      run: run,
      channels: [Channel(name: "web"), Channel(name: "phone"), Channel(name: "mail", isOutbound: true)],
      touchpoints: [
        place("page", "web", 360, costs: 1), place("letter", "mail", 60, costs: 2),
        place("call", "phone", 1_800, costs: 10), place("parcel", "web", 2 * 86_400, costs: 4),
      ],
      outcomes: [
        Outcome(name: "done", kind: .goal, value: 50), Outcome(name: "leave", kind: .loss),
        Outcome(name: "timed out", kind: .neutral),
      ],
      paths: Paths(
        start: only(.touchpoint("page")),
        rows: [
          "page": only(.touchpoint("letter")), "letter": only(.touchpoint("parcel")),
          "parcel": only(.outcome("done")), "call": only(.touchpoint("letter")),
        ]
      ),
      painPoints: [
        PainPoint(
          name: "unclear",
          at: "page",
          hits: Probability(hits) ?? .zero,
          delays: .fixed(seconds: 600),
          sendsTo: [.init(to: .touchpoint("call"), probability: .one)],
          fix: Fix(name: "say it", costs: 2_000, works: .one)
        )
      ]
    )
  }

  private let plan = RunPlan(travellers: 400, seed: 2, threads: 2)

  private func near(_ found: Estimate?, _ value: Double) -> Bool {
    found.map { abs($0.mean - value) < 1e-3 * max(1, abs(value)) && $0.low == $0.high } ?? false
  }

  @Test func `today: travellers, income, cost, contacts and hours, messages apart`() async throws {
    let year = try await Simulator.run(journey(), plan: plan).year
    #expect(near(year.figure(.travellers), 1_000))
    #expect(year.figure(.goal)?.mean == 1_000)
    #expect(year.figure(.income)?.mean == 50_000)
    #expect(near(year.figure(.cost), 17_000))
    #expect(near(year.figure(.contacts(channel: "web")), 2_000))
    // The page alone: what pain points add is waiting, and so is a parcel of two days.
    #expect(near(year.figure(.hours(channel: "web")), 100))
    #expect(near(year.figure(.contacts(channel: "phone")), 1_000))
    #expect(near(year.figure(.hours(channel: "phone")), 500))
    #expect(near(year.figure(.messages(channel: "mail")), 1_000))
    #expect(year.figure(.contacts(channel: "mail")) == nil)
    #expect(year.figure(.hours(channel: "mail")) == nil)
  }

  @Test func `a fix saves the calls and their hours, and nothing else`() async throws {
    let result = try await WhatIf.run(journey(), try WhatIf.trials(journey()), plan: plan)
    let fix = try #require(result.variants.first { $0.operation == "fix" })
    #expect(near(fix.year.figure(.contacts(channel: "phone")), -1_000))
    #expect(near(fix.year.figure(.hours(channel: "phone")), -500))
    #expect(near(fix.year.figure(.cost), -10_000))
    for quantity in [YearFigure.Quantity.income, .contacts(channel: "web"), .messages(channel: "mail")] {
      let change = fix.year.figure(quantity)
      #expect(change?.mean == 0 && change?.low == 0 && change?.high == 0, "\(quantity)")
    }
    #expect(fix.year.figure(.travellers) == nil)
  }

  @Test func `paired intervals hold the exact saving, and are narrower than the yearly figures' own`()
    async throws
  {
    let plan = RunPlan(travellers: 20_000, seed: 4, threads: 2)
    let result = try await WhatIf.run(journey(hits: 0.3), try WhatIf.trials(journey(hits: 0.3)), plan: plan)
    let fix = try #require(result.variants.first { $0.operation == "fix" })
    let calls = try #require(fix.year.figure(.contacts(channel: "phone")))
    #expect(abs(calls.mean + 300) < 5 * calls.standardError)
    #expect(abs(calls.mean + 200) > 5 * calls.standardError)
    let income = try #require(result.year.figure(.income))
    #expect(income.standardError == 0)
  }

  @Test func `income is as many times the goal as a goal brings, and is summed where ends differ`()
    async throws
  {
    let plan = RunPlan(travellers: 5_000, seed: 4, threads: 2)
    var journey = journey(hits: 0.3)
    journey.paths.rows["call"] = PathRow([
      .init(to: .touchpoint("letter"), weight: 1), .init(to: .outcome("done"), weight: 1),
      .init(to: .leave, weight: 2),
    ])
    let same = try await Simulator.run(journey, plan: plan).year
    let goal = try #require(same.figure(.goal))
    #expect(same.figure(.income) == goal.scaled(by: 50))
    // Who leaves costs 8 now: no number of goals says that.
    journey.outcomes[1].value = -8
    let different = try await Simulator.run(journey, plan: plan).year
    let income = try #require(different.figure(.income))
    let mean = 50 * goal.mean - 8 * (1_000 - goal.mean)
    #expect(abs(income.mean - mean) < 1e-3)
    #expect(income.kind == .mean)
  }

  @Test func `nothing is said without arrivals, or where a variant changes them`() async throws {
    var quiet = journey()
    quiet.run.arrivalsPerSecond = nil
    #expect(try await Simulator.run(quiet, plan: plan).year.isEmpty)
    var more = journey()
    more.run.arrivalsPerSecond = 1
    let trials = [Trial(name: "more", operation: "variant", journey: more)]
    let result = try await Comparison.run(journey(), trials, plan: plan)
    #expect(result.variants[0].year.isEmpty)
    #expect(!result.year.isEmpty)
  }

  @Test func `a new channel counts from nothing`() async throws {
    var other = journey()
    other.channels.append(Channel(name: "chat"))
    other.touchpoints[2].channel = "chat"
    let trials = [Trial(name: "chat", operation: "variant", journey: other)]
    let result = try await Comparison.run(journey(), trials, plan: plan)
    #expect(near(result.variants[0].year.figure(.contacts(channel: "chat")), 1_000))
    #expect(near(result.variants[0].year.figure(.contacts(channel: "phone")), -1_000))
  }
}
