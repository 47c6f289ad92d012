import JourneyModel
import JourneyStatistics

/// Effects of changes, one row per pain point or variant, one column per figure.
public struct ForestTable: Sendable {
  /// One figure.
  public struct Column: Sendable, Hashable {
    /// Which figure.
    public var metric: MetricID
    /// Its heading.
    public var title: String
    /// Today's value in words.
    public var today: String
    /// Smallest and greatest value drawn, in display units.
    public var range: ClosedRange<Double>
    /// Round figures within the range.
    public var ticks: [Double]
    /// Decimals of the ticks.
    public var tickDecimals: Int
  }

  /// One effect.
  public struct Effect: Sendable, Hashable {
    /// Variant minus baseline, in display units.
    public var difference: Estimate
    /// In words, or nil where there is no real change.
    public var text: Figure?
    /// The same difference with uncertain inputs, noise included, in display units; nil where no input is uncertain.
    public var inputs: Estimate?
    /// Better, worse, or no real change.
    public var tone: Tone
  }

  /// Both worlds of one figure.
  public struct Cell: Sendable, Hashable {
    /// With the fix as its owner expects it to work.
    public var costed: Effect?
    /// With the pain point gone.
    public var perfect: Effect?
  }

  /// One pain point, or all together.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var title: String
    /// Its rank in words ("1", "2="), empty for the last row.
    public var rank: String
    /// The touchpoint it belongs to.
    public var touchpoint: String
    /// The look of that touchpoint's channel.
    public var look: ChannelLook?
    /// What would mend it.
    public var fix: String?
    /// What that costs once.
    public var cost: String?
    /// How well it works.
    public var works: String?
    /// Share of visits that it hits.
    public var incidence: String
    /// Its effects, one per column.
    public var cells: [Cell]
    /// Whether this row is all of them at once.
    public var isTotal: Bool
  }

  /// What the rows are, as a heading.
  public var rowHeading: String
  /// The figures.
  public var columns: [Column]
  /// The pain points by rank, all together last; or the variants in the order asked.
  public var rows: [Row]
  /// Whether any row has a fix with a cost.
  public var hasCosts: Bool
  /// Whether rows say what share of visits they concern.
  public var hasIncidence: Bool
}
