/// A declared friction: hits with a probability, hurts, delays, makes people leave or sends them elsewhere.
public struct PainPoint: Sendable, Hashable {
  /// A forced move after a hit.
  public struct Forced: Sendable, Hashable {
    /// Where to.
    public var to: Destination
    /// With what probability, given the hit.
    public var probability: Probability

    /// Creates a forced move.
    public init(to: Destination, probability: Probability) {
      self.to = to
      self.probability = probability
    }
  }

  /// Its name, NFC-normalised.
  public var name: String
  /// The touchpoint it belongs to.
  public var at: String
  /// Chance per visit, for personas without a chance of their own.
  public var hits: Probability
  /// Chance per visit by persona name, where it differs.
  public var hitsByPersona: [String: Probability]
  /// Points lost.
  public var hurts: SeverityLaw
  /// Time lost.
  public var delays: DurationLaw?
  /// Extra chance to give up.
  public var leaves: Probability
  /// Forced moves in canonical order, totalling at most 1; the remainder routes normally.
  public var sendsTo: [Forced]
  /// Cost to the company of one hit.
  public var costs: Double
  /// What would mend it.
  public var fix: Fix?

  /// Creates a pain point.
  public init(
    name: String,
    at: String,
    hits: Probability,
    hitsByPersona: [String: Probability] = [:],
    hurts: SeverityLaw = .constant(0),
    delays: DurationLaw? = nil,
    leaves: Probability = .zero,
    sendsTo: [Forced] = [],
    costs: Double = 0,
    fix: Fix? = nil
  ) {
    self.name = name
    self.at = at
    self.hits = hits
    self.hitsByPersona = hitsByPersona
    self.hurts = hurts
    self.delays = delays
    self.leaves = leaves
    self.sendsTo = sendsTo.sorted { $0.to.name.precedesCanonically($1.to.name) }
    self.costs = costs
    self.fix = fix
  }

  /// Chance per visit for a persona.
  public func hits(for persona: String) -> Probability { hitsByPersona[persona] ?? hits }
}

/// What would mend a pain point.
public struct Fix: Sendable, Hashable {
  /// What is done, in words.
  public var name: String?
  /// One-off cost in the run's currency.
  public var costs: Double?
  /// Share of hits that it prevents.
  public var works: Probability
  /// Time until it works, in seconds.
  public var leadTimeSeconds: Double?
  /// Who is responsible, in words.
  public var owner: String?

  /// Creates a fix.
  public init(
    name: String? = nil,
    costs: Double? = nil,
    works: Probability = .one,
    leadTimeSeconds: Double? = nil,
    owner: String? = nil
  ) {
    self.name = name
    self.costs = costs
    self.works = works
    self.leadTimeSeconds = leadTimeSeconds
    self.owner = owner
  }
}

/// A segment of customers and how it differs from the defaults.
public struct Persona: Sendable, Hashable {
  /// Its name, NFC-normalised.
  public var name: String
  /// Share of travellers; all shares total 1.
  public var share: Probability
  /// Expectation in points; nil means the scenario's.
  public var expects: Double?
  /// Factors on the weights of touchpoints by channel name.
  public var prefers: [String: Double]
  /// Factor on patience (waits of staffed channels).
  public var patience: Double
  /// Probability to stay at the reference satisfaction; nil means the retention model's.
  public var baseline: Probability?
  /// Strength of mood-driven leaving per 10 points; nil means the scenario's.
  public var moodToLeave: Double?
  /// Rows of its own.
  public var start: PathRow?
  /// Entry row of its own for retained customers.
  public var returning: PathRow?
  /// Rows of its own by touchpoint name.
  public var rows: [String: PathRow]
  /// What it wants, in words.
  public var goal: String?
  /// What it would say.
  public var quote: String?

  /// Creates a persona.
  public init(
    name: String,
    share: Probability,
    expects: Double? = nil,
    prefers: [String: Double] = [:],
    patience: Double = 1,
    baseline: Probability? = nil,
    moodToLeave: Double? = nil,
    start: PathRow? = nil,
    returning: PathRow? = nil,
    rows: [String: PathRow] = [:],
    goal: String? = nil,
    quote: String? = nil
  ) {
    self.name = name
    self.share = share
    self.expects = expects
    self.prefers = prefers
    self.patience = patience
    self.baseline = baseline
    self.moodToLeave = moodToLeave
    self.start = start
    self.returning = returning
    self.rows = rows
    self.goal = goal
    self.quote = quote
  }

  /// The single persona of a scenario that names none.
  public static let everyone = Persona(name: "everyone", share: .one)
}
