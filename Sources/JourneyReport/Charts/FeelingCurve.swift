/// What travellers feel, stage by stage, as figures: bands of visits, the mean, and every touchpoint.
public struct FeelingCurve: Sendable, Hashable {
  /// One stage.
  public struct Stage: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Mean of its visits in points, nil without visits.
    public var mean: Double?
    /// Quantiles of its visits at 10, 25, 50, 75 and 90 %, empty without visits.
    public var quantiles: [Double]
    /// Mean with all fixes done, if that was run.
    public var target: Double? = nil

    /// Creates a stage.
    public init(name: String, mean: Double?, quantiles: [Double]) {
      self.name = name
      self.mean = mean
      self.quantiles = quantiles
    }
  }

  /// One touchpoint.
  public struct Dot: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Index of its stage.
    public var stage: Int
    /// Mean of its visits in points.
    public var mean: Double
    /// Share of travellers who come here.
    public var reach: Double
    /// Its channel's look.
    public var look: ChannelLook

    /// Creates a dot.
    public init(name: String, stage: Int, mean: Double, reach: Double, look: ChannelLook) {
      self.name = name
      self.stage = stage
      self.mean = mean
      self.reach = reach
      self.look = look
    }
  }

  /// The stages in order.
  public var stages: [Stage]
  /// The touchpoints in the analyst's order.
  public var dots: [Dot]
  /// What travellers expect, in points.
  public var expectation: Double?
  /// The same stages as each persona feels them, for those who want to look at one.
  public var personas: [Persona] = []

  /// Creates a curve.
  public init(stages: [Stage], dots: [Dot], expectation: Double? = nil) {
    self.stages = stages
    self.dots = dots
    self.expectation = expectation
  }
}
