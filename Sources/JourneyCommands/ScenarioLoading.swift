import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneyScenario

/// Loads scenarios for the commands: findings go to standard error, and a scenario that cannot be run ends the
/// command with 65, one that is not there with 66.
public enum ScenarioLoading {
  /// Exit code where a model or data is not valid.
  public static let invalidInput = ExitCode(65)
  /// Exit code where an input is missing.
  public static let missingInput = ExitCode(66)

  /// Loads a scenario, `-` for standard input.
  ///
  /// - Throws: `ExitCode` 65 or 66 after the findings were printed.
  public static func load(_ path: String, isQuiet: Bool = false) throws -> Scenario {
    let reading = ScenarioReader.read(path: path)
    let text = FindingText(sources: reading.sources)
    for finding in reading.findings where !isQuiet || finding.severity == .error {
      FileHandle.standardError.write(Data((text.text(of: finding) + "\n").utf8))
    }
    if let scenario = reading.scenario { return scenario }
    let isMissing = reading.findings.contains { $0.code == FindingCode.fileMissing.rawValue }
    throw isMissing ? missingInput : invalidInput
  }
}
