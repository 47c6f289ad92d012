import JourneyStatistics

/// Measured facts beside simulated figures.
public struct ObservedChart: Sendable {
  /// One fact.
  public struct Row: Sendable, Hashable {
    /// The words in the file.
    public var label: String
    /// The measured value.
    public var measured: String
    /// The simulated value alone; empty where there is none.
    public var value: String
    /// The simulated value with its interval, or why there is none.
    public var simulated: String
    /// Simulated over measured minus one; nil where there is no such figure.
    public var deviation: Estimate?
    /// Whether the two are close.
    public var tone: Tone
    /// Closeness in words ("3% higher").
    public var words: String

    /// Sign and words ("✓ 3% higher").
    public var verdict: String {
      switch tone {
      case .good: "✓ " + words
      case .bad: "✗ " + words
      case .open: "? " + words
      case .plain, .faint: words
      }
    }
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

/// What inputs do to a figure at both ends of their ranges.
public struct TornadoChart: Sendable {
  /// One end of an input's range.
  public struct End: Sendable, Hashable {
    /// The input's value in words.
    public var value: String
    /// What it does to the figure; nil where it cannot stand there.
    public var effect: Estimate?
    /// That in words.
    public var words: String
    /// Whether the figure gets better, if anything.
    public var isBetter: Bool
  }

  /// One input.
  public struct Row: Sendable, Hashable {
    /// Its path in the file.
    public var path: String
    /// What was typed.
    public var typed: String
    /// The lower end.
    public var low: End
    /// The upper end.
    public var high: End
  }

  /// The inputs, the greatest swing first.
  public var rows: [Row]
  /// The greatest effect drawn to either side.
  public var reach: Double
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
  /// Bands around it, the widest first; where there are none, the interval of `points` is drawn.
  public var bands: [Band] = []
  /// The same in other worlds, without bands.
  public var others: [Line] = []

  /// Where the curve may run, period by period.
  public struct Band: Sendable, Hashable {
    /// The share of possible curves within it.
    public var level: Double
    /// Lowest and highest share after 0, 1, 2, … periods.
    public var ranges: [ClosedRange<Double>]
  }

  /// A curve of another world.
  public struct Line: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its place among the colours of variants; nil for the world with all fixes.
    public var slot: Int?
    /// Share after 0, 1, 2, … periods.
    public var shares: [Double]
    /// The last share in words.
    public var endLabel: String
  }
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
