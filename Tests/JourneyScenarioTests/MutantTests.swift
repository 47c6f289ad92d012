import Foundation
import JourneyDiagnostics
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct MutantTests {
  /// Mutants in every run; JOURNEY_LONG_TESTS=1 asks for 100,000.
  private static let count =
    ProcessInfo.processInfo.environment["JOURNEY_LONG_TESTS"] == "1" ? 100_000 : 10_000
  private static let parts = 8

  private static let texts: [String] = {
    let shipped = ShippedScenarios.all.compactMap { try? ShippedScenarios.text($0) }
    let embedded =
      [Fixtures.retailer] + StageLadder.allCases.map { StarterScenario.text(name: "A", ladder: $0) }
    let small = FindingPlaceTests.cases.map { Completion.scenario(MarkedText($0.text).text) }
    // What a number rests on, as often as a tenth of the small ones.
    let marked = [String](repeating: ScenarioInputsTests.text, count: small.count / 10)
    return shipped + embedded + small + marked
  }()

  @Test(arguments: 0..<parts)
  func `no mutant crashes, hangs or gives a finding without a place`(part: Int) {
    var slowest = Duration.zero
    var valid = 0
    var generator = MutantGenerator(seed: UInt64(part))
    for number in 0..<(Self.count / Self.parts) {
      // Short texts, on which much more of a mutant is read, come as often as long ones.
      let text = Mutator.mutant(of: Self.texts[generator.below(Self.texts.count)], with: &generator)
      let path = generator.below(8) == 0 ? "mutant.json" : "mutant.yaml"
      let start = processorTime()
      let reading = ScenarioReader.read(text: text, path: path)
      let time = processorTime() - start
      slowest = max(slowest, time)
      if time > .seconds(1) { Issue.record("mutant \(number) of part \(part) took \(time)") }
      if reading.scenario != nil { valid += 1 }
      let lines = reading.sources.map(\.lines)
      for finding in reading.findings {
        guard let file = reading.sources.firstIndex(where: { $0.path == finding.file }),
          Self.isInside(finding.range, lines[file]),
          finding.notes.allSatisfy({ $0.range.map { Self.isInside($0, lines[file]) } ?? true })
        else {
          Issue.record("mutant \(number) of part \(part): \(finding) is nowhere")
          continue
        }
      }
      if reading.scenario == nil { #expect(reading.findings.contains { $0.severity == .error }) }
    }
    // A mutator that only ever breaks the syntax, or nothing, would test little.
    #expect(valid > Self.count / Self.parts / 20)
    #expect(valid < Self.count / Self.parts / 2)
    print("mutants \(part): \(Self.count / Self.parts), still valid \(valid), slowest \(slowest)")
  }

  private static func isInside(_ range: SourceRange, _ lines: [Substring]) -> Bool {
    guard range.start.line >= 1, range.end.line <= lines.count, range.start <= range.end else { return false }
    let (first, last) = (lines[range.start.line - 1], lines[range.end.line - 1])
    return range.start.column >= 1 && range.start.column <= first.unicodeScalars.count + 1
      && range.end.column <= last.unicodeScalars.count + 1
  }
}
