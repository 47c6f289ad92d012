import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneyScenario

/// `journey validate`: everything that is wrong with scenario files, at once.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check scenario files and show every problem at once.",
    discussion: """
      Examples:
        journey validate shop.yaml
        journey validate shop.yaml --format json

      Exit codes: 0 nothing is wrong (warnings may stand), 65 a scenario is invalid, 66 a file is missing.
      """
  )

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  @Argument(help: "Scenario files, - for standard input.")
  var files: [String]

  @Option(help: "How findings are written: text, json or github.")
  var format: Format = .text

  @Flag(name: .shortAndLong, help: "Only errors.")
  var quiet = false

  @Option(help: "Change a value first, as in 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  func run() throws {
    let readings = files.map { ScenarioReader.read(path: $0, edits: set.map { ScenarioEdit($0) }) }
    let findings = readings.flatMap(\.findings).filter { !quiet || $0.severity == .error }
    switch format {
    case .text: writeText(readings)
    case .json: print(FindingJSON.text(of: findings), terminator: "")
    case .github: print(FindingJSON.annotations(of: findings), terminator: "")
    }
    let codes = readings.map(ScenarioLoading.exitCode)
    if codes.contains(ScenarioLoading.invalidInput) { throw ScenarioLoading.invalidInput }
    if codes.contains(ScenarioLoading.missingInput) { throw ScenarioLoading.missingInput }
  }

  private func writeText(_ readings: [ScenarioReading]) {
    for (path, reading) in zip(files, readings) {
      let shown = reading.findings.filter { !quiet || $0.severity == .error }
      let text = FindingText(sources: reading.sources, isColoured: TerminalColour.isWanted)
      print(text.text(of: shown, suppressed: reading.suppressed), terminator: "")
      guard let scenario = reading.scenario, !quiet else { continue }
      let journey = scenario.baseline
      let parts = [
        counted(journey.touchpoints.count, "touchpoint"), counted(journey.painPoints.count, "pain point"),
        counted(journey.personas.count, "persona"), counted(scenario.variants.count, "variant"),
      ]
      print(
        "\(DisplayText.safe(path)) is valid: \(DisplayText.safe(journey.name)), \(parts.joined(separator: ", "))"
      )
      for sentence in scenario.assumptions { print("  assumed: \(DisplayText.safe(sentence))") }
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
