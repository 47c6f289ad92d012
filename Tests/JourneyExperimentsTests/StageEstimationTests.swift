import JourneyEngine
import JourneyExact
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// From stage to stage, and the five A's, held to exact reach probabilities of a plain chain.
@Suite struct StageEstimationTests {
  private static let places = ["landing", "product", "help", "basket"]

  /// The oracle chain with a stage for each touchpoint; its basket is reached from help without the product, too.
  private static func journey() -> Journey {
    var journey = SampleJourneys.k4
    journey.stages = places.map { Stage(name: $0) }
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].stage = journey.touchpoints[index].name
    }
    journey.fiveAs = FiveAs([.aware: .stage("product"), .act: .stage("basket"), .advocate: .outcome("buy")])
    return journey
  }

  /// The chance to come to any of some touchpoints: they end the journey, and the solver says how often.
  private static func reach(anyOf names: Set<String>) throws -> Double {
    var journey = SampleJourneys.k4
    journey.outcomes.append(Outcome(name: "there", kind: .goal))
    for name in names { journey.paths.rows[name] = PathRow([.init(to: .outcome("there"), weight: 1)]) }
    let answer = try #require(ExactAnswer.solve(journey))
    return try #require(answer.outcomes.first { $0.name == "there" }).probability
  }

  private static func reachBoth(_ one: String, _ other: String) throws -> Double {
    try reach(anyOf: [one]) + reach(anyOf: [other]) - reach(anyOf: [one, other])
  }

  private func run(travellers: Int = 400_000) async throws -> SimulationResult {
    try await Simulator.run(Self.journey(), plan: RunPlan(travellers: travellers, seed: 8, threads: 2))
  }

  private func z(_ found: Estimate?, _ exact: Double) throws -> Double {
    let found = try #require(found)
    return found.standardError > 0 ? (found.mean - exact) / found.standardError : found.mean == exact ? 0 : 99
  }

  @Test func `every conversion agrees with the exact chain, and another pair's does not`() async throws {
    let result = try await run()
    #expect(result.conversions.count == 6)
    for conversion in result.conversions {
      let exact =
        try Self.reachBoth(conversion.from, conversion.to) / Self.reach(anyOf: [conversion.from])
      #expect(abs(try z(conversion.share, exact)) < 4, "\(conversion.from) to \(conversion.to)")
    }
    let toHelp = result.conversions.first { $0.from == "product" && $0.to == "help" }
    let other = try Self.reachBoth("product", "basket") / Self.reach(anyOf: ["product"])
    #expect(abs(try z(toHelp?.share, other)) > 4)
  }

  @Test func `both ratios agree with the exact chain, and the ratio turned round does not`() async throws {
    let result = try await run()
    #expect(result.fiveAs.map(\.step) == [.aware, .act, .advocate])
    let product = try Self.reach(anyOf: ["product"])
    let basket = try Self.reach(anyOf: ["basket"])
    let bought = try #require(ExactAnswer.solve(SampleJourneys.k4)).goal
    #expect(abs(try z(result.fiveAs[0].reach, product)) < 4)
    #expect(result.fiveAs[0].ratio == nil)
    // Some come to the basket by way of help alone, so this is no share of those aware.
    #expect(try Self.reachBoth("product", "basket") < basket - 0.01)
    #expect(result.fiveAs[1].ratio?.kind == .ratio)
    #expect(abs(try z(result.fiveAs[1].ratio, basket / product)) < 4)
    #expect(abs(try z(result.fiveAs[2].ratio, bought / product)) < 4)
    #expect(abs(try z(result.fiveAs[1].ratio, product / basket)) > 4)
  }

  @Test func `the interval of a ratio is as wide as ratios vary`() async throws {
    // 60 runs: the spread of the ratio must be what its standard error says, within the 1e-6 limits of chi-squared
    // with 59 degrees of freedom (about 0.35 to 2.1 times the variance).
    var values: [Double] = []
    var errors: [Double] = []
    for seed in 0..<60 {
      let plan = RunPlan(travellers: 2_000, seed: 100 + UInt64(seed), threads: 2)
      let ratio = try #require(try await Simulator.run(Self.journey(), plan: plan).fiveAs[1].ratio)
      values.append(ratio.mean)
      errors.append(ratio.standardError)
    }
    let mean = values.reduce(0, +) / 60
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 59
    let said = errors.reduce(0) { $0 + $1 * $1 } / 60
    #expect((0.35...2.1).contains(variance / said))
    #expect(!(0.35...2.1).contains(variance / (2 * 2 * said)))
  }

  @Test func `who comes to a later stage only by an earlier one is a share, with Wilson's interval`()
    async throws
  {
    var journey = Self.journey()
    journey.fiveAs = FiveAs([.aware: .stage("landing"), .act: .stage("basket")])
    let plan = RunPlan(travellers: 10_000, seed: 8, threads: 2)
    let result = try await Simulator.run(journey, plan: plan)
    #expect(result.fiveAs[1].ratio?.kind == .share)
    #expect(
      result.fiveAs[1].ratio == result.conversions.first { $0.from == "landing" && $0.to == "basket" }?.share
    )
    // Everybody is aware, and all who buy have been there: the goal's own share.
    #expect(result.stages[0].goal?.mean == result.metric(.goal)?.mean)
  }

  @Test func `nothing is mapped where the scenario maps nothing`() async throws {
    let plan = RunPlan(travellers: 100, seed: 8, threads: 1)
    let result = try await Simulator.run(SampleJourneys.k4, plan: plan)
    #expect(result.fiveAs.isEmpty)
    #expect(result.conversions.isEmpty)
  }
}
