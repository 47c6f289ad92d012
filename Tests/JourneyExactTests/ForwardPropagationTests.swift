import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Forward propagation")
struct ForwardPropagationTests {
  private func chain(_ journey: Journey) -> AbsorbingChain {
    MarkovSkeleton(of: journey, for: .everyone).chain
  }

  @Test("The share beyond a cap is exact when it is walked to the end")
  func walked() {
    let propagation = ForwardPropagation(chain(SampleJourneys.k4))
    let ended = propagation.endedWithin(10)
    for cap in 1...10 {
      let beyond = propagation.longer(than: cap)
      #expect(beyond.lower == beyond.upper)
      #expect(abs(beyond.upper - (1 - ended[cap])) < 1e-15)
    }
  }

  @Test("Little work still bounds the share from both sides")
  func bounded() {
    let game = ForwardPropagation(chain(SampleJourneys.gambler(winning: 0.5, start: 10, goal: 20)))
    for cap in [100, 500, 2_000] {
      let exact = game.longer(than: cap, negligible: 0)
      let rough = game.longer(than: cap, negligible: 0, work: 1)
      #expect(rough.lower <= exact.lower * (1 + 1e-9))
      #expect(rough.upper >= exact.upper * (1 - 1e-9))
    }
    // Once the shares have settled, the bounds close in.
    let exact = game.longer(than: 3_000, negligible: 0)
    let settled = game.longer(than: 3_000, negligible: 0, work: 100_000)
    #expect(settled.upper < exact.upper * 1.02)
    #expect(settled.lower > exact.lower * 0.98)
  }

  @Test("Outcomes within a number of visits add up to what has ended")
  func outcomes() {
    let propagation = ForwardPropagation(chain(SampleJourneys.k4))
    for visits in [0, 1, 4, 9] {
      let ended = propagation.outcomes(within: visits).reduce(0, +)
      #expect(abs(ended - propagation.endedWithin(visits)[visits]) < 1e-15)
    }
  }
}
