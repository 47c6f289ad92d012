import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct SweepTests {
  private let plan = RunPlan(travellers: 5_000, seed: 5, periods: 3, threads: 2)

  private func trial(_ hits: Double) -> SweepTrial {
    var journey = SampleJourneys.tiny1()
    journey.painPoints[0].hits = Probability(hits) ?? .zero
    return SweepTrial(
      settings: [SweepSetting(path: "pain points.glitch.hits", value: "\(hits)")],
      journey: journey
    )
  }

  @Test func `a point that sets what stands there already changes exactly nothing`() async throws {
    let result = try await Sweep.run(SampleJourneys.tiny1(), [trial(0.2), trial(0.5)], plan: plan)
    for metric in try #require(result.points.first).metrics {
      #expect(metric.difference.mean == 0 && metric.difference.standardError == 0, "\(metric.id.text)")
    }
    let other = try #require(result.points.last?.metric(.satisfaction)).difference
    #expect(other.high < 0)
  }

  @Test func `points are what a run of their own gives, however many are run at a time`() async throws {
    let trials = [0, 0.1, 0.3, 0.4, 0.5].map(trial)
    let together = try await Sweep.run(SampleJourneys.tiny1(), trials, plan: plan)
    let inParts = try await Sweep.run(SampleJourneys.tiny1(), trials, plan: plan, batch: 2)
    #expect(together.points.map(\.settings) == trials.map(\.settings))
    #expect(together.points.map(\.metrics) == inParts.points.map(\.metrics))
    #expect(together.baseline == inParts.baseline)
    let alone = try await Simulator.run(trials[3].journey, plan: plan)
    for metric in together.points[3].metrics {
      #expect(alone.metric(metric.id)?.mean == metric.variant.mean, "\(metric.id.text)")
    }
  }
}
