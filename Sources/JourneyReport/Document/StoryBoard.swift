/// One traveller's journey in two worlds, visit by visit.
public struct StoryBoard: Sendable {
  /// One visit.
  public struct Panel: Sendable, Hashable {
    /// The touchpoint.
    public var name: String
    /// The look of its channel.
    public var look: ChannelLook
    /// What is done here, in words; nil where the row above says it already.
    public var does: String?
    /// What is thought here; nil where the row above says it already.
    public var thinks: String?
    /// How it felt, in points of 100.
    public var felt: Double
    /// The mood afterwards, in points of 100.
    public var mood: Double
    /// Pain points that hit, with the points lost.
    public var pains: [String]
    /// What else happened ("change of channel −3").
    public var remarks: [String]
    /// Whether the other world has the same visit at the same place.
    public var isSame: Bool
  }

  /// One world.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var title: String
    /// Its visits; of a long journey the first and the last ones.
    public var panels: [Panel]
    /// Where visits are left out: before which panel, and how many.
    public var gap: (before: Int, count: Int)? { hidden > 0 ? (Self.first, hidden) : nil }
    /// Visits left out.
    public var hidden: Int
    /// How it ended.
    public var outcome: String
    /// Satisfaction with the journey, in points of 100.
    public var satisfaction: Double
    /// Satisfaction in words.
    public var satisfactionText: String

    /// Panels before a gap.
    static let first = 6
    /// Panels after it.
    static let last = 3
  }

  /// Today, then the other world.
  public var rows: [Row]
}
