import Foundation
import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

/// A world in which visits to a touchpoint are just what people expect, by hand and by enumeration.
@Suite struct NeutralTests {
  private func tally(_ journey: Journey, _ neutral: [String], travellers: Int = 1_000) async throws
    -> RunTally
  {
    try await Engine.run(
      CompiledJourney(journey),
      variants: try neutral.map { CompiledJourney(try journey.applying(.neutral(touchpoint: $0))) },
      plan: RunPlan(travellers: travellers, seed: 3, threads: 2),
      detailed: false
    )
  }

  private func change(_ id: MetricID, _ tally: RunTally, _ number: Int) throws -> Estimate {
    let figures = tally.allFigures
    let index = try #require(figures.figures.firstIndex { $0.id == id })
    return try #require(
      Estimate.pairedDifference(tally.variants[number].changes[index].over(figures.moments[index]))
    )
  }

  @Test func `by hand: each touchpoint's contribution is exact`() async throws {
    // Scores: A 60 - 0.5 x 10 = 55, B 76 + 0.25 x 6 = 77.5; memory .5 mean + .1 best + .2 worst + .2 last = 67.375.
    // A as expected: 70 and 77.5 give 74.125. B as expected: 55 and 70 give 63.25.
    let tally = try await tally(SampleJourneys.byHand(), ["A", "B"])
    #expect(try change(.satisfaction, tally, 0) == sure(6.75, 1_000))
    #expect(try change(.satisfaction, tally, 1) == sure(-4.125, 1_000))
    func stays(_ felt: Double) -> Double {
      1 / (1 + exp(-(log(0.85 / 0.15) + log(1.4) * (felt - 75) / 10)))
    }
    #expect(abs(try change(.kept, tally, 0).mean - (stays(74.125) - stays(67.375))) < 1e-6)
    #expect(abs(try change(.kept, tally, 1).mean - (stays(63.25) - stays(67.375))) < 1e-6)
  }

  @Test func `a rule that kept the hand-off would be seen`() async throws {
    // With 4 points still lost B would score 66 - 0.5 x 4 = 64, and the journey 59.95.
    let tally = try await tally(SampleJourneys.byHand(), ["B"])
    #expect(abs(try change(.satisfaction, tally, 0).mean - (59.95 - 67.375)) > 1)
  }

  @Test func `pain points there do not hit, and nothing else changes`() async throws {
    // B today: 66 - 0.5 x 4 = 64, worst 55, best and last 64: 59.95; as expected 63.25 again, 3 less to serve.
    let tally = try await tally(SampleJourneys.byHand(pain: true), ["B"])
    #expect(abs(try change(.satisfaction, tally, 0).mean - (63.25 - 59.95)) < 1e-5)
    #expect(try change(.cost, tally, 0) == sure(-3, 1_000))
    #expect(try change(.visits, tally, 0) == sure(0, 1_000))
  }

  @Test func `a touchpoint that nobody visits changes exactly nothing`() async throws {
    let tally = try await tally(SampleJourneys.byHand(), ["nowhere"])
    for changes in tally.variants[0].changes { #expect(changes.isUnchanged) }
  }

  @Test(arguments: [false, true])
  func `whoever is not touched, or not yet, lives the same journeys`(isControlled: Bool) async throws {
    // A wording makes the variant differ elsewhere, so that everybody is walked again: the sums must be the same.
    let journey = SampleJourneys.tiny1()
    let changed = [
      try journey.applying(.neutral(touchpoint: "B")), try journey.applying(.remove(painPoint: "glitch")),
    ]
    let reworded = changed.map { journey in
      var copy = journey
      copy.about = "the same"
      return copy
    }
    let tally = try await Engine.run(
      CompiledJourney(journey),
      variants: (changed + reworded).map { CompiledJourney($0) },
      plan: RunPlan(travellers: 40_000, seed: 5, periods: 4, threads: 2, isControlled: isControlled),
      detailed: false
    )
    for index in changed.indices {
      #expect(tally.variants[index].changes == tally.variants[index + 2].changes)
      #expect(tally.variants[index].goalChange == tally.variants[index + 2].goalChange)
      #expect(!tally.variants[index].changes[1].isUnchanged)
    }
  }

  @Test(arguments: ["A", "B"]) func `two million travellers agree with the enumeration`(place: String)
    async throws
  {
    let journey = try SampleJourneys.tiny1().applying(.neutral(touchpoint: place))
    let own = Tiny1Enumeration(neutral: place)
    let other = Tiny1Enumeration(neutral: place == "A" ? "B" : "A")
    let plan = RunPlan(travellers: 2_000_000, seed: 77, threads: 2)
    let figures = try await Engine.run(CompiledJourney(journey), plan: plan, detailed: false).allFigures
    func z(_ id: MetricID, _ exact: Double) throws -> Double {
      let index = try #require(figures.figures.firstIndex { $0.id == id })
      let estimate = try #require(Estimate.ratio(figures.moments[index]))
      return (estimate.mean - exact) / estimate.standardError
    }
    #expect(abs(try z(.goal, own.done)) < 4)
    #expect(abs(try z(.satisfaction, own.satisfaction)) < 4)
    #expect(abs(try z(.retention, own.retention)) < 4)
    #expect(abs(try z(.visits, own.visits)) < 4)
    #expect(abs(try z(.satisfaction, other.satisfaction)) > 4)
  }

  @Test func `a plain chain has no touchpoint that could be neutral`() {
    #expect(throws: InterventionProblem.feelsNothing) {
      try SampleJourneys.k4.applying(.neutral(touchpoint: "help"))
    }
  }

  private func sure(_ value: Double, _ count: Int) -> Estimate {
    Estimate(mean: value, standardError: 0, low: value, high: value, kind: .ratio, count: count)
  }
}
