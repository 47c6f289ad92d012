import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import Testing

@Suite struct StarterScenarioTests {
  @Test(arguments: StageLadder.allCases)
  func `a starter has nothing to complain about`(ladder: StageLadder) throws {
    let reading = ScenarioReader.read(
      text: StarterScenario.text(name: "My \"shop\" \\ & co\n", ladder: ladder)
    )
    #expect(reading.findings.map(\.message) == [])
    let scenario = try reading.get()
    #expect(scenario.baseline.name == "My \"shop\" \\ & co ")
    #expect(scenario.variants.count == 2)
    #expect(scenario.baseline.stages.count == scenario.baseline.touchpoints.count)
  }

  @Test func `what is commented out is valid too`() throws {
    var text = StarterScenario.text(name: "A", ladder: .loyalty)
    for key in ["satisfaction", "observed"] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if let at = lines.firstIndex(where: { $0.hasPrefix("# \(key):") }) {
        var end = at
        while lines[end].hasPrefix("# ") {
          lines[end].removeFirst(2)
          end += 1
        }
      }
      text = lines.joined(separator: "\n")
    }
    for key in ["odds per 10 points", "polarisation", "value", "nicer", "web > phone"] {
      text = text.replacing("# \(key):", with: "\(key):")
    }
    text = text.replacing("web > phone: -6", with: "web > mail: -6")
    let reading = ScenarioReader.read(text: text)
    #expect(reading.findings.map(\.message) == [])
    #expect(reading.scenario?.baseline.retention?.value?.periods == 12)
  }

  @Test(arguments: [
    ("Alder & Finch", "alder-finch.yaml"), ("../x", "x.yaml"), ("", "journey.yaml"), ("Ärger", "ärger.yaml"),
  ])
  func `a file is named after the journey`(name: String, file: String) {
    #expect(StarterScenario.fileName(for: name) == file)
  }
}
