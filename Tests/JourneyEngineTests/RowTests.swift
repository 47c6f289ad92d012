import JourneyEngine
import JourneyExact
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Rows under preferences and closing, against the exact solver, which never saw the engine.
@Suite struct RowTests {
  private func persona(_ prefers: [String: Double]) -> Persona {
    Persona(name: "everyone", share: .one, prefers: prefers)
  }

  /// K4 with two channels, plain.
  private var k4: Journey {
    var journey = SampleJourneys.k4
    journey.channels = [Channel(name: "web"), Channel(name: "phone")]
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].channel = journey.touchpoints[index].name == "help" ? "phone" : "web"
    }
    return journey
  }

  private func deviation(_ journey: Journey) async throws -> Double {
    let answer = try #require(ExactAnswer.solve(journey, depth: .figures))
    let tally = try await Engine.run(
      CompiledJourney(journey),
      plan: RunPlan(travellers: 400_000, seed: 11, threads: 2),
      detailed: false
    )
    let figures = tally.allFigures
    let index = try #require(figures.figures.firstIndex { $0.id == .goal })
    let share = figures.moments[index].y.value / 400_000
    return (share - answer.goal) / (answer.goal * (1 - answer.goal) / 400_000).squareRoot()
  }

  @Test(arguments: [["phone": 3.0], ["web": 0.25], ["phone": 0.0], [:]])
  func `preferences bend a plain chain without touching the share that leaves`(
    prefers: [String: Double]
  ) async throws {
    var journey = k4
    journey.personas = [persona(prefers)]
    let z = try await deviation(journey)
    #expect(abs(z) < 4.9)
  }

  @Test func `closing under preferences takes the leavers' share first`() async throws {
    var journey = k4
    journey.personas = [persona(["phone": 3, "web": 0.5])]
    let z = try await deviation(journey.applying(.closeTouchpoint("help")))
    #expect(abs(z) < 4.9)
  }

  @Test func `closing in a journey with quality redraws to the same shares`() async throws {
    var journey = k4
    journey.satisfaction.moodToLeave = 0
    for index in journey.touchpoints.indices { journey.touchpoints[index].feels = .constant(70) }
    let z = try await deviation(journey.applying(.closeTouchpoint("help")))
    #expect(abs(z) < 4.9)
  }

  @Test func `whoever has no option left leaves`() async throws {
    var journey = k4
    journey.personas = [persona(["web": 0, "phone": 0])]
    let tally = try await Engine.run(
      CompiledJourney(journey),
      plan: RunPlan(travellers: 1_000, seed: 1),
      detailed: false
    )
    let figures = tally.allFigures
    let index = try #require(figures.figures.firstIndex { $0.id == .visits })
    #expect(figures.moments[index].y.value == 0)
  }
}
