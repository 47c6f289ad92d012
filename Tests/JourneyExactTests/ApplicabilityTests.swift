import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Whether the exact answer applies")
struct ApplicabilityTests {
  private func probability(_ value: Double) throws -> Probability { try #require(Probability(value)) }

  private func answer(_ change: (inout Journey) throws -> Void) throws -> ExactAnswer {
    var journey = SampleJourneys.k4
    try change(&journey)
    return try #require(ExactAnswer.solve(journey))
  }

  private func giveQuality(_ journey: inout Journey) {
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].feels = .normal(mean: 70, deviation: 10)
    }
  }

  @Test("A plain chain is solved")
  func plain() throws {
    #expect(try answer { _ in }.applies)
  }

  @Test("Mood-driven leaving stands in the way, and only where it can act")
  func mood() throws {
    let moody = try answer { giveQuality(&$0) }
    #expect(!moody.applies)
    #expect(try #require(moody.reason).contains("mood"))
    #expect(abs(moody.goal - 0.2158750170) < 1e-9)
    #expect(
      try answer {
        giveQuality(&$0)
        $0.satisfaction.moodToLeave = 0
      }.applies
    )
    #expect(
      try answer {
        giveQuality(&$0)
        $0.satisfaction.moodNewest = 0
      }.applies
    )
    // One persona of several is enough to spoil it.
    #expect(
      try !answer {
        giveQuality(&$0)
        $0.satisfaction.moodToLeave = 0
        $0.personas = [
          Persona(name: "calm", share: try probability(0.5)),
          Persona(name: "moody", share: try probability(0.5), moodToLeave: 0.3),
        ]
      }.applies
    )
  }

  @Test("Where nobody can leave, mood does not matter, until a pain point makes people leave")
  func nobodyLeaves() throws {
    var journey = SampleJourneys.gambler(winning: 0.4, start: 3, goal: 10)
    giveQuality(&journey)
    #expect(try #require(ExactAnswer.solve(journey)).applies)
    var pain = PainPoint(
      name: "bad beer",
      at: "3 coins",
      hits: try probability(0.1),
      leaves: try probability(0.2)
    )
    journey.painPoints = [pain]
    let spoiled = try #require(ExactAnswer.solve(journey))
    #expect(try #require(spoiled.reason).contains("\"3 coins\""))
    // A hit that makes everybody leave does so in any mood.
    pain.leaves = .one
    journey.painPoints = [pain]
    #expect(try #require(ExactAnswer.solve(journey)).applies)
  }

  @Test("Giving up after a time stands in the way where time can run out")
  func giveUp() throws {
    #expect(try answer { $0.run.giveUpAfterSeconds = 60 }.applies)
    let timed = try answer {
      $0.run.giveUpAfterSeconds = 3_600
      $0.touchpoints[0].takes = .lognormal(medianSeconds: 10, p90Seconds: 20)
    }
    #expect(try #require(timed.reason).contains("give up after"))
    #expect(
      try answer {
        $0.run.giveUpAfterSeconds = 3_600
        $0.run.longestJourney = 100
        $0.touchpoints[0].takes = .fixed(seconds: 36)
      }.applies
    )
    #expect(
      try !answer {
        $0.run.giveUpAfterSeconds = 3_600
        $0.run.longestJourney = 100
        $0.touchpoints[0].takes = .fixed(seconds: 37)
      }.applies
    )
  }

  @Test("A cap that cuts journeys off stands in the way, with its share")
  func cap() throws {
    let cut = try answer { $0.run.longestJourney = 10 }
    #expect(!cut.applies)
    #expect(abs(cut.beyondCap.upper - (1 - 0.9972370938)) < 1e-10)
    #expect(try #require(cut.reason).contains("10"))
    #expect(try answer { $0.run.longestJourney = 60 }.applies)
  }

  @Test("Personas mix by their shares")
  func mixture() throws {
    let mixed = try answer {
      $0.personas = [
        Persona(name: "alike", share: try probability(0.25)),
        Persona(name: "also alike", share: try probability(0.25)),
        Persona(
          name: "gone",
          share: try probability(0.5),
          start: PathRow([.init(to: .leave, weight: 1)])
        ),
      ]
    }
    let alone = try answer { _ in }
    #expect(abs(mixed.goal - alone.goal / 2) < 1e-15)
    #expect(abs(mixed.steps - alone.steps / 2) < 1e-15)
    let second = alone.stepsVariance + alone.steps * alone.steps
    #expect(abs(mixed.stepsVariance - (second / 2 - mixed.steps * mixed.steps)) < 1e-12)
    for (one, other) in zip(mixed.touchpoints, alone.touchpoints) {
      #expect(abs(try #require(one.reach) - (try #require(other.reach)) / 2) < 1e-15)
      #expect(abs(try #require(one.dependence) - (try #require(other.dependence))) < 1e-14)
    }
  }

  @Test("Tiny-1 without mood: two touchpoints, one pain point, six visits at most")
  func tiny() throws {
    var journey = SampleJourneys.chain(
      start: ["A": 1],
      rows: ["A": ["B": 0.4, "done": 0.55, "leave": 0.05], "B": ["A": 0.2, "done": 0.7, "leave": 0.1]],
      goals: ["done"]
    )
    // Of those who stay, 40 % go on to B and 60 % are done; from B 20 % and 80 %.
    journey.paths.rows["A"] = PathRow([
      .init(to: .touchpoint("B"), weight: 38), .init(to: .outcome("done"), weight: 57),
      .init(to: .leave, weight: 5),
    ])
    journey.paths.rows["B"] = PathRow([
      .init(to: .touchpoint("A"), weight: 18), .init(to: .outcome("done"), weight: 72),
      .init(to: .leave, weight: 10),
    ])
    journey.painPoints = [
      PainPoint(name: "pain", at: "A", hits: try probability(0.2), leaves: try probability(0.1))
    ]
    let skeleton = MarkovSkeleton(of: journey, for: .everyone)
    let ended = ForwardPropagation(skeleton.chain).outcomes(within: 6)
    #expect(skeleton.outcomes == ["done", "leave", "timed out"])
    #expect(abs(ended[0] - 0.8858599591) < 0.6e-10)
    #expect(abs(ended[1] - 0.1138388467) < 0.6e-10)
    #expect(abs(ForwardPropagation(skeleton.chain).longer(than: 6).upper - 0.0003011942) < 0.6e-10)
  }
}
