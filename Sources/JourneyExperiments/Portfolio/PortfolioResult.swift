import JourneyModel
import JourneyStatistics

/// The set of fixes that a budget should buy.
public struct PortfolioResult: Sendable {
  /// The journey as it stands.
  public var journey: Journey
  /// The figure that is maximised.
  public var metric: MetricID
  /// What may be spent, in the run's currency.
  public var budget: Double
  /// The run that proposed the candidates.
  public var stamp: RunStamp
  /// The first traveller of the second run, which chose among them; it sent as many, none of them in the first.
  public var firstFreshTraveller: UInt64
  /// Every fix that was weighed, greatest worth as part of all first.
  public var fixes: [FixWorth]
  /// Pairs that bring more or less together than alone, largest first; those that cannot be told are left out.
  public var pairs: [PairWorth]
  /// What all fixes bring together (first run).
  public var together: Estimate
  /// Fixes that were left out because sets of more than twenty are not all looked at.
  public var leftOut: [String]
  /// The sets that were simulated again, best first; the first is the choice. Empty where the budget buys nothing.
  public var candidates: [Candidate]
  /// The set that a list sorted by benefit per money gives; in `candidates` too.
  public var greedy: [String]
  /// The most that each amount of money buys by the pairwise model, cheapest first.
  public var frontier: [FrontierPoint]

  /// One fix.
  public struct FixWorth: Sendable, Hashable {
    /// The pain point that it mends.
    public var painPoint: String
    /// One-off cost.
    public var cost: Double
    /// What it brings alone.
    public var alone: Estimate
    /// What that is worth among all fixes.
    public var aloneAdjustment: Adjustment
    /// What it is worth as part of all (Shapley value).
    public var share: Estimate
    /// What that is worth among all fixes.
    public var shareAdjustment: Adjustment
  }

  /// Two fixes that do not simply add up.
  public struct PairWorth: Sendable, Hashable {
    /// The pain points.
    public var first: String
    /// The other one.
    public var second: String
    /// What both bring beyond the sum; above 0 they are complements, below substitutes. The intervals of all pairs
    /// hold together.
    public var extra: Estimate
  }

  /// A set that was simulated again with fresh travellers.
  public struct Candidate: Sendable {
    /// The pain points fixed, in canonical order.
    public var painPoints: [String]
    /// One-off cost.
    public var cost: Double
    /// What it brought in the first run, which proposed it.
    public var predicted: Double
    /// What it brings (fresh travellers, against today); the intervals of all candidates hold together.
    public var effect: Estimate
    /// How far it can be behind or ahead of the best of the other candidates, at 95 % for all together.
    public var againstBest: BestOf.Interval
    /// All figures against today, each with its own interval.
    public var metrics: [MetricDifference]
    /// A year's figures against today; empty without arrivals.
    public var year: [YearFigure] = []
  }

  /// The best set for an amount of money.
  public struct FrontierPoint: Sendable, Hashable {
    /// One-off cost.
    public var cost: Double
    /// Benefit by the pairwise model of the first run.
    public var predicted: Double
    /// The pain points fixed.
    public var painPoints: [String]
    /// Whether it lies on the frontier's hull: from point to point of the hull each further unit of money buys less.
    public var isOnHull: Bool
  }

  /// The choice, or nil where no set that the budget allows is better than doing nothing.
  public var choice: Candidate? { candidates.first }

  /// The other candidates that may be the best.
  public var ties: [Candidate] { candidates.dropFirst().filter(\.againstBest.mayBeBest) }
}
