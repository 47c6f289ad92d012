import JourneyModel
import JourneyStatistics

/// One figure of a variant minus the baseline's, traveller by traveller.
public struct MetricDifference: Sendable, Hashable {
  /// Which figure.
  public var id: MetricID
  /// The baseline's value.
  public var baseline: Estimate
  /// The variant's value.
  public var variant: Estimate
  /// Variant minus baseline, paired.
  public var difference: Estimate
  /// The difference's p-value among those of the same figure in the answer; nil where it stands alone.
  public var adjustment: Adjustment?

  /// Creates it from its parts.
  public init(
    id: MetricID,
    baseline: Estimate,
    variant: Estimate,
    difference: Estimate,
    adjustment: Adjustment? = nil
  ) {
    self.id = id
    self.baseline = baseline
    self.variant = variant
    self.difference = difference
    self.adjustment = adjustment
  }

  /// What the interval lets us say.
  public enum Verdict: Sendable, Hashable {
    /// Better than the baseline.
    case better
    /// Worse than the baseline.
    case worse
    /// Different, where neither direction is better.
    case different
    /// Not told from zero, with all that stand beside it in mind.
    case noRealChange
  }

  /// Whether it may be called a change: its own interval excludes zero, and so does Holm's method over all rows.
  public var isReal: Bool { difference.excludesZero && adjustment?.isReal ?? true }

  /// What the interval and its company let us say.
  public var verdict: Verdict {
    guard isReal else { return .noRealChange }
    guard let higherIsBetter = id.higherIsBetter else { return .different }
    return (difference.mean > 0) == higherIsBetter ? .better : .worse
  }
}

/// One variant beside the baseline.
public struct VariantResult: Sendable {
  /// The variant's name.
  public var name: String
  /// What was changed (`fix`, `remove`, `variant`, …).
  public var operation: String
  /// The pain points it is about, for what-if runs.
  public var painPoints: [String]
  /// One-off cost where known, in the run's currency.
  public var cost: Double?
  /// The analyst's reason.
  public var because: String?
  /// Differences of the metrics that apply to both, in display order.
  public var metrics: [MetricDifference]
  /// Differences of a year's figures, paired; empty without arrivals, or where the variant changes them.
  public var year: [YearFigure]

  /// Creates it from its parts.
  public init(
    name: String,
    operation: String,
    painPoints: [String],
    cost: Double? = nil,
    because: String? = nil,
    metrics: [MetricDifference],
    year: [YearFigure] = []
  ) {
    self.year = year
    self.name = name
    self.operation = operation
    self.painPoints = painPoints
    self.cost = cost
    self.because = because
    self.metrics = metrics
  }

  /// The difference of one figure, or nil where it does not apply.
  public func metric(_ id: MetricID) -> MetricDifference? { metrics.first { $0.id == id } }
}

/// A baseline and variants, run with common random numbers.
public struct ComparisonResult: Sendable {
  /// The baseline journey.
  public var journey: Journey
  /// What the run was.
  public var stamp: RunStamp
  /// The baseline's figures.
  public var baseline: [MetricEstimate]
  /// The variants: in what-if, ranked by effect; in compare, in the order asked.
  public var variants: [VariantResult]
  /// Groups of names whose order the data do not settle, by rank; names in a group are ties.
  public var ties: [[String]]
  /// Which worlds may be the best in the main figure; nil where nobody asked.
  public var standing: BestStanding?
  /// The baseline's figures a year; empty without arrivals.
  public var year: [YearFigure]

  /// Creates it from its parts.
  public init(
    journey: Journey,
    stamp: RunStamp,
    baseline: [MetricEstimate],
    variants: [VariantResult],
    ties: [[String]],
    year: [YearFigure] = [],
    standing: BestStanding? = nil
  ) {
    self.year = year
    self.standing = standing
    self.journey = journey
    self.stamp = stamp
    self.baseline = baseline
    self.variants = variants
    self.ties = ties
  }
}
