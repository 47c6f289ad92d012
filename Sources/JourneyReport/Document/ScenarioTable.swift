import JourneyModel
import JourneyStatistics

/// Variants beside today, figure by figure.
public struct ScenarioTable: Sendable {
  /// One variant.
  public struct Variant: Sendable, Hashable {
    /// Its letter in the strips, from B on.
    public var letter: String
    /// Its name.
    public var name: String
    /// The analyst's reason.
    public var because: String?
  }

  /// A variant's figure.
  public struct Cell: Sendable, Hashable {
    /// The variant's value in words.
    public var value: String
    /// Its difference from today in words, or nil where there is no real change.
    public var difference: Figure?
    /// Variant minus today, in display units.
    public var estimate: Estimate
    /// Better, worse, neither, or no real change.
    public var tone: Tone
  }

  /// One figure.
  public struct Row: Sendable, Hashable {
    /// Which figure.
    public var metric: MetricID
    /// What it is called.
    public var title: String
    /// Which way is better, in words.
    public var direction: String
    /// Today's value in words.
    public var today: String
    /// The variants' values, in their order; nil where a variant has no such figure.
    public var cells: [Cell?]
    /// Smallest and greatest difference drawn, in display units, zero included.
    public var range: ClosedRange<Double>
  }

  /// The variants in the order asked.
  public var variants: [Variant]
  /// The figures.
  public var rows: [Row]
}
