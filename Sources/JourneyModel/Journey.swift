/// How a scenario is run.
public struct RunSettings: Sendable, Hashable {
  /// Whether satisfaction is shown in points or as the CSAT read-out.
  public enum Display: String, Sendable, Hashable, CaseIterable {
    /// Points 0-100.
    case points
    /// Mean category 1-5.
    case csat
  }

  /// Number of travellers unless the command says otherwise.
  public var travellers: Int = 100_000
  /// Seed of all draws.
  public var seed: UInt64 = 1
  /// Arriving travellers per second, where given.
  public var arrivalsPerSecond: Double?
  /// The visits a journey may have; the move beyond ends as timed out.
  public var longestJourney: Int = 1_000
  /// Elapsed time, in seconds, after which a journey ends as timed out (tested after each visit).
  public var giveUpAfterSeconds: Double?
  /// Currency of all money, as written by the analyst.
  public var currency: String = ""
  /// How satisfaction is shown.
  public var display: Display = .points

  /// The default settings.
  public init() {}
}

/// A validated customer journey with its people: everything the engine needs, nothing left to check.
///
/// Only the scenario reader and the interventions make one; both keep its invariants: names are unique per kind and
/// NFC-normalised, every name that is used exists, every reachable touchpoint reaches an outcome, shares and memory
/// weights total 1, and `feels` stands on all touchpoints or on none.
public struct Journey: Sendable, Hashable {
  /// The journey's name.
  public var name: String
  /// What it is about, in words.
  public var about: String?
  /// How it is run.
  public var run = RunSettings()
  /// Stages in the analyst's order.
  public var stages: [Stage]
  /// Channels in the analyst's order.
  public var channels: [Channel]
  /// Points for changing channel.
  public var handoffs: Handoffs
  /// Touchpoints in the analyst's order.
  public var touchpoints: [Touchpoint]
  /// All outcomes, `leave` and `timed out` included, in the analyst's order.
  public var outcomes: [Outcome]
  /// Entries and transitions.
  public var paths: Paths
  /// Pain points in the analyst's order.
  public var painPoints: [PainPoint]
  /// Personas in the analyst's order, at least one.
  public var personas: [Persona]
  /// How experiences become satisfaction.
  public var satisfaction: SatisfactionModel
  /// How satisfaction becomes retention, or nil where the scenario has no such part.
  public var retention: RetentionModel?
  /// Wishes.
  public var targets: [Target]
  /// Measured facts.
  public var observed: [Observation]
  /// Which stages or outcomes stand for the five A's, or nil where the scenario does not say.
  public var fiveAs: FiveAs?
  /// Touchpoints that were closed: an option that leads there is drawn again.
  public var closed: Set<String> = []
  /// Touchpoints at which whoever gets there leaves (the removal effect of attribution).
  public var severed: Set<String> = []
  /// Touchpoints at which every visit is just what its traveller expects: no surprise, no hand-off loss.
  public var neutral: Set<String> = []

  /// Creates a journey from parts that were already checked.
  public init(
    name: String,
    about: String? = nil,
    run: RunSettings = RunSettings(),
    stages: [Stage] = [],
    channels: [Channel] = [],
    handoffs: Handoffs = Handoffs(),
    touchpoints: [Touchpoint],
    outcomes: [Outcome],
    paths: Paths,
    painPoints: [PainPoint] = [],
    personas: [Persona] = [.everyone],
    satisfaction: SatisfactionModel = SatisfactionModel(),
    retention: RetentionModel? = nil,
    targets: [Target] = [],
    observed: [Observation] = [],
    fiveAs: FiveAs? = nil
  ) {
    self.name = name
    self.about = about
    self.run = run
    self.stages = stages
    self.channels = channels
    self.handoffs = handoffs
    self.touchpoints = touchpoints
    self.outcomes = outcomes
    self.paths = paths
    self.painPoints = painPoints
    self.personas = personas
    self.satisfaction = satisfaction
    self.retention = retention
    self.targets = targets
    self.observed = observed
    self.fiveAs = fiveAs
  }

  /// Whether touchpoints have a quality; a plain chain has none, and no satisfaction is computed for it.
  public var hasQuality: Bool { touchpoints.first?.feels != nil }

  /// Whether this is a plain chain: no quality, no pain points, no durations; it is solved exactly.
  public var isPlainChain: Bool {
    !hasQuality && painPoints.isEmpty && touchpoints.allSatisfy { $0.takes == nil }
  }

  /// The row that a persona uses at a touchpoint; nil means the journey's entry (`START`).
  public func row(at touchpoint: String?, for persona: Persona) -> PathRow {
    guard let touchpoint else { return persona.start ?? paths.start }
    return persona.rows[touchpoint] ?? paths.rows[touchpoint] ?? PathRow([])
  }

  /// The row by which a retained customer of a persona enters again.
  ///
  /// The most specific row that was written wins: the persona's `RETURN`, the journey's `RETURN`, the persona's
  /// `START`, the journey's `START`.
  public func returningRow(for persona: Persona) -> PathRow {
    persona.returning ?? paths.returning ?? persona.start ?? paths.start
  }
}
