import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneyReport
import JourneyScenario

/// Loads scenarios for the commands: findings go to standard error, and a scenario that cannot be run ends the
/// command with 65, one that is not there with 66.
public enum ScenarioLoading {
  /// Exit code where a model or data is not valid.
  public static let invalidInput = ExitCode(65)
  /// Exit code where an input is missing.
  public static let missingInput = ExitCode(66)

  /// Loads a scenario, `-` for standard input, with edits as in `--set 'run.seed=7'`.
  ///
  /// Warnings are printed; notes only where the scenario cannot be run.
  ///
  /// - Throws: `ExitCode` 65 or 66 after the findings were printed.
  public static func load(
    _ path: String,
    edits: [String] = [],
    isQuiet: Bool = false,
    isColoured: Bool = false
  ) throws -> Scenario {
    try settle(
      ScenarioReader.read(path: path, edits: edits.map { ScenarioEdit($0) }),
      isQuiet: isQuiet,
      isColoured: isColoured
    )
  }

  /// The same for a command that prints its answer.
  static func load(_ path: String, edits: [String], _ output: OutputOptions) throws -> Scenario {
    try load(path, edits: edits, isQuiet: output.quiet, isColoured: output.style.isColoured)
  }

  /// The scenario of a reading, after its findings were printed.
  ///
  /// - Throws: `ExitCode` 65 or 66 where there is none.
  static func settle(_ reading: ScenarioReading, isQuiet: Bool, isColoured: Bool) throws -> Scenario {
    let least: Severity = isQuiet ? .error : reading.scenario == nil ? .note : .warning
    let shown = reading.findings.filter { $0.severity >= least }
    if !shown.isEmpty {
      let text = FindingText(sources: reading.sources, isColoured: isColoured)
      FileHandle.standardError.write(Data(text.text(of: shown, suppressed: reading.suppressed).utf8))
    }
    if let scenario = reading.scenario { return scenario }
    throw exitCode(of: reading)
  }

  /// The exit code of a reading: 0, 65 for an invalid scenario, 66 for one that is not there.
  public static func exitCode(of reading: ScenarioReading) -> ExitCode {
    if reading.scenario != nil { return .success }
    let isMissing = reading.findings.contains { $0.code == FindingCode.fileMissing.rawValue }
    return isMissing ? missingInput : invalidInput
  }
}
