import JourneyModel
import JourneyStatistics

/// What a run was: enough to repeat it.
public struct RunStamp: Sendable, Hashable {
  /// Number of travellers.
  public var travellers: Int
  /// Seed of all draws.
  public var seed: UInt64
  /// Periods simulated per retained customer, 1 for the first journey alone.
  public var periods: Int
  /// Version of the program.
  public var version: String
  /// Whether control variates took noise out of the figures.
  public var isControlled: Bool
  /// What became of a wish for precision; nil where the number of travellers was decided beforehand. Where it is
  /// there, all intervals of the run hold at every look.
  public var precision: PrecisionOutcome?

  /// Creates a stamp.
  public init(
    travellers: Int,
    seed: UInt64,
    periods: Int,
    version: String,
    isControlled: Bool = false,
    precision: PrecisionOutcome? = nil
  ) {
    self.travellers = travellers
    self.seed = seed
    self.periods = periods
    self.version = version
    self.isControlled = isControlled
    self.precision = precision
  }
}

/// One figure of a run.
public struct MetricEstimate: Sendable, Hashable {
  /// Which figure.
  public var id: MetricID
  /// Its value, in the metric's unit.
  public var estimate: Estimate
  /// For an effect, its p-value among those it is shown with; nil for a level.
  public var adjustment: Adjustment?

  /// Creates a figure.
  public init(id: MetricID, estimate: Estimate, adjustment: Adjustment? = nil) {
    self.id = id
    self.estimate = estimate
    self.adjustment = adjustment
  }

  /// For an effect: whether it may be called one, with all that are shown beside it in mind.
  public var isReal: Bool { estimate.excludesZero && adjustment?.isReal ?? true }
}

/// A target beside what was simulated.
public struct TargetVerdict: Sendable, Hashable {
  /// How a target stands.
  public enum Verdict: String, Sendable, Hashable {
    /// The whole interval is on the wished side.
    case met
    /// The whole interval is on the other side.
    case missed
    /// The interval holds the limit.
    case undecided
  }

  /// The wish.
  public var target: Target
  /// The figure.
  public var estimate: Estimate
  /// How it stands.
  public var verdict: Verdict

  /// Creates a verdict.
  public init(target: Target, estimate: Estimate, verdict: Verdict) {
    self.target = target
    self.estimate = estimate
    self.verdict = verdict
  }
}

/// A measured fact beside what was simulated.
public struct ObservationComparison: Sendable, Hashable {
  /// The fact.
  public var observation: Observation
  /// The simulated figure in the same unit, or nil where the run does not give it.
  public var simulated: Estimate?

  /// Creates a comparison.
  public init(observation: Observation, simulated: Estimate?) {
    self.observation = observation
    self.simulated = simulated
  }
}

/// All estimates of one run of one journey.
public struct SimulationResult: Sendable {
  /// The journey that was run.
  public var journey: Journey
  /// What the run was.
  public var stamp: RunStamp
  /// The key figures that apply, in display order.
  public var metrics: [MetricEstimate]
  /// Shares of the ways in which journeys ended, in the analyst's order.
  public var outcomes: [OutcomeEstimate]
  /// Every touchpoint, in the analyst's order.
  public var touchpoints: [TouchpointEstimate]
  /// Every stage, in the analyst's order.
  public var stages: [StageEstimate]
  /// Every channel, in the analyst's order.
  public var channels: [ChannelEstimate]
  /// Moves per traveller, `START` and outcomes included, most frequent first.
  public var flows: [FlowEstimate]
  /// Every pain point, in the analyst's order.
  public var pains: [PainEstimate]
  /// Every persona, in the analyst's order.
  public var personas: [PersonaEstimate]
  /// Retention after 1, 2, … periods, among customers; empty without a retention model.
  public var retentionCurve: [Estimate]
  /// Kept after 1, 2, … periods, among all travellers.
  public var keptCurve: [Estimate]
  /// Typed beside simulated where they differ by more than a point.
  public var typedDifferences: [TypedDifference]
  /// Targets beside simulated figures.
  public var targets: [TargetVerdict]
  /// Measured facts beside simulated figures.
  public var observed: [ObservationComparison]
  /// What the exact answer says of this run.
  public var exact: ExactComparison
  /// From every stage to every later one.
  public var conversions: [StageConversion]
  /// The five A's, where the scenario maps them.
  public var fiveAs: [FiveAsEstimate]
  /// Figures of a year's arrivals; empty without arrivals.
  public var year: [YearFigure]

  /// Creates it from its parts.
  public init(
    journey: Journey,
    stamp: RunStamp,
    metrics: [MetricEstimate],
    outcomes: [OutcomeEstimate],
    touchpoints: [TouchpointEstimate],
    stages: [StageEstimate],
    channels: [ChannelEstimate],
    flows: [FlowEstimate],
    pains: [PainEstimate],
    personas: [PersonaEstimate],
    retentionCurve: [Estimate],
    keptCurve: [Estimate],
    typedDifferences: [TypedDifference],
    targets: [TargetVerdict],
    observed: [ObservationComparison],
    exact: ExactComparison,
    conversions: [StageConversion] = [],
    fiveAs: [FiveAsEstimate] = [],
    year: [YearFigure] = []
  ) {
    self.conversions = conversions
    self.fiveAs = fiveAs
    self.year = year
    self.journey = journey
    self.stamp = stamp
    self.metrics = metrics
    self.outcomes = outcomes
    self.touchpoints = touchpoints
    self.stages = stages
    self.channels = channels
    self.flows = flows
    self.pains = pains
    self.personas = personas
    self.retentionCurve = retentionCurve
    self.keptCurve = keptCurve
    self.typedDifferences = typedDifferences
    self.targets = targets
    self.observed = observed
    self.exact = exact
  }

  /// The figure with an id, or nil where it does not apply.
  public func metric(_ id: MetricID) -> Estimate? { metrics.first { $0.id == id }?.estimate }
}
