import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct ShippedScenariosTests {
  @Test func `there are scenarios to read`() {
    #expect(ShippedScenarios.all.count >= 19)
    #expect(ShippedScenarios.showcases.allSatisfy(ShippedScenarios.all.contains))
  }

  @Test(arguments: ShippedScenarios.all)
  func `a shipped scenario is read without errors or warnings`(name: String) throws {
    let reading = ScenarioReader.read(path: ShippedScenarios.path(name))
    let text = FindingText(sources: reading.sources)
    for finding in reading.findings where finding.severity > .note {
      Issue.record("\(text.text(of: finding))")
    }
    #expect(reading.scenario != nil)
  }

  @Test(arguments: ShippedScenarios.all)
  func `a shipped scenario says at its head what it teaches`(name: String) throws {
    let head = try ShippedScenarios.text(name).split(separator: "\n").prefix { $0.hasPrefix("#") }
    #expect(head.count >= 3)
    #expect(head.allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: ShippedScenarios.showcases)
  func `a showcase shows what the language can say`(name: String) throws {
    let scenario = try ScenarioReader.load(path: ShippedScenarios.path(name))
    let journey = scenario.baseline
    #expect((20...26).contains(journey.touchpoints.count))
    #expect((4...6).contains(journey.channels.count))
    #expect((3...5).contains(journey.personas.count))
    #expect((6...10).contains(journey.painPoints.count))
    #expect(scenario.variants.count >= 3)
    #expect(scenario.variants.allSatisfy { $0.because != nil })
    #expect(!journey.observed.isEmpty && journey.targets.count >= 3)
    #expect(journey.retention?.value != nil)
    #expect(!scenario.evidence.marks.isEmpty)
    for touchpoint in journey.touchpoints {
      #expect(touchpoint.name.count <= 18, "\(touchpoint.name) does not fit on a card")
      #expect(touchpoint.stage != nil && touchpoint.channel != nil && touchpoint.takes != nil)
      #expect(touchpoint.does != nil && touchpoint.thinks != nil)
      #expect(touchpoint.backstage != nil && touchpoint.owner != nil)
    }
    for pain in journey.painPoints {
      let fix = try #require(pain.fix)
      #expect(fix.name != nil && fix.costs != nil && fix.owner != nil && fix.leadTimeSeconds != nil)
    }
    for persona in journey.personas { #expect(persona.goal != nil && persona.quote != nil) }
  }
}
