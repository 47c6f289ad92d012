import JourneyStatistics

/// The journey stage by stage: what travellers do, think and feel, what hurts, what would help, and who stands behind it.
public struct LaneMap: Sendable {
  /// One touchpoint in the first lane.
  public struct Step: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its channel's look.
    public var look: ChannelLook
    /// Share of travellers who come here.
    public var reach: Double
    /// What they do here, in words.
    public var does: String?
  }

  /// A pain point, or what would mend it.
  public struct Note: Sendable, Hashable {
    /// Its name.
    public var title: String
    /// Where and how much.
    public var detail: String
    /// Whether it changes anything for certain.
    public var isCertain: Bool
  }

  /// What stands behind a stage.
  public struct Backstage: Sendable, Hashable {
    /// Systems and work behind the scenes.
    public var systems: String
    /// Who is responsible.
    public var owner: String
  }

  /// One stage.
  public struct Column: Sendable {
    /// Its name.
    public var name: String
    /// Share of travellers who come here.
    public var reach: Double
    /// Its touchpoints.
    public var steps: [Step]
    /// What is thought, in quotation.
    public var thoughts: [String]
    /// Its pain points.
    public var pains: [Note]
    /// What would mend them, in the same order.
    public var opportunities: [Note]
    /// Who stands behind it.
    public var backstage: [Backstage]
  }

  /// The channels and their signs.
  public var channels: [ChannelLook]
  /// The stages.
  public var columns: [Column]
  /// The curve of what is felt; nil where no satisfaction is computed.
  public var curve: FeelingCurve?
}
