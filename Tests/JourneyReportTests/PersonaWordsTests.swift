import JourneyExperiments
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What is said of personas")
struct PersonaWordsTests {
  static func persona(_ index: Int, _ means: [Double], halfWidth: Double = 0.5) -> PersonaEstimate {
    PersonaEstimate(
      persona: Retailer.personas[index],
      share: .exact(0.25),
      metrics: [],
      satisfactionByStage: means.map { estimate($0, halfWidth) },
      quantilesByStage: [],
      channelShares: []
    )
  }

  @Test("a lowest stage needs an interval below all others")
  func lowest() {
    #expect(PersonaWords.lowestStage(Self.persona(0, [70, 60, 65])) == 1)
    #expect(PersonaWords.lowestStage(Self.persona(0, [70, 60, 60.9])) == nil)
  }

  @Test("the finding groups personas by their low point")
  func heading() {
    let stages = ["look", "buy", "use"]
    let split = [
      Self.persona(0, [70, 60, 65]), Self.persona(1, [70, 60, 65]), Self.persona(2, [70, 66, 60]),
    ]
    #expect(
      PersonaWords.heading(split, stages: stages)
        == "“buy” is the low point for Plan-ahead Priya and App-first Aaron; “use” for In-store Ingrid"
    )
    #expect(
      PersonaWords.heading(Array(split.prefix(2)), stages: stages)
        == "“buy” is the low point for every persona"
    )
    let unclear = [Self.persona(0, [60, 60, 60]), Self.persona(1, [60, 60, 60])]
    #expect(PersonaWords.heading(unclear, stages: stages) == "The same journey for two personas")
  }
}
