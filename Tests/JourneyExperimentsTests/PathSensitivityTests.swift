import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct PathSensitivityTests {
  /// dP(buy) / d ln w on K4, exact: visits x p x (value there - value here).
  private let exact: [(from: String, to: String, value: Double)] = [
    ("landing", "product", 0.059038), ("landing", "help", 0.016785), ("landing", "leave", -0.075823),
    ("product", "landing", -0.014353), ("product", "basket", 0.098921), ("product", "help", 0.005066),
    ("product", "leave", -0.089634), ("basket", "product", -0.018406), ("basket", "help", -0.010071),
    ("basket", "buy", 0.075256), ("basket", "leave", -0.046779), ("help", "product", -0.005684),
    ("help", "basket", 0.019523), ("help", "buy", 0.007674), ("help", "leave", -0.021513),
  ]

  @Test func `every path weight of K4 has its exact effect`() async throws {
    let z = try await deviations(SampleJourneys.k4)
    #expect(z.count == 15)
    for (path, z) in z { #expect(abs(z) < 4, "\(path)") }
  }

  @Test func `weights of another chain are noticed`() async throws {
    let other = SampleJourneys.chain(
      start: ["landing": 1],
      rows: [
        "landing": ["product": 0.60, "help": 0.10, "leave": 0.30],
        "product": ["landing": 0.20, "basket": 0.35, "help": 0.10, "leave": 0.35],
        "basket": ["product": 0.15, "help": 0.10, "buy": 0.50, "leave": 0.25],
        "help": ["product": 0.40, "basket": 0.30, "buy": 0.05, "leave": 0.25],
      ],
      goals: ["buy"]
    )
    #expect(try await deviations(other).contains { abs($0.1) > 6 })
  }

  @Test func `the effects out of one place add up to nothing`() async throws {
    for journey in [SampleJourneys.k4, SampleJourneys.troubled(pains: 6)] {
      let paths = try await PathSensitivity.all(
        journey,
        plan: RunPlan(travellers: 20_000, seed: 5, threads: 2)
      )
      for place in journey.touchpoints.map(\.name) {
        let effects = paths.filter { $0.from == place }.compactMap { $0.effect(on: .goal)?.mean }
        #expect(!effects.isEmpty && abs(effects.reduce(0, +)) < 1e-6, "\(place)")
      }
    }
  }

  @Test func `in the full model a weight brings what two runs beside it say`() async throws {
    let journey = SampleJourneys.troubled(pains: 6)
    let plan = RunPlan(travellers: 400_000, seed: 8, threads: 2)
    let paths = try await PathSensitivity.all(journey, plan: plan)
    let step = 0.1
    for target in [Destination.leave, .touchpoint("step 3")] {
      func changed(_ factor: Double) -> Journey {
        var journey = journey
        guard let row = journey.paths.rows["step 2"] else { return journey }
        journey.paths.rows["step 2"] = PathRow(
          row.options.map { .init(to: $0.to, weight: $0.to == target ? $0.weight * factor : $0.weight) }
        )
        return journey
      }
      let beside = try await Comparison.run(
        journey,
        [1 - step, 1 + step].map { Trial(name: "", operation: "set", journey: changed($0)) },
        plan: plan
      )
      let path = try #require(paths.first { $0.from == "step 2" && $0.to == target })
      for id in [MetricID.goal, .satisfaction, .kept] {
        let down = try #require(beside.variants[0].metric(id)).difference
        let up = try #require(beside.variants[1].metric(id)).difference
        let slope = (up.mean - down.mean) / (2 * step)
        let told = try #require(path.effect(on: id))
        let error = (up.standardError + down.standardError) / (2 * step) + told.standardError
        #expect(abs(told.mean - slope) < 4 * error, "\(target.name): \(id.text)")
      }
    }
  }

  @Test func `the pass that counts weights knows the means of a plain run`() async throws {
    let compiled = CompiledJourney(SampleJourneys.troubled(pains: 6))
    let plan = RunPlan(travellers: 20_000, seed: 5, threads: 2)
    let tally = try await Engine.pathWeights(compiled, plan: plan)
    let run = try await Engine.run(compiled, plan: plan, detailed: false).allFigures
    #expect(tally.figures.count == 3)
    for (index, figure) in tally.figures.enumerated() {
      let place = try #require(run.figures.firstIndex(of: figure))
      #expect(tally.mean(of: index) == run.moments[place].y.value / Double(plan.travellers))
    }
  }

  private func deviations(_ journey: Journey) async throws -> [(String, Double)] {
    let plan = RunPlan(travellers: 400_000, seed: 17, threads: 2)
    let paths = try await PathSensitivity.all(journey, plan: plan)
    return exact.compactMap { row in
      paths.first { $0.from == row.from && $0.to.name == row.to }?.effect(on: .goal).map {
        // The published answers have six decimals.
        ("\(row.from) to \(row.to)", ($0.mean - row.value) / ($0.standardError + 5e-7))
      }
    }
  }
}
