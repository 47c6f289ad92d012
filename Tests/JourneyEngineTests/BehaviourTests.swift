import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Rules with no luck in them: constant qualities on a path with one way through.
@Suite struct BehaviourTests {
  /// A straight path of touchpoints with these qualities, expectation 70.
  private func straight(
    _ qualities: [Double],
    gain: Double = 0,
    adaptation: Double = 0,
    memory: SatisfactionModel.Memory = SatisfactionModel.Memory()
  ) -> Journey {
    var satisfaction = SatisfactionModel()
    satisfaction.expects = 70
    satisfaction.gain = gain
    satisfaction.adaptation = adaptation
    satisfaction.memory = memory
    var rows: [String: PathRow] = [:]
    for index in qualities.indices {
      let next: Destination =
        index + 1 < qualities.count ? .touchpoint("t\(index + 1)") : .outcome("done")
      rows["t\(index)"] = PathRow([.init(to: next, weight: 1)])
    }
    return Journey(
      name: "straight",
      touchpoints: qualities.enumerated().map { Touchpoint(name: "t\($0)", feels: .constant($1)) },
      outcomes: [
        Outcome(name: "done", kind: .goal), Outcome(name: "leave", kind: .loss),
        Outcome(name: "timed out", kind: .neutral),
      ],
      paths: Paths(start: PathRow([.init(to: .touchpoint("t0"), weight: 1)]), rows: rows),
      satisfaction: satisfaction
    )
  }

  private func satisfaction(_ journey: Journey) async throws -> Double {
    let tally = try await Engine.run(
      CompiledJourney(journey),
      plan: RunPlan(travellers: 2, seed: 1),
      detailed: false
    )
    let figures = tally.allFigures
    let index = try #require(figures.figures.firstIndex { $0.id == .satisfaction })
    return figures.moments[index].y.value / 2
  }

  private let sequence = [70.0, 55, 82, 40, 75]

  @Test(arguments: [
    (SatisfactionModel.Memory(average: 1, best: 0, worst: 0, end: 0), 64.4),
    (SatisfactionModel.Memory(average: 0, best: 1, worst: 0, end: 0), 82.0),
    (SatisfactionModel.Memory(average: 0, best: 0, worst: 1, end: 0), 40.0),
    (SatisfactionModel.Memory(average: 0, best: 0, worst: 0, end: 1), 75.0),
    (SatisfactionModel.Memory(), 63.4),
  ])
  func `memory mixes average, best, worst and end`(
    memory: SatisfactionModel.Memory,
    expected: Double
  ) async throws {
    let felt = try await satisfaction(straight(sequence, memory: memory))
    #expect(abs(felt - expected) < 1e-5)
  }

  @Test func `disappointment weighs twice as much as a pleasant surprise`() async throws {
    // Scores 70, 47.5, 85, 25, 76.25.
    let felt = try await satisfaction(straight(sequence, gain: 0.25))
    #expect(abs(felt - 59.125) < 1e-5)
  }

  @Test func `expectation follows experience`() async throws {
    // Scores 70, 47.5, 85.75, 25, 77.75: the default memory of them.
    let scores = [70, 47.5, 85.75, 25, 77.75]
    let expected = 0.5 * scores.reduce(0, +) / 5 + 0.1 * 85.75 + 0.2 * 25 + 0.2 * 77.75
    let felt = try await satisfaction(straight(sequence, gain: 0.25, adaptation: 0.2))
    #expect(abs(felt - expected) < 1e-5)
  }
}
