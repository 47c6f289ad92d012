import JourneyDiagnostics

/// Why a log that could be read cannot be fitted as asked.
public struct CalibrationError: Error, Sendable, Hashable {
  /// The stable kebab-case name of the rule that was broken.
  public var code: String
  /// One sentence that names the offending value.
  public var message: String
  /// Further remarks.
  public var notes: [String]
  /// Ways out, in the imperative.
  public var fixes: [String]

  /// Creates an error.
  public init(code: String, message: String, notes: [String] = [], fixes: [String] = []) {
    self.code = code
    self.message = message
    self.notes = notes
    self.fixes = fixes
  }

  /// The error as a finding about a log as a whole.
  public func diagnostic(file: String) -> Diagnostic {
    Diagnostic(
      code: code,
      severity: .error,
      file: file,
      range: .fileStart,
      message: message,
      notes: notes.map { Diagnostic.Note($0) },
      fixes: fixes.map { Diagnostic.Fix($0) }
    )
  }
}
