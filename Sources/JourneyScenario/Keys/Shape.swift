/// A kind of mapping in a scenario: its keys in the order in which they are best written.
package struct Shape: Sendable {
  /// What a value of a key is.
  package indirect enum Kind: Sendable {
    case text
    case name
    case count(ClosedRange<Int>)
    case seed
    case number
    case probability
    case points
    case handoffPoints
    case quality
    case severity
    case duration
    case fixedDuration
    case money
    case rate
    case sharePerYear
    case baseline
    case visits
    case hits
    case colour
    case choice([String])
    case outcome
    case comparison
    case observation
    case row
    case anything
    case list(Kind)
    /// Names of the analyst's own, each with a value.
    case named(Kind)
    case mapping(@Sendable () -> Shape)
  }

  /// One key.
  package struct Key: Sendable {
    package var name: String
    /// One sentence.
    package var summary: String
    package var kind: Kind
    package var unit: String?
    /// The statistic that the number is (a mean, a median, a share of …).
    package var statistic: String?
    package var standard: String?
    package var example: String
    package var isRequired: Bool

    init(
      _ name: String,
      _ summary: String,
      _ kind: Kind,
      unit: String? = nil,
      statistic: String? = nil,
      standard: String? = nil,
      example: String,
      isRequired: Bool = false
    ) {
      self.name = name
      self.summary = summary
      self.kind = kind
      self.unit = unit
      self.statistic = statistic
      self.standard = standard
      self.example = example
      self.isRequired = isRequired
    }
  }

  /// What the mapping is called in a message, as in `a touchpoint`.
  package var title: String
  package var keys: [Key]
}
