import JourneyModel
import JourneyScenario
import JourneyStatistics

/// A figure with both kinds of doubt: noise of the simulation, and inputs that are not sure.
public struct LayeredEstimate: Sendable, Hashable {
  /// The figure with the inputs as typed, its interval of noise alone.
  public var noise: Estimate
  /// The mean over draws of the inputs, its interval of noise and inputs together, at 95 %.
  public var inputs: Estimate
  /// The same at 90 %.
  public var inputs90: ClosedRange<Double>
  /// The variance that the inputs bring; below 0 where noise hides it.
  public var inputVariance: Double
  /// Its 95 % interval.
  public var inputVarianceInterval: ClosedRange<Double>
  /// The share of draws in which the figure is above 0, noise taken out of each draw.
  public var positiveShare: Double

  /// Whether the inputs are seen to matter at all, beyond the noise of so few travellers per draw.
  public var isResolved: Bool { inputVarianceInterval.lowerBound > 0 }
}

/// A year's gain less the one-off cost, over draws of the inputs.
public struct MoneyOutlook: Sendable, Hashable {
  /// Share of draws in which the gain of a year is more than the cost.
  public var positiveShare: Double
  /// The middle of the draws.
  public var median: Double
  /// The tenth and the ninetieth percentile.
  public var middle80: ClosedRange<Double>
  /// With the inputs as typed.
  public var typed: Double
  /// Share of draws in which it is the best of all that cost money, doing nothing included.
  public var bestShare: Double
}

/// One change under uncertain inputs.
public struct UncertainVariant: Sendable {
  /// Its name.
  public var name: String
  /// What is done.
  public var operation: String
  /// Its figures' differences to today.
  public var differences: [(id: MetricID, estimate: LayeredEstimate)]
  /// Its place in the ranking, if it is ranked.
  public var standing: Standing?
  /// What it pays within a year, where arrivals, lifetime value and cost are known.
  public var money: MoneyOutlook?

  /// The difference of one figure.
  public func difference(_ id: MetricID) -> LayeredEstimate? { differences.first { $0.id == id }?.estimate }
}

/// The place of a change among those ranked, and how far it moves.
public struct Standing: Sendable, Hashable {
  /// Its rank with the inputs as typed, from 1.
  public var rank: Int
  /// The ranks of the middle 90 % of draws of the inputs.
  public var overInputs: ClosedRange<Int>
  /// The ranks under all rules of judgement.
  public var overRules: ClosedRange<Int>
  /// Share of draws in which it is first.
  public var firstShare: Double
}

/// Something that one would conclude from the run with the inputs as typed.
public struct Conclusion: Sendable, Hashable {
  /// What it is about.
  public enum Kind: Sendable, Hashable {
    /// A change ranks first.
    case first(name: String)
    /// A change makes the ranking figure better, or worse.
    case moves(name: String, isBetter: Bool)
    /// A year's gain is more than the cost, or less.
    case pays(name: String, isPaying: Bool)
    /// A target is met, or missed.
    case target(Target, isMet: Bool)
  }

  /// What is concluded.
  public var kind: Kind
  /// The share of draws of the inputs in which it holds, noise taken out.
  public var inputShare: Double
  /// The rules of judgement under which it does not hold.
  public var failingRules: [String]
  /// Whether it holds in at least 95 % of draws and under every rule.
  public var isRobust: Bool
}

/// What it is worth to know a number before deciding.
public struct InformationWorth: Sendable, Hashable {
  /// What would be measured: the path of a number, or of a row of moves.
  public var question: String
  /// The worth in the unit of the decision; nil where there are too few draws for so many numbers.
  public var worth: Estimate?
}

/// What is decided, and what knowing more would be worth to it.
public struct InformationOutlook: Sendable {
  /// What is decided.
  public enum Decision: Sendable, Hashable {
    /// Each change with a cost by itself: do it if a year's gain is more than its cost.
    case eachByMoney
    /// One of the changes, or none, by a year's gain less its cost.
    case oneByMoney
    /// One of the changes, or none, by the figure that ranks them.
    case oneByMetric(MetricID)
  }

  /// What is decided.
  public var decision: Decision
  /// The worth of knowing everything: no measurement is worth more.
  public var everything: Estimate
  /// The worth of each question, the greatest first.
  public var questions: [InformationWorth]
}

/// A ranking under another rule of judgement.
public struct RuleOutcome: Sendable {
  /// The rule.
  public var name: String
  /// The differences of the ranking figure, in the order of the variants; nil where not given.
  public var differences: [Estimate?]
}

/// A comparison under uncertain inputs and rules of judgement.
public struct UncertaintyResult: Sendable {
  /// The comparison with the inputs as typed.
  public var comparison: ComparisonResult
  /// The figure by which changes are ranked.
  public var metric: MetricID
  /// Draws of the inputs that could be run.
  public var draws: Int
  /// Travellers in each.
  public var travellersPerDraw: Int
  /// Draws whose values could not stand in the file, with the first reason.
  public var failedDraws: (count: Int, reason: String?)
  /// Numbers that are drawn.
  public var drawn: [ScenarioInput]
  /// Marked numbers that are not, with the reason.
  public var fixed: [ScenarioInputs.Fixed]
  /// Today's figures.
  public var levels: [(id: MetricID, estimate: LayeredEstimate)]
  /// The changes, in the order of the comparison.
  public var variants: [UncertainVariant]
  /// The rules of judgement that were tried.
  public var rules: [RuleOutcome]
  /// Travellers of each rule's run.
  public var travellersPerRule: Int
  /// What one would conclude, and whether it survives.
  public var conclusions: [Conclusion]
  /// What knowing more would be worth; nil without uncertain numbers, or with too few draws.
  public var information: InformationOutlook?

  /// A figure of today.
  public func level(_ id: MetricID) -> LayeredEstimate? { levels.first { $0.id == id }?.estimate }

  /// A change by its name and operation.
  public func variant(_ name: String, _ operation: String) -> UncertainVariant? {
    variants.first { $0.name == name && $0.operation == operation }
  }

  /// How many conclusions survive.
  public var robustCount: Int { conclusions.count { $0.isRobust } }
}
