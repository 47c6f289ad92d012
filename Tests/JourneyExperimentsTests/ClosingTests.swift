import JourneyEngine
import JourneyModel
import JourneyTestSupport
import Testing

/// Taking an option away changes the choice of those who had chosen it, and of nobody else.
@Suite struct ClosingTests {
  @Test func `exactly those who had chosen the closed option choose again`() throws {
    var journey = SampleJourneys.k4
    journey.satisfaction.moodToLeave = 0
    for index in journey.touchpoints.indices { journey.touchpoints[index].feels = .constant(72) }
    // Leaving is renormalised by closing, so a journey without leaving shows the choices alone.
    for (name, row) in journey.paths.rows {
      journey.paths.rows[name] = PathRow(row.options.filter { $0.to != .leave })
    }
    let before = CompiledJourney(journey)
    let after = CompiledJourney(try journey.applying(.closeTouchpoint("help")))
    var chose = 0
    var changed = 0
    for number in 0..<20_000 as Range<UInt64> {
      let first = try #require(Trace(before, traveller: number, seed: 3).steps.first)
      let closed = try #require(Trace(after, traveller: number, seed: 3).steps.first)
      if first.next == .touchpoint("help") { chose += 1 }
      if first.next != closed.next {
        changed += 1
        #expect(first.next == .touchpoint("help"))
      }
    }
    #expect(changed == chose)
    #expect(chose > 1_000)
  }
}
