import JourneyEngine
import JourneyModel
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite struct TravellerFiguresTests {
  @Test func `single travellers add up to what a run sums`() async throws {
    let compiled = CompiledJourney(SampleJourneys.tiny1())
    let tally = try await Engine.run(compiled, plan: RunPlan(travellers: 500, seed: 9, periods: 3))
    let all = tally.allFigures
    var figures = TravellerFigures(compiled, seed: 9, periods: 3)
    var sums = [Double](repeating: 0, count: all.figures.count)
    for traveller in 0..<500 as Range<UInt64> {
      figures.live(traveller)
      for (index, figure) in all.figures.enumerated() { sums[index] += figures.value(of: figure.id) ?? 0 }
    }
    for (index, figure) in all.figures.enumerated() {
      #expect(abs(sums[index] - all.moments[index].y.value) < 1e-3, "\(figure.id.text)")
    }
  }

  @Test func `a figure that does not apply has no value`() {
    var figures = TravellerFigures(CompiledJourney(SampleJourneys.k4), seed: 1, periods: 1)
    figures.live(0)
    #expect(figures.value(of: .satisfaction) == nil)
    #expect(figures.value(of: .goal) != nil)
  }
}
