/// How experiences become satisfaction, mood and leaving. The defaults are the scenario language's.
public struct SatisfactionModel: Sendable, Hashable {
  /// Weights of the remembered parts of a journey; they total 1.
  public struct Memory: Sendable, Hashable {
    /// Weight of the importance-weighted mean.
    public var average: Double
    /// Weight of the best moment.
    public var best: Double
    /// Weight of the worst moment.
    public var worst: Double
    /// Weight of the last moment.
    public var end: Double

    /// Creates memory weights.
    public init(average: Double = 0.5, best: Double = 0.1, worst: Double = 0.2, end: Double = 0.2) {
      self.average = average
      self.best = best
      self.worst = worst
      self.end = end
    }
  }

  /// Expectation of personas that have none of their own, in points.
  public var expects: Double = 72
  /// Weight of a pleasant surprise (Anderson & Sullivan 1993).
  public var gain: Double = 0.25
  /// How much more a disappointment weighs than a pleasant surprise (Brown et al. 2024).
  public var lossAversion: Double = 2
  /// How fast expectation follows experience within a journey, 0 for not at all (Das Gupta et al. 2016).
  public var adaptation: Double = 0
  /// What of a journey is remembered (Alaybek et al. 2022; Verhoef et al. 2004).
  public var memory = Memory()
  /// Weight of the newest moment in the mood, 0-1.
  public var moodNewest: Double = 0.3
  /// Mood-driven leaving: the leave hazard is multiplied by e to the minus this, per 10 points of mood.
  public var moodToLeave: Double = 0.4
  /// Points lost each time a wait grows e-fold past what was expected (staffed channels).
  public var waiting: Double = 8
  /// Points lost in a journey that ends in a loss.
  public var leavingCosts: Double = 10
  /// Standard deviation of survey answers around what is felt, in points.
  public var surveyNoise: Double = 10

  /// The default model.
  public init() {}
}

/// Who can be retained.
public enum RetentionBase: String, Sendable, Hashable, CaseIterable {
  /// Travellers who reached a goal outcome are customers.
  case goal
  /// All travellers are customers already.
  case everyone
}

/// How satisfaction becomes retention, period by period.
public struct RetentionModel: Sendable, Hashable {
  /// Money over a customer's life.
  public struct Value: Sendable, Hashable {
    /// Margin of one journey that reaches the goal, in the run's currency.
    public var marginPerPurchase: Double
    /// Discount rate per year, 0.1 for 10 %.
    public var discountPerYear: Double
    /// Number of periods, the first included.
    public var periods: Int

    /// Creates the money side.
    public init(marginPerPurchase: Double, discountPerYear: Double = 0, periods: Int = 12) {
      self.marginPerPurchase = marginPerPurchase
      self.discountPerYear = discountPerYear
      self.periods = periods
    }
  }

  /// Who can be retained.
  public var base: RetentionBase
  /// Length of a period in seconds.
  public var everySeconds: Double
  /// Probability to stay at `referencePoints`, for personas without one of their own.
  public var baseline: Probability
  /// Satisfaction at which `baseline` holds, in points.
  public var referencePoints: Double
  /// Factor on the odds of staying for every 10 points.
  public var oddsPer10Points: Double
  /// Beta heterogeneity 1/(alpha+beta+1); 0 means that all are alike (Fader & Hardie 2007).
  public var polarisation: Double
  /// Whether earlier journeys anchor cumulative satisfaction (Bolton 1998).
  public var anchorsOnPrevious: Bool
  /// Money, or nil where none was given.
  public var value: Value?

  /// Creates a retention model.
  public init(
    base: RetentionBase,
    everySeconds: Double,
    baseline: Probability,
    referencePoints: Double = 75,
    oddsPer10Points: Double = 1.4,
    polarisation: Double = 0.25,
    anchorsOnPrevious: Bool = true,
    value: Value? = nil
  ) {
    self.base = base
    self.everySeconds = everySeconds
    self.baseline = baseline
    self.referencePoints = referencePoints
    self.oddsPer10Points = oddsPer10Points
    self.polarisation = polarisation
    self.anchorsOnPrevious = anchorsOnPrevious
    self.value = value
  }

  /// Number of periods simulated unless the command says otherwise: the value model's, or 1 without one.
  public var periods: Int { value?.periods ?? 1 }
}
