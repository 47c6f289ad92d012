import JourneyModel
import JourneyStatistics

/// What convinces people who read one screen: whether it looks like them, what to do, how far the evidence carries.
public struct Board: Sendable {
  /// Measured figures beside the simulated ones.
  public struct Likeness: Sendable, Hashable {
    /// The finding.
    public var heading: String
    /// The figures, six at most, those furthest from what was measured first.
    public var rows: [ObservedChart.Row]
    /// How many more there are.
    public var more: Int
  }

  /// One thing to do.
  public struct Action: Sendable, Hashable {
    /// What is done.
    public var title: String
    /// What it is for.
    public var detail: String
    /// Do, test first, don't; nil where money is not known.
    public var advice: String?
    /// How the advice is to be read.
    public var tone: Tone
    /// What it is worth, or what it changes.
    public var worth: String
    /// The interval of that, or nothing.
    public var interval: String
    /// Until it is earned back, or what it costs.
    public var payback: String
  }

  /// The list of things to do.
  public struct Actions: Sendable, Hashable {
    /// The finding.
    public var heading: String
    /// The heading of what it is worth.
    public var worth: String
    /// The heading of the last column.
    public var payback: String
    /// What to do, first things first.
    public var rows: [Action]
    /// All together, where that was walked.
    public var total: Action?
    /// How many more there are.
    public var more: Int
    /// The part of the report that has them all.
    public var part: ReportSection.ID
  }

  /// How sure the inputs are.
  public struct Basis: Sendable, Hashable {
    /// Inputs of one kind.
    public struct Part: Sendable, Hashable {
      /// How many.
      public var count: Int
      /// What they rest on.
      public var words: String
      /// How it is drawn: 0 firm to 3 said without a word on it.
      public var level: Int
    }

    /// The finding.
    public var heading: String
    /// The kinds that the file has, the firmest first.
    public var parts: [Part]
    /// What follows from it.
    public var sentences: [String]
    /// The part of the report about it, if there is one.
    public var part: ReportSection.ID?
  }

  /// Whether it looks like what was measured; nil where nothing was.
  public var likeness: Likeness?
  /// What to do; nil without fixes.
  public var actions: Actions?
  /// How far the evidence carries; nil where no number was written.
  public var basis: Basis?
}
