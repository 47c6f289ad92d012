import JourneyDiagnostics
import JourneyModel

/// A scenario that cannot be run, with everything that was found.
public struct ScenarioError: Error, Sendable {
  /// All findings, at least one of them an error.
  public var findings: [Diagnostic]
  /// The texts that the findings point into.
  public var sources: [SourceFile]
}

/// What came of reading a scenario.
public struct ScenarioReading: Sendable {
  /// The scenario, or nil where a finding is an error.
  public var scenario: Scenario?
  /// All findings in the order of the file.
  public var findings: [Diagnostic]
  /// The texts that the findings point into.
  public var sources: [SourceFile]

  /// The scenario.
  ///
  /// - Throws: `ScenarioError` where a finding is an error.
  public func get() throws(ScenarioError) -> Scenario {
    guard let scenario else { throw ScenarioError(findings: findings, sources: sources) }
    return scenario
  }
}

/// Reads scenario files: YAML or JSON, every problem at once.
public enum ScenarioReader {
  /// Reads a file, `-` for standard input.
  ///
  /// - Throws: `ScenarioError` with all findings where one is an error.
  public static func load(path: String) throws(ScenarioError) -> Scenario { try read(path: path).get() }

  /// Reads a text.
  ///
  /// - Throws: `ScenarioError` with all findings where one is an error.
  public static func load(text: String, path: String = "scenario.yaml") throws(ScenarioError) -> Scenario {
    try read(text: text, path: path).get()
  }

  /// Reads a file and says everything about it.
  public static func read(path: String) -> ScenarioReading {
    var session = ReadingSession()
    return session.read(path: path)
  }

  /// Reads a text and says everything about it.
  ///
  /// - Complexity: O(length of the text).
  public static func read(text: String, path: String = "scenario.yaml") -> ScenarioReading {
    var session = ReadingSession()
    return session.read(text: text, path: path)
  }
}
