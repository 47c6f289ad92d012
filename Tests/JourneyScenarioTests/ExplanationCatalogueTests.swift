import JourneyDiagnostics
import JourneyScenario
import Testing

@Suite struct ExplanationCatalogueTests {
  @Test func `every code is explained once`() {
    #expect(
      ExplanationCatalogue.all.map(\.code.rawValue).sorted() == FindingCode.allCases.map(\.rawValue).sorted()
    )
  }

  @Test(arguments: ExplanationCatalogue.all.filter(\.isScenario).map(\.code))
  func `the wrong example gives the finding and the right one does not`(code: FindingCode) throws {
    let explanation = try #require(ExplanationCatalogue.explanation(of: code))
    let wrong = ScenarioReader.read(text: Completion.scenario(explanation.wrong)).findings
    #expect(wrong.map(\.code).contains(code.rawValue))
    let right = ScenarioReader.read(text: Completion.scenario(explanation.right))
    #expect(!right.findings.map(\.code).contains(code.rawValue))
    #expect(right.scenario != nil, "\(right.findings.map(\.message))")
  }
}
