import JourneyProbability
import Testing

@Suite("Survey table")
struct SurveyTableTests {
  @Test("is within its error of the exact read-out", arguments: [0.0, 0.3, 0.5, 5, 10, 15])
  func accuracy(_ noise: Double) {
    let readout = SurveyReadout(noise: noise)
    let table = SurveyTable(readout)
    for step in 0...9_973 {
      let points = 100 * Double(step) / 9_973
      let answer = table.answer(points: points)
      #expect(Swift.abs(answer.category - readout.meanCategory(5, points: points)) < 4e-7)
      #expect(Swift.abs(answer.topTwo - readout.topTwo(points: points)) < 1e-7)
      #expect(Swift.abs(answer.promoter - readout.promoter(points: points)) < 1e-7)
      #expect(Swift.abs(answer.detractor - readout.detractor(points: points)) < 1e-7)
    }
  }

  @Test("also answers outside 0 to 100")
  func outside() {
    let readout = SurveyReadout(noise: 10)
    #expect(SurveyTable(readout).answer(points: 120).topTwo == readout.topTwo(points: 120))
    #expect(SurveyTable(readout).answer(points: -1).detractor == readout.detractor(points: -1))
  }
}
