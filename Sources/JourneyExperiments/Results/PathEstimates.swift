import JourneyModel
import JourneyStatistics

/// One whole journey: the exact sequence of touchpoints and how it ended.
public struct PathEstimate: Sendable, Hashable {
  /// Its touchpoints in order, repeats included.
  public var touchpoints: [String]
  /// How it ended.
  public var outcome: String
  /// Travellers who took it.
  public var journeys: Int
  /// Their share among the journeys that are ranked.
  public var share: Estimate
  /// Their mean satisfaction, in points; nil without quality.
  public var satisfaction: Estimate?

  /// Creates it from its parts.
  public init(
    touchpoints: [String],
    outcome: String,
    journeys: Int,
    share: Estimate,
    satisfaction: Estimate? = nil
  ) {
    self.touchpoints = touchpoints
    self.outcome = outcome
    self.journeys = journeys
    self.share = share
    self.satisfaction = satisfaction
  }
}

/// The commonest journeys to an outcome.
public struct PathRanking: Sendable, Hashable {
  /// The outcomes whose journeys are ranked, in the analyst's order; empty stands for all.
  public var outcomes: [String]
  /// Journeys that ended so.
  public var journeys: Int
  /// How many different ones there were; nil where there were too many to be counted one by one.
  public var different: Int?
  /// The commonest, in order.
  public var paths: [PathEstimate]
  /// Share of the journeys that are ranked which took one of `paths`; nil without journeys.
  public var together: Estimate?
  /// Journeys of the commonest path that is not in `paths`; nil where there is none.
  public var next: Int?
  /// A path is certain to be counted where more journeys than this took it; 0 where all are.
  public var least: Int

  /// Creates it from its parts.
  public init(
    outcomes: [String],
    journeys: Int,
    different: Int?,
    paths: [PathEstimate],
    together: Estimate?,
    next: Int? = nil,
    least: Int = 0
  ) {
    self.outcomes = outcomes
    self.journeys = journeys
    self.different = different
    self.paths = paths
    self.together = together
    self.next = next
    self.least = least
  }

  /// How many ranks from the top the intervals keep apart.
  public var settledRanks: Int {
    var settled = 0
    for (upper, lower) in zip(paths, paths.dropFirst()) {
      guard upper.share.low > lower.share.high else { break }
      settled += 1
    }
    return settled
  }
}

/// Where travellers are, visit by visit.
public struct StepMatrix: Sendable, Hashable {
  /// One touchpoint, or one way to have ended.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Travellers by step.
    public var counts: [Int]

    /// Creates a row.
    public init(name: String, counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  /// Travellers.
  public var travellers: Int
  /// Touchpoints in the analyst's order: travellers whose n-th visit is here.
  public var touchpoints: [Row]
  /// Outcomes in the analyst's order: travellers whose journey had ended so before their n-th visit.
  public var ended: [Row]

  /// Creates it from its parts.
  public init(travellers: Int, touchpoints: [Row], ended: [Row]) {
    self.travellers = travellers
    self.touchpoints = touchpoints
    self.ended = ended
  }

  /// The number of steps.
  public var steps: Int { touchpoints.first?.counts.count ?? 0 }

  /// A count as a share of all travellers.
  public func share(_ count: Int) -> Estimate {
    .share(successes: count, of: travellers) ?? .exact(0)
  }
}

/// What the view of paths and the one of steps show.
public struct PathsResult: Sendable {
  /// The commonest journeys.
  public var ranking: PathRanking
  /// Visit by visit.
  public var steps: StepMatrix

  /// Creates it from its parts.
  public init(ranking: PathRanking, steps: StepMatrix) {
    self.ranking = ranking
    self.steps = steps
  }
}
