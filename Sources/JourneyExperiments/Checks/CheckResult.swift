import JourneyModel
import JourneyStatistics

/// One traveller who shows why a target was missed.
public struct MissExample: Sendable, Hashable {
  /// The traveller's number, as `trace` takes it.
  public var traveller: UInt64
  /// The traveller's own value of the figure, in its unit (0 or 1 for shares of travellers).
  public var value: Double
  /// How the first journey ended.
  public var outcome: String
  /// How many travellers, from the first, were looked at.
  public var examined: Int

  /// Creates it from its parts.
  public init(traveller: UInt64, value: Double, outcome: String, examined: Int) {
    self.traveller = traveller
    self.value = value
    self.outcome = outcome
    self.examined = examined
  }
}

/// How one target stands.
public struct CheckedTarget: Sendable, Hashable {
  /// The wish.
  public var target: Target
  /// The figure, or nil where this run does not give it (too few periods, for instance).
  public var estimate: Estimate?
  /// How it stands; undecided where there is no figure.
  public var verdict: TargetVerdict.Verdict
  /// About how many travellers would settle an undecided target; nil where more would hardly help.
  public var travellersToSettle: Int?
  /// A traveller who shows a miss, where there is one among those looked at.
  public var example: MissExample?

  /// Creates it from its parts.
  public init(
    target: Target,
    estimate: Estimate?,
    verdict: TargetVerdict.Verdict,
    travellersToSettle: Int? = nil,
    example: MissExample? = nil
  ) {
    self.target = target
    self.estimate = estimate
    self.verdict = verdict
    self.travellersToSettle = travellersToSettle
    self.example = example
  }
}

/// All targets of a journey beside what a run gives.
public struct CheckResult: Sendable {
  /// The journey.
  public var journey: Journey
  /// What the run was.
  public var stamp: RunStamp
  /// The targets in the analyst's order.
  public var targets: [CheckedTarget]

  /// Creates it from its parts.
  public init(journey: Journey, stamp: RunStamp, targets: [CheckedTarget]) {
    self.journey = journey
    self.stamp = stamp
    self.targets = targets
  }

  /// How many targets stand so.
  public func count(_ verdict: TargetVerdict.Verdict) -> Int {
    targets.count { $0.verdict == verdict }
  }

  /// Whether the check passes: no target is missed and, where it is strict, none is undecided.
  public func passes(strictly isStrict: Bool) -> Bool {
    count(.missed) == 0 && (!isStrict || count(.undecided) == 0)
  }
}
