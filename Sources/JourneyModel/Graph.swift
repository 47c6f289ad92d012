/// An ordered group of touchpoints.
public struct Stage: Sendable, Hashable {
  /// Its name, NFC-normalised.
  public var name: String

  /// Creates a stage.
  public init(name: String) { self.name = name }
}

/// Where touchpoints happen.
public struct Channel: Sendable, Hashable {
  /// Its name, NFC-normalised.
  public var name: String
  /// Whether the company contacts the customer: arriving there is no hand-off, and the channel before is remembered.
  public var isOutbound: Bool
  /// A colour chosen by the analyst, `#RRGGBB`, for pictures.
  public var colour: String?
  /// A glyph chosen by the analyst, for pictures.
  public var glyph: String?

  /// Creates a channel.
  public init(name: String, isOutbound: Bool = false, colour: String? = nil, glyph: String? = nil) {
    self.name = name
    self.isOutbound = isOutbound
    self.colour = colour
    self.glyph = glyph
  }
}

/// Points gained (usually negative) when a customer changes channel; the most specific rule holds.
public struct Handoffs: Sendable, Hashable {
  /// One rule; nil stands for `any`.
  public struct Rule: Sendable, Hashable {
    /// The channel left, or nil for any.
    public var from: String?
    /// The channel entered, or nil for any.
    public var to: String?
    /// Points added to the quality at the new touchpoint.
    public var points: Double

    /// Creates a rule.
    public init(from: String?, to: String?, points: Double) {
      self.from = from
      self.to = to
      self.points = points
    }
  }

  /// Points where no rule fits.
  public var standard: Double
  /// The special rules.
  public var rules: [Rule]

  /// Creates a set of rules.
  public init(standard: Double = -3, rules: [Rule] = []) {
    self.standard = standard
    self.rules = rules
  }

  /// Points for going from one channel to another; 0 within a channel.
  ///
  /// The order of precedence is: both named, the channel entered named, the channel left named, the standard.
  public func points(from: String, to: String) -> Double {
    guard from != to else { return 0 }
    for (wantedFrom, wantedTo) in [(from, to), (nil, to), (from, nil)] as [(String?, String?)] {
      if let rule = rules.first(where: { $0.from == wantedFrom && $0.to == wantedTo }) { return rule.points }
    }
    return standard
  }
}

/// One contact between customer and company, in one channel.
public struct Touchpoint: Sendable, Hashable {
  /// Its name, NFC-normalised.
  public var name: String
  /// The stage it belongs to, if the journey has stages.
  public var stage: String?
  /// The channel it happens in, if the journey has channels.
  public var channel: String?
  /// Quality when nothing goes wrong; nil on all touchpoints of a plain chain.
  public var feels: QualityLaw?
  /// How long a visit takes.
  public var takes: DurationLaw?
  /// Cost to the company of one visit, in the run's currency.
  public var costs: Double
  /// Importance in memory and in dissatisfaction, 1 unless given.
  public var matters: Double
  /// How surprise works here.
  public var kano: Kano
  /// What customers do here, in words.
  public var does: String?
  /// What customers think here, in words.
  public var thinks: String?
  /// What happens behind the scenes, in words.
  public var backstage: String?
  /// Who is responsible, in words.
  public var owner: String?

  /// Creates a touchpoint.
  public init(
    name: String,
    stage: String? = nil,
    channel: String? = nil,
    feels: QualityLaw? = nil,
    takes: DurationLaw? = nil,
    costs: Double = 0,
    matters: Double = 1,
    kano: Kano = .performance,
    does: String? = nil,
    thinks: String? = nil,
    backstage: String? = nil,
    owner: String? = nil
  ) {
    self.name = name
    self.stage = stage
    self.channel = channel
    self.feels = feels
    self.takes = takes
    self.costs = costs
    self.matters = matters
    self.kano = kano
    self.does = does
    self.thinks = thinks
    self.backstage = backstage
    self.owner = owner
  }
}

/// What an outcome means for the company.
public enum OutcomeKind: String, Sendable, Hashable, CaseIterable {
  /// The journey's goal was reached.
  case goal
  /// The customer was lost.
  case loss
  /// Neither.
  case neutral
}

/// How a journey ends.
public struct Outcome: Sendable, Hashable {
  /// Its name, NFC-normalised.
  public var name: String
  /// What it means.
  public var kind: OutcomeKind
  /// Value to the company of one journey that ends so, in the run's currency.
  public var value: Double?
  /// Points added to the journey's satisfaction, overriding `leaving costs`.
  public var points: Double?
  /// Probability that a traveller who ends so stays, in place of the retention model.
  public var retention: Probability?

  /// The name of the outcome of travellers who give up.
  public static let leaveName = "leave"
  /// The name of the outcome of journeys cut off by the caps.
  public static let timedOutName = "timed out"

  /// Creates an outcome.
  public init(
    name: String,
    kind: OutcomeKind,
    value: Double? = nil,
    points: Double? = nil,
    retention: Probability? = nil
  ) {
    self.name = name
    self.kind = kind
    self.value = value
    self.points = points
    self.retention = retention
  }
}

/// Where a move leads: a touchpoint or an outcome, by name.
public enum Destination: Sendable, Hashable {
  /// On to a touchpoint.
  case touchpoint(String)
  /// The journey ends.
  case outcome(String)

  /// The name of the touchpoint or outcome.
  public var name: String {
    switch self {
    case .touchpoint(let name), .outcome(let name): name
    }
  }

  /// Giving up.
  public static let leave = Destination.outcome(Outcome.leaveName)
}

/// The options at one place, with relative weights.
public struct PathRow: Sendable, Hashable {
  /// One option.
  public struct Option: Sendable, Hashable {
    /// Where it leads.
    public var to: Destination
    /// Its weight relative to the row's others, at least 0.
    public var weight: Double

    /// Creates an option.
    public init(to: Destination, weight: Double) {
      self.to = to
      self.weight = weight
    }
  }

  /// The options in canonical order, each destination at most once.
  public var options: [Option]

  /// Creates a row, put into canonical order.
  public init(_ options: [Option]) {
    self.options = options.sorted { $0.to.name.precedesCanonically($1.to.name) }
  }

  /// The sum of the weights in canonical order.
  public var total: Double { options.reduce(0) { $0 + $1.weight } }

  /// The weight of an option, 0 where the row does not hold it.
  public func weight(to destination: Destination) -> Double {
    options.first { $0.to == destination }?.weight ?? 0
  }
}

/// Where journeys begin and where each touchpoint leads.
public struct Paths: Sendable, Hashable {
  /// Entry of new customers.
  public var start: PathRow
  /// Entry of retained customers; nil means as `start`.
  public var returning: PathRow?
  /// A row per touchpoint, by its name.
  public var rows: [String: PathRow]

  /// Creates paths.
  public init(start: PathRow, returning: PathRow? = nil, rows: [String: PathRow]) {
    self.start = start
    self.returning = returning
    self.rows = rows
  }
}
