import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct ExtendsTests {
  private static let base = Completion.scenario(
    "run: {seed: 5}\nstages: [a, b]\nchannels: {web: {}, app: {}}"
  )

  @Test func `mappings merge by key, lists replace, null deletes`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Self.base, "base.yaml")
    let child = """
      extends: base.yaml
      journey: Child
      run: {currency: EUR}
      stages: [c]
      channels: {app: ~, shop: {}}
      touchpoints: {basket: {stage: c}}
      """
    let scenario = try ScenarioReader.load(path: folder.write(child, "child.yaml"))
    #expect(scenario.baseline.name == "Child")
    #expect(scenario.baseline.run.seed == 5)
    #expect(scenario.baseline.run.currency == "EUR")
    #expect(scenario.baseline.stages.map(\.name) == ["c"])
    #expect(scenario.baseline.channels.map(\.name) == ["web", "shop"])
    #expect(scenario.baseline.touchpoints.map(\.name) == ["basket", "checkout"])
    let alone = try ScenarioReader.load(path: folder.url.appending(path: "base.yaml").path)
    #expect(scenario.digest != alone.digest)
  }

  @Test func `a finding stands in the file that it is about`() throws {
    let folder = try TemporaryFolder()
    let base = try folder.write(Self.base + "targets: {gaol: at least 1%}\n", "parts/base.yaml")
    let child = try folder.write("extends: parts/base.yaml\nrun: {seed: x}\n", "child.yaml")
    let findings = ScenarioReader.read(path: child).findings
    #expect(findings.map(\.file) == [child, base])
    #expect(findings.map(\.code) == ["bad-number", "unknown-name"])
  }

  @Test func `a file that is missing is said at extends`() throws {
    let folder = try TemporaryFolder()
    let marked = MarkedText("journey: A\nextends: «nowhere.yaml»\n")
    let reading = ScenarioReader.read(path: try folder.write(marked.text, "a.yaml"))
    #expect(reading.findings.map(\.code) == ["extends-missing"])
    #expect(reading.findings.map(\.range) == marked.ranges)
  }

  @Test func `files that extend each other are a circle`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("extends: a.yaml\n", "b.yaml")
    let reading = ScenarioReader.read(path: try folder.write("extends: ./b.yaml\n", "a.yaml"))
    #expect(reading.findings.map(\.code) == ["extends-cycle"])
    #expect(reading.findings.first?.file.hasSuffix("b.yaml") == true)
  }
}
