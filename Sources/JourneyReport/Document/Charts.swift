import JourneyStatistics

/// Measured facts beside simulated figures.
public struct ObservedChart: Sendable {
  /// One fact.
  public struct Row: Sendable, Hashable {
    /// The words in the file.
    public var label: String
    /// The measured value.
    public var measured: String
    /// The simulated value with its interval, or why there is none.
    public var simulated: String
    /// Simulated over measured minus one; nil where there is no such figure.
    public var deviation: Estimate?
    /// Whether the two are close.
    public var tone: Tone
    /// Closeness in words ("3% higher").
    public var words: String
  }

  /// The facts in the analyst's order.
  public var rows: [Row]
  /// The greatest deviation drawn, as a share of the measured value.
  public var reach: Double
}

/// Where travellers are lost.
public struct LossChart: Sendable {
  /// One stage.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Share of all travellers who come here.
    public var reach: Double
    /// Share of all travellers lost here.
    public var lost: Estimate
    /// That share in words.
    public var text: Figure
  }

  /// The stages in order.
  public var rows: [Row]
}

/// A share over periods.
public struct CurveChart: Sendable {
  /// What is shown, in one sentence.
  public var finding: String
  /// Length of a period in words ("month"), for the axis.
  public var period: String
  /// Share after 0, 1, 2, … periods.
  public var points: [Estimate]
  /// The last value in words.
  public var endLabel: String
}

/// Personas side by side.
public struct PersonaPanels: Sendable {
  /// One persona.
  public struct Panel: Sendable {
    /// Its name.
    public var name: String
    /// What it wants or would say.
    public var words: String
    /// Its key figures: value and label.
    public var figures: [(value: String, label: String)]
    /// Mean by stage, nil where it has no visits.
    public var means: [Double?]
    /// Middle 80 % of visits by stage.
    public var bands: [ClosedRange<Double>?]
    /// Its lowest stage, where the figures tell it apart.
    public var lowest: Int?
    /// Shares of its visits by channel.
    public var channels: [Double]
    /// The finding, for those who cannot see the chart.
    public var finding: String
  }

  /// The stages.
  public var stages: [String]
  /// Mean by stage of all travellers.
  public var everyone: [Double?]
  /// The common range of points.
  public var range: ClosedRange<Double>
  /// The looks of the channels.
  public var looks: [ChannelLook]
  /// The personas in the analyst's order.
  public var panels: [Panel]
}
