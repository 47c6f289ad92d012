import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct Tiny1Tests {
  @Test func `the enumeration gives the published rows to ten digits`() {
    let baseline = Tiny1Enumeration()
    #expect(abs(baseline.done - 0.8690938440) < 1e-10)
    #expect(abs(baseline.left - 0.1306354583) < 1e-10)
    #expect(abs(baseline.timedOut - 0.0002706977) < 1e-10)
    #expect(abs(baseline.satisfaction - 64.0555858911) < 1e-9)
    #expect(abs(baseline.deviation - 17.5066929272) < 1e-9)
    #expect(abs(baseline.satisfactionDone / baseline.done - 66.5524034581) < 1e-9)
    #expect(abs(baseline.retention - 0.7811837462) < 1e-10)
    #expect(abs(baseline.visits - 1.4624453796) < 1e-10)
    #expect(abs(baseline.atLeast60 - 0.5451821386) < 1e-10)
    let fixed = Tiny1Enumeration(painFixed: true)
    #expect(abs(fixed.done - 0.9012012720) < 1e-10)
    #expect(abs(fixed.satisfaction - 67.9474004384) < 1e-9)
    #expect(abs(fixed.deviation - 15.2171786121) < 1e-9)
    #expect(abs(fixed.retention - 0.8050553055) < 1e-10)
    #expect(abs(fixed.visits - 1.4791193429) < 1e-10)
    let moodless = Tiny1Enumeration(gamma: 0)
    #expect(abs(moodless.done - 0.8858599591) < 1e-10)
    #expect(abs(moodless.timedOut - 0.0003011942) < 1e-10)
    #expect(abs(moodless.satisfaction - 64.3805540863) < 1e-9)
    #expect(abs(moodless.retention - 0.7838152537) < 1e-10)
  }

  @Test(arguments: [(0.5, false), (0.5, true), (0.0, false)], [false, true])
  func `four million travellers agree with the enumeration`(
    world: (gamma: Double, painFixed: Bool),
    isControlled: Bool
  ) async throws {
    let z = try await deviations(
      SampleJourneys.tiny1(gamma: world.gamma, painFixed: world.painFixed),
      Tiny1Enumeration(gamma: world.gamma, painFixed: world.painFixed),
      isControlled: isControlled
    )
    for (name, z) in z { #expect(abs(z) <= 4, "\(name)") }
  }

  @Test func `a stronger effect of mood is noticed`() async throws {
    let z = try await deviations(SampleJourneys.tiny1(gamma: 0.6), Tiny1Enumeration(gamma: 0.5))
    #expect(z.contains { abs($0.1) > 6 })
  }

  /// Simulated minus exact, in standard errors.
  private func deviations(
    _ journey: Journey,
    _ exact: Tiny1Enumeration,
    isControlled: Bool = false
  ) async throws -> [(String, Double)] {
    let plan = RunPlan(travellers: 4_000_000, seed: 20_240_229, threads: 2, isControlled: isControlled)
    let tally = try await Engine.run(CompiledJourney(journey), plan: plan, detailed: true)
    let figures = tally.allFigures
    func z(_ id: MetricID, _ exact: Double) throws -> Double {
      let index = try #require(figures.figures.firstIndex { $0.id == id })
      let moments = figures.moments[index]
      let n = Double(moments.count)
      let error = try ((#require(moments.varianceY)) / n).squareRoot()
      return (moments.y.value / n - exact) / error
    }
    return [
      ("goal", try z(.goal, exact.done)), ("satisfaction", try z(.satisfaction, exact.satisfaction)),
      ("retention", try z(.retention, exact.retention)), ("visits", try z(.visits, exact.visits)),
      ("timed out", try z(.timedOut, exact.timedOut)),
    ]
  }
}
