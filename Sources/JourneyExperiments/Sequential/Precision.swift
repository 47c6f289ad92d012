import JourneyModel
import JourneyStatistics

/// How precise a run should be; it then takes as many travellers as that needs.
public struct Precision: Sendable, Hashable {
  /// Half the width of an interval.
  public enum HalfWidth: Sendable, Hashable {
    /// Points of satisfaction or of a net promoter score; percentage points of a share. Above 0.
    case points(Double)
    /// An amount in a figure's own unit, above 0.
    case amount(Double, MetricUnit)
    /// A share of the figure itself, above 0; of today's figure where the figure is a difference.
    case relative(Double)

    /// The half-width in a figure's own unit; nil where the wish is in another.
    ///
    /// A relative one is g / (1 + g) of what was seen, so that it holds for the true value.
    public func wanted(of figure: Double, in unit: MetricUnit) -> Double? {
      switch (self, unit) {
      case (.points(let points), .share): points / 100
      case (.points(let points), .points), (.points(let points), .npsScale): points
      case (.points, _): nil
      case (.amount(let amount, let own), _): own == unit ? amount : nil
      case (.relative(let share), _): FixedWidth.halfWidth(relative: share, of: figure)
      }
    }
  }

  /// The half-width wished for.
  public var halfWidth: HalfWidth
  /// The figure that is to be so precise; nil for every target of a check.
  public var metric: MetricID?

  /// Where nothing else is said, a run ends after so many travellers, precise or not.
  public static let mostTravellers = 10_000_000

  /// A wish from its parts.
  public init(halfWidth: HalfWidth, metric: MetricID?) {
    self.halfWidth = halfWidth
    self.metric = metric
  }
}

/// What became of a wish for precision.
public struct PrecisionOutcome: Sendable, Hashable {
  /// Why a run ended.
  public enum Stop: String, Sendable, Hashable {
    /// Every figure that mattered was precise enough.
    case precise
    /// Every target of a check was decided before that.
    case decided
    /// The most travellers that might be sent came first.
    case cap
  }

  /// What was wished for.
  public var wish: Precision
  /// The half-width wished for, in the figure's own unit; nil for checks, where it differs from target to target.
  public var wanted: Double?
  /// The widest half-width at the end, in the same unit; nil for checks.
  public var reached: Double?
  /// How often the run was looked at.
  public var looks: Int
  /// Why it ended.
  public var stop: Stop
  /// About how many travellers the wish would take; nil where it was met, or would take more than can be sent.
  public var travellersNeeded: Int?
  /// The intervals of the run.
  public var sequence: ConfidenceSequence

  /// Creates it from its parts.
  public init(
    wish: Precision,
    wanted: Double? = nil,
    reached: Double? = nil,
    looks: Int,
    stop: Stop,
    travellersNeeded: Int? = nil,
    sequence: ConfidenceSequence
  ) {
    self.wish = wish
    self.wanted = wanted
    self.reached = reached
    self.looks = looks
    self.stop = stop
    self.travellersNeeded = travellersNeeded
    self.sequence = sequence
  }
}
