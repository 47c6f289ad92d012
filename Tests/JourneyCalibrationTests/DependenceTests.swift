import Foundation
import JourneyCalibration
import JourneyEventLog
import JourneyExact
import JourneyModel
import JourneyScenario
import Testing

/// The removal effects of a fitted chain against those that another program worked out from the same sessions.
@Suite struct DependenceTests {
  @Test(.enabled(if: ReferenceLog.isHere(ReferenceLog.ecom)))
  func `what goes without each touchpoint is what attribution says`() throws {
    let reference = try removalEffects()
    let answer = try dependence(outcomes: ["purchase": .goal])
    #expect(answer.count == reference.count && reference.count == 18)
    for (name, effect) in reference {
      #expect(abs(try #require(answer[name]) - effect) < 1e-6, "\(name)")
    }
  }

  @Test(.enabled(if: ReferenceLog.isHere(ReferenceLog.ecom)))
  func `another goal has other effects`() throws {
    let reference = try removalEffects()
    let answer = try dependence(outcomes: ["purchase": .loss, "payment_error": .goal])
    #expect(reference.contains { abs((answer[$0.key] ?? 0) - $0.value) > 0.01 })
  }

  private func removalEffects() throws -> [String: Double] {
    let path = try ReferenceLog.path(ReferenceLog.ecom, "reference-attribution-markov-order1.csv")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let columns = try #require(lines.first).split(separator: ",")
    let exact = try #require(columns.firstIndex(of: "removal_effect_exact"))
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().compactMap { line in
        let cells = line.split(separator: ",")
        return Double(cells[exact]).map { (String(cells[0]), $0) }
      }
    )
  }

  private func dependence(outcomes: [String: OutcomeKind]) throws -> [String: Double] {
    let log = try ReferenceLog.sessions()
    let cases = 0..<log.caseCount
    let vocabulary = try Vocabulary(log, cases: cases, outcomes: outcomes)
    let fit = ScenarioFit(
      LogTally(log, cases: cases, vocabulary: vocabulary),
      vocabulary: vocabulary,
      name: "Shop",
      provenance: .init(
        file: "ecom.csv.gz",
        rows: log.summary.rows,
        period: try #require(log.period(of: cases)),
        command: "journey fit",
        remarks: []
      )
    )
    let journey = try ScenarioReader.load(text: fit.yaml).baseline
    let answer = try #require(ExactAnswer.solve(journey))
    return Dictionary(
      uniqueKeysWithValues: answer.touchpoints.compactMap { place in
        place.dependence.map { (place.name, $0) }
      }
    )
  }
}
