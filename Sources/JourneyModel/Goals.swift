/// The figures that every command names in the same way.
public enum MetricID: Sendable, Hashable {
  /// Share of travellers who reach a goal outcome.
  case goal
  /// Mean journey satisfaction in points.
  case satisfaction
  /// Share of answers 4 or 5 of 5.
  case csatTop2
  /// Mean answer, 1-5.
  case csat
  /// Net promoter score, -100 to 100.
  case nps
  /// Customer effort score, 1-7.
  case ces
  /// Mean probability to stay after the first journey, among customers.
  case retention
  /// Share of all travellers who are customers and stay.
  case kept
  /// Retention after k periods.
  case retentionAfter(Int)
  /// Kept after k periods.
  case keptAfter(Int)
  /// Customer lifetime value per traveller.
  case clv
  /// Cost to serve per traveller.
  case cost
  /// Minutes per traveller.
  case minutes
  /// Visits per traveller.
  case visits
  /// Share of journeys cut off by a cap.
  case timedOut

  /// Those without a number of periods, in the order in which they are shown.
  public static let plain: [MetricID] = [
    .goal, .satisfaction, .csat, .csatTop2, .nps, .ces, .retention, .kept, .clv, .cost, .minutes, .visits,
    .timedOut,
  ]

  /// The id used in files, flags and JSON.
  public var text: String {
    switch self {
    case .goal: "goal"
    case .satisfaction: "satisfaction"
    case .csatTop2: "csatTop2"
    case .csat: "csat"
    case .nps: "nps"
    case .ces: "ces"
    case .retention: "retention"
    case .kept: "kept"
    case .retentionAfter(let periods): "retention@\(periods)"
    case .keptAfter(let periods): "kept@\(periods)"
    case .clv: "clv"
    case .cost: "cost"
    case .minutes: "minutes"
    case .visits: "visits"
    case .timedOut: "timedOut"
    }
  }

  /// Reads an id, or nil where it is none.
  public init?(_ text: String) {
    if let plain = Self.plain.first(where: { $0.text == text }) {
      self = plain
      return
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let periods = Int(parts[1]), periods > 0, String(periods) == parts[1] else {
      return nil
    }
    switch parts[0] {
    case "retention": self = .retentionAfter(periods)
    case "kept": self = .keptAfter(periods)
    default: return nil
    }
  }

  /// What the figure is counted in.
  public var unit: MetricUnit {
    switch self {
    case .goal, .csatTop2, .retention, .kept, .retentionAfter, .keptAfter, .timedOut: .share
    case .satisfaction: .points
    case .csat: .csatScale
    case .nps: .npsScale
    case .ces: .cesScale
    case .clv, .cost: .money
    case .minutes: .minutes
    case .visits: .count
    }
  }

  /// Whether more is better, worse, or neither.
  public var higherIsBetter: Bool? {
    switch self {
    case .goal, .satisfaction, .csatTop2, .csat, .nps, .ces, .retention, .kept, .retentionAfter, .keptAfter,
      .clv:
      true
    case .cost, .timedOut: false
    case .minutes, .visits: nil
    }
  }
}

/// What a figure is counted in.
public enum MetricUnit: String, Sendable, Hashable {
  /// A share in [0, 1].
  case share
  /// Points 0-100.
  case points
  /// Mean category 1-5.
  case csatScale = "csat 1-5"
  /// Net promoter points, -100 to 100.
  case npsScale = "nps"
  /// Mean category 1-7.
  case cesScale = "ces 1-7"
  /// Money in the run's currency.
  case money
  /// Minutes.
  case minutes
  /// A number per traveller.
  case count
}

/// A wish for a figure.
public struct Target: Sendable, Hashable {
  /// Which side is met.
  public enum Comparison: String, Sendable, Hashable {
    /// The figure or more.
    case atLeast = "at least"
    /// The figure or less.
    case atMost = "at most"
  }

  /// The figure.
  public var metric: MetricID
  /// Which side is met.
  public var comparison: Comparison
  /// The limit, in the metric's unit (shares as 0.43, satisfaction in points).
  public var value: Double

  /// Creates a target.
  public init(metric: MetricID, comparison: Comparison, value: Double) {
    self.metric = metric
    self.comparison = comparison
    self.value = value
  }
}

/// A fact that was measured; it drives nothing and stands beside the simulated figure.
public struct Observation: Sendable, Hashable {
  /// What was measured.
  public enum Quantity: Sendable, Hashable {
    /// A metric.
    case metric(MetricID)
    /// Share of visits to a touchpoint that end in leaving.
    case leaveAt(String)
    /// Mean satisfaction of visits to a touchpoint, in points.
    case satisfactionAt(String)
    /// Visits to a touchpoint per traveller.
    case visitsOf(String)
    /// Share of customers lost per year.
    case churnPerYear
  }

  /// The words in the file.
  public var label: String
  /// What was measured.
  public var quantity: Quantity
  /// The measured value, in the quantity's unit.
  public var value: Double

  /// Creates an observation.
  public init(label: String, quantity: Quantity, value: Double) {
    self.label = label
    self.quantity = quantity
    self.value = value
  }
}
