import JourneyModel
import JourneyStatistics

/// How often journeys ended in one way.
public struct OutcomeEstimate: Sendable, Hashable {
  /// The outcome.
  public var outcome: Outcome
  /// Share of travellers.
  public var share: Estimate
  /// The same share as it was counted, no noise taken out; what the exact answer is held against.
  public var counted: Estimate

  /// Creates it from its parts.
  public init(
    outcome: Outcome,
    share: Estimate,
    counted: Estimate? = nil
  ) {
    self.outcome = outcome
    self.share = share
    self.counted = counted ?? share
  }
}

/// What happened at one touchpoint.
public struct TouchpointEstimate: Sendable {
  /// Its name.
  public var name: String
  /// Its stage.
  public var stage: String?
  /// Its channel.
  public var channel: String?
  /// Visits per traveller.
  public var visits: Estimate
  /// Share of travellers who come here at all.
  public var reach: Estimate
  /// Mean satisfaction of a visit, in points; nil without visits or quality.
  public var satisfaction: Estimate?
  /// Mean quality of a visit, in points, before surprise.
  public var quality: Estimate?
  /// Share of visits that end in leaving.
  public var leave: Estimate?
  /// Share of all dissatisfaction; all touchpoints total 1.
  public var dissatisfaction: Estimate?
  /// What one more point of average quality here would change, told from this run alone; empty where it cannot be.
  public var moments: [MetricEstimate]
  /// Shares of visits that felt very bad, bad, neutral, good, very good (cut at 20, 40, 60, 80 points); empty without visits.
  public var feelings: [Double]

  /// Creates it from its parts.
  public init(
    name: String,
    stage: String? = nil,
    channel: String? = nil,
    visits: Estimate,
    reach: Estimate,
    satisfaction: Estimate? = nil,
    quality: Estimate? = nil,
    leave: Estimate? = nil,
    dissatisfaction: Estimate? = nil,
    moments: [MetricEstimate] = [],
    feelings: [Double]
  ) {
    self.name = name
    self.stage = stage
    self.channel = channel
    self.visits = visits
    self.reach = reach
    self.satisfaction = satisfaction
    self.quality = quality
    self.leave = leave
    self.dissatisfaction = dissatisfaction
    self.moments = moments
    self.feelings = feelings
  }
}

/// What happened in one stage.
public struct StageEstimate: Sendable {
  /// Its name.
  public var name: String
  /// Share of travellers who come here at all.
  public var reach: Estimate
  /// Mean satisfaction of a visit, in points; nil without visits or quality.
  public var satisfaction: Estimate?
  /// Quantiles of the satisfaction of visits at 10, 25, 50, 75 and 90 %, in points; empty without visits.
  public var quantiles: [Double]
  /// Share of travellers whose journey ends in a loss from this stage.
  public var lost: Estimate
  /// Of those who come here, the share who reach a goal; nil without goals or where nobody comes.
  public var goal: Estimate?

  /// Creates it from its parts.
  public init(
    name: String,
    reach: Estimate,
    satisfaction: Estimate? = nil,
    quantiles: [Double],
    lost: Estimate,
    goal: Estimate? = nil
  ) {
    self.goal = goal
    self.name = name
    self.reach = reach
    self.satisfaction = satisfaction
    self.quantiles = quantiles
    self.lost = lost
  }
}

/// What happened in one channel.
public struct ChannelEstimate: Sendable {
  /// Its name.
  public var name: String
  /// Visits per traveller.
  public var visits: Estimate
  /// Share of travellers who come here at all.
  public var reach: Estimate
  /// Mean satisfaction of a visit, in points.
  public var satisfaction: Estimate?
  /// Cost to serve per traveller.
  public var cost: Estimate

  /// Creates it from its parts.
  public init(
    name: String,
    visits: Estimate,
    reach: Estimate,
    satisfaction: Estimate? = nil,
    cost: Estimate
  ) {
    self.name = name
    self.visits = visits
    self.reach = reach
    self.satisfaction = satisfaction
    self.cost = cost
  }
}

/// How often a move was made.
public struct FlowEstimate: Sendable, Hashable {
  /// Where from; nil stands for the entry.
  public var from: String?
  /// Where to.
  public var to: Destination
  /// Moves per traveller.
  public var perTraveller: Double
  /// Share of those moves that a pain point forced.
  public var forcedShare: Double

  /// Creates it from its parts.
  public init(
    from: String? = nil,
    to: Destination,
    perTraveller: Double,
    forcedShare: Double
  ) {
    self.from = from
    self.to = to
    self.perTraveller = perTraveller
    self.forcedShare = forcedShare
  }
}

/// What one pain point did.
public struct PainEstimate: Sendable {
  /// The pain point.
  public var pain: PainPoint
  /// Hits per traveller.
  public var hits: Estimate
  /// Share of travellers hit at least once.
  public var reach: Estimate
  /// Share of visits to its touchpoint that it hits, as simulated.
  public var incidence: Estimate?
  /// What removing it would change, told from this run alone; empty where it cannot be told.
  public var effects: [MetricEstimate]
  /// Visits to its touchpoint per traveller: how often it has its chance.
  public var exposure: Estimate?

  /// Creates it from its parts.
  public init(
    pain: PainPoint,
    hits: Estimate,
    reach: Estimate,
    incidence: Estimate? = nil,
    effects: [MetricEstimate] = [],
    exposure: Estimate? = nil
  ) {
    self.effects = effects
    self.exposure = exposure
    self.pain = pain
    self.hits = hits
    self.reach = reach
    self.incidence = incidence
  }
}

/// What one persona experienced.
public struct PersonaEstimate: Sendable {
  /// The persona.
  public var persona: Persona
  /// Share of travellers in this run.
  public var share: Estimate
  /// The key figures of this persona alone.
  public var metrics: [MetricEstimate]
  /// Mean satisfaction of visits by stage, in the analyst's order of stages; nil where it has none.
  public var satisfactionByStage: [Estimate?]
  /// Quantiles (10, 25, 50, 75, 90 %) of the satisfaction of visits by stage.
  public var quantilesByStage: [[Double]]
  /// Share of its visits by channel, in the analyst's order of channels.
  public var channelShares: [Double]

  /// Creates it from its parts.
  public init(
    persona: Persona,
    share: Estimate,
    metrics: [MetricEstimate],
    satisfactionByStage: [Estimate?],
    quantilesByStage: [[Double]],
    channelShares: [Double]
  ) {
    self.persona = persona
    self.share = share
    self.metrics = metrics
    self.satisfactionByStage = satisfactionByStage
    self.quantilesByStage = quantilesByStage
    self.channelShares = channelShares
  }
}

/// A number that was typed beside what came out, with the reason.
public struct TypedDifference: Sendable, Hashable {
  /// What was typed.
  public enum Quantity: Sendable, Hashable {
    /// Share of visits to a touchpoint that end in leaving.
    case leaving(touchpoint: String)
    /// Mean quality at a touchpoint, in points.
    case quality(touchpoint: String)
    /// Share of moves from a place that take a path; nil stands for the entry.
    case path(from: String?, to: String)
  }

  /// What was typed.
  public var quantity: Quantity
  /// The typed value: shares in [0, 1], quality in points.
  public var typed: Double
  /// What came out.
  public var simulated: Estimate
  /// Why they differ, in words.
  public var reason: String

  /// Creates it from its parts.
  public init(
    quantity: Quantity,
    typed: Double,
    simulated: Estimate,
    reason: String
  ) {
    self.quantity = quantity
    self.typed = typed
    self.simulated = simulated
    self.reason = reason
  }
}

/// What the exact answer says of a run.
public struct ExactComparison: Sendable {
  /// One quantity in both worlds.
  public struct Line: Sendable, Hashable {
    /// What it is (`outcome done`, `visits of help`).
    public var label: String
    /// The exact value.
    public var exact: Double
    /// The simulated value.
    public var simulated: Double
    /// Simulated minus exact in standard errors.
    public var z: Double

    /// Creates it from its parts.
    public init(
      label: String,
      exact: Double,
      simulated: Double,
      z: Double
    ) {
      self.label = label
      self.exact = exact
      self.simulated = simulated
      self.z = z
    }
  }

  /// Whether the exact answer applies to this run.
  public var applies: Bool
  /// The mechanism that makes it inapplicable.
  public var reason: String?
  /// The comparisons, outcomes first.
  public var lines: [Line]
  /// Whether all lines agree, simultaneously at 99.99 %.
  public var agrees: Bool
  /// The greatest |z|.
  public var greatestZ: Double

  /// Creates it from its parts.
  public init(
    applies: Bool,
    reason: String? = nil,
    lines: [Line],
    agrees: Bool,
    greatestZ: Double
  ) {
    self.applies = applies
    self.reason = reason
    self.lines = lines
    self.agrees = agrees
    self.greatestZ = greatestZ
  }
}
