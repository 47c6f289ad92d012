import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("The traveller whose change is typical")
struct TypicalTravellerTests {
  private func journey(hits: Double = 0.3) -> Journey {
    var journey = SampleJourneys.tiny1()
    func pain(_ name: String, fixed: Bool) -> PainPoint {
      PainPoint(
        name: name,
        at: "A",
        hits: Probability(hits) ?? .zero,
        hurts: .constant(10),
        fix: fixed ? Fix(costs: 10, works: Probability(0.5) ?? .zero) : nil
      )
    }
    journey.painPoints = [pain("a", fixed: true), pain("b", fixed: true), pain("c", fixed: false)]
    return journey
  }

  @Test("stands in the middle of all who come off better or worse, and the counts are true")
  func median() throws {
    let journey = journey()
    let trial = try #require(try WhatIf.everything(journey))
    let chosen = try #require(TypicalTraveller(journey, trial, seed: 9, among: 400))
    let (before, after) = (CompiledJourney(journey), CompiledJourney(trial.journey))
    let pairs = (0..<UInt64(400)).map {
      (Trace(before, traveller: $0, seed: 9), Trace(after, traveller: $0, seed: 9))
    }
    #expect(chosen.untouched == pairs.count { $0 == $1 })
    let changes = try pairs.filter { $0.satisfaction != $1.satisfaction || $0.outcome != $1.outcome }.map {
      try #require($1.satisfaction) - #require($0.satisfaction)
    }
    let own = try #require(chosen.after.satisfaction) - #require(chosen.today.satisfaction)
    #expect(chosen.concerned == changes.count)
    #expect(chosen.worse == changes.count { $0 < own })
    #expect(chosen.better == changes.count { $0 > own })
    #expect(max(chosen.worse, chosen.better) <= changes.count / 2)
    #expect(changes.count > 50)
    #expect(chosen.untouched > 50)
    #expect(chosen.untouchedShare.mean == Double(chosen.untouched) / 400)
    #expect(chosen.untouchedShare.low < chosen.untouchedShare.mean)
    // The same once more, and another one of other travellers.
    #expect(TypicalTraveller(journey, trial, seed: 9, among: 400)?.number == chosen.number)
    #expect(TypicalTraveller(journey, trial, seed: 10, among: 400)?.today != chosen.today)
    #expect(chosen.today == pairs[Int(chosen.number)].0)
    #expect(chosen.after == pairs[Int(chosen.number)].1)
  }

  @Test("is nobody where a change touches nobody")
  func nobody() throws {
    let journey = journey(hits: 0)
    let trial = try #require(try WhatIf.everything(journey))
    #expect(TypicalTraveller(journey, trial, seed: 9, among: 400) == nil)
    #expect(TypicalTraveller(journey, trial, seed: 9, among: 0) == nil)
  }

  @Test("is met in the world with all fixes, or with nothing to mend in it where none has a fix")
  func everything() throws {
    var journey = journey()
    let fixes = try #require(try WhatIf.everything(journey))
    #expect(fixes.operation == "fix")
    #expect(fixes.painPoints == ["a", "b"])
    for index in journey.painPoints.indices { journey.painPoints[index].fix = nil }
    let removals = try #require(try WhatIf.everything(journey))
    #expect(removals.operation == "remove")
    #expect(removals.painPoints == ["a", "b", "c"])
    journey.painPoints = []
    #expect(try WhatIf.everything(journey) == nil)
  }
}
