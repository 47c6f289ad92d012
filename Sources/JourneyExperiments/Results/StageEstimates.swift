import JourneyModel
import JourneyStatistics

/// How many of those who come to a stage come to another one, too.
public struct StageConversion: Sendable, Hashable {
  /// The earlier stage, in the analyst's order.
  public var from: String
  /// The later one.
  public var to: String
  /// Of the travellers who come to `from`, the share who come to `to` in the same journey; nil where nobody comes.
  public var share: Estimate?

  /// Creates it from its parts.
  public init(from: String, to: String, share: Estimate?) {
    self.from = from
    self.to = to
    self.share = share
  }
}

/// One of the five A's, and who gets there.
public struct FiveAsEstimate: Sendable, Hashable {
  /// Which one.
  public var step: FiveAs.Step
  /// The stage or outcome that stands for it.
  public var place: FiveAs.Place
  /// Share of all travellers who get there.
  public var reach: Estimate
  /// Those who get there over those who are aware: for `act` the purchase action ratio, for `advocate` the brand
  /// advocacy ratio (Kotler, Kartajaya & Setiawan 2017); nil where nobody is aware.
  public var ratio: Estimate?

  /// Creates it from its parts.
  public init(step: FiveAs.Step, place: FiveAs.Place, reach: Estimate, ratio: Estimate?) {
    self.step = step
    self.place = place
    self.reach = reach
    self.ratio = ratio
  }
}
