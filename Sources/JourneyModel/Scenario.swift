/// A scenario file, read and validated: the journey as it stands and its named variants, ready to run.
public struct Scenario: Sendable {
  /// The path as the user wrote it.
  public var path: String
  /// SHA-256 of the text that was read, in hexadecimal.
  public var digest: String
  /// The scenario unchanged.
  public var baseline: Journey
  /// The named variants in the analyst's order, each fully applied.
  public var variants: [Variant]
  /// What had to be assumed, in words, each said once.
  public var assumptions: [String]
  /// How many of the scenario's numbers are how sure.
  public var evidence: Evidence

  /// Creates a scenario from parts that were already checked.
  public init(
    path: String,
    digest: String,
    baseline: Journey,
    variants: [Variant] = [],
    assumptions: [String] = [],
    evidence: Evidence = Evidence()
  ) {
    self.path = path
    self.digest = digest
    self.baseline = baseline
    self.variants = variants
    self.assumptions = assumptions
    self.evidence = evidence
  }
}

/// A named change to a scenario, applied.
public struct Variant: Sendable {
  /// Its name.
  public var name: String
  /// The analyst's reason, in words.
  public var because: String?
  /// What was changed, in a few words each (`fix slow product page`, `set channels.phone.staff to 11`).
  public var operations: [String]
  /// The journey after all changes.
  public var journey: Journey

  /// Creates a variant.
  public init(name: String, because: String? = nil, operations: [String], journey: Journey) {
    self.name = name
    self.because = because
    self.operations = operations
    self.journey = journey
  }
}

/// How sure the scenario's author is of its numbers.
public struct Evidence: Sendable, Hashable {
  /// One number with a status.
  public struct Mark: Sendable, Hashable {
    /// What a number rests on.
    public enum Kind: Sendable, Hashable {
      /// Nothing but a guess (`?`).
      case guess
      /// Somebody's own range, 0.2 for `(± 20%)`.
      case relative(Double)
      /// So many that were counted: `12% of 340`, `7241 seen`.
      case counted(Int)
    }

    /// The dotted path of the number in the file.
    public var path: String
    /// The number in its unit: shares in [0, 1], durations in seconds; the weight where moves were counted.
    public var value: Double
    /// What it rests on.
    public var kind: Kind

    /// Creates a mark.
    public init(path: String, value: Double, kind: Kind) {
      self.path = path
      self.value = value
      self.kind = kind
    }
  }

  /// How many numbers the analyst wrote.
  public var numbers: Int
  /// Those with a status, in file order.
  public var marks: [Mark]

  /// Creates a count.
  public init(numbers: Int = 0, marks: [Mark] = []) {
    self.numbers = numbers
    self.marks = marks
  }
}
