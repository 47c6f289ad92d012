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
  /// How many further findings were left out.
  public var suppressed: Int
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
///
/// Edits are changes asked for from outside the file; they are applied before anything is checked.
public enum ScenarioReader {
  /// Reads a file, `-` for standard input.
  ///
  /// - Throws: `ScenarioError` with all findings where one is an error.
  public static func load(path: String, edits: [ScenarioEdit] = []) throws(ScenarioError) -> Scenario {
    try read(path: path, edits: edits).get()
  }

  /// Reads a text; `path` names it in findings and is where `extends` starts from.
  ///
  /// - Throws: `ScenarioError` with all findings where one is an error.
  public static func load(
    text: String,
    path: String = "scenario.yaml",
    edits: [ScenarioEdit] = []
  ) throws(ScenarioError) -> Scenario {
    try read(text: text, path: path, edits: edits).get()
  }

  /// Reads a file and says everything about it.
  public static func read(path: String, edits: [ScenarioEdit] = []) -> ScenarioReading {
    var session = ReadingSession()
    return session.read(path: path, edits: edits)
  }

  /// Reads a file or a text and lists its numbers; nil inputs where it cannot be run.
  ///
  /// - Parameter text: the text, or nil where it is to be read from the path.
  public static func inputs(
    path: String,
    text: String? = nil,
    edits: [ScenarioEdit] = []
  ) -> (reading: ScenarioReading, inputs: ScenarioInputs?) {
    var session = ReadingSession()
    let reading =
      text.map { session.read(text: $0, path: path, edits: edits) } ?? session.read(path: path, edits: edits)
    guard let scenario = reading.scenario, let document = session.document else { return (reading, nil) }
    return (reading, ScenarioInputs(scenario, document, sources: session.findings.sources))
  }

  /// Reads a text and says everything about it.
  ///
  /// - Complexity: O(length of the text), and again for each variant that edits the document.
  public static func read(
    text: String,
    path: String = "scenario.yaml",
    edits: [ScenarioEdit] = []
  ) -> ScenarioReading {
    var session = ReadingSession()
    return session.read(text: text, path: path, edits: edits)
  }
}
