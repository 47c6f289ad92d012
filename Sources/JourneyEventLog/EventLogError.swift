import JourneyDiagnostics

/// Why an event log could not be read: the finding about one place of one file that ended the reading.
public struct EventLogError: Error, Sendable, Hashable {
  /// What kind of failure it is, which decides the exit code.
  public enum Kind: Sendable, Hashable {
    /// The file is not there or may not be opened.
    case missing
    /// What the file holds is not usable.
    case badData
    /// The columns asked for are not in the file, or none were asked for.
    case columns
  }

  /// The kind of failure.
  public var kind: Kind
  /// The stable kebab-case name of the rule that was broken.
  public var code: String
  /// The path of the file, or `-` for standard input.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// One sentence that names the offending value.
  public var message: String
  /// Further remarks.
  public var notes: [String]
  /// Ways out, in the imperative.
  public var fixes: [String]

  /// Creates an error.
  public init(
    _ kind: Kind = .badData,
    code: String,
    file: String,
    line: Int = 1,
    column: Int = 1,
    message: String,
    notes: [String] = [],
    fixes: [String] = []
  ) {
    self.kind = kind
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.notes = notes
    self.fixes = fixes
  }

  /// The error as a finding, like those about scenarios.
  public var diagnostic: Diagnostic {
    let place = SourcePosition(line: line, column: column)
    return Diagnostic(
      code: code,
      severity: .error,
      file: file,
      range: SourceRange(start: place, end: place),
      message: message,
      notes: notes.map { Diagnostic.Note($0) },
      fixes: fixes.map { Diagnostic.Fix($0) }
    )
  }
}
