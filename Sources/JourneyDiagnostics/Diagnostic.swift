/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Probably not what was meant; the run goes on.
  case warning
  /// Nothing is run.
  case error

  /// Orders from note to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One finding about one place of an input: what is wrong, where, why, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// A further place that belongs to the finding, with a few words.
  public struct Note: Sendable, Hashable {
    /// The words under (or beside) the place.
    public var message: String
    /// The place, or nil where the note is about the finding as a whole.
    public var range: SourceRange?

    /// Creates a note.
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// One way out: words for a person and, where it is mechanical, the replacement text.
  public struct Fix: Sendable, Hashable {
    /// What to do, in the imperative.
    public var message: String
    /// The text that would replace `range`.
    public var replacement: String?
    /// The stretch that the replacement takes the place of.
    public var range: SourceRange?

    /// Creates a fix.
    public init(_ message: String, replacement: String? = nil, range: SourceRange? = nil) {
      self.message = message
      self.replacement = replacement
      self.range = range
    }
  }

  /// The stable kebab-case name of the rule, which `journey explain` explains.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The path of the file it is about.
  public var file: String
  /// The place in the file.
  public var range: SourceRange
  /// One sentence that names the offending value.
  public var message: String
  /// Further places and remarks.
  public var notes: [Note]
  /// Ways out.
  public var fixes: [Fix]

  /// Creates a finding.
  public init(
    code: String,
    severity: Severity,
    file: String,
    range: SourceRange,
    message: String,
    notes: [Note] = [],
    fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.range = range
    self.message = message
    self.notes = notes
    self.fixes = fixes
  }
}
