import JourneyModel
import JourneyScenario
import JourneyStatistics

/// What a sensitivity is of.
public enum SensitivitySubject: Sendable, Hashable {
  /// A figure of the scenario as it stands.
  case level
  /// The difference that a change makes to it.
  case difference(name: String, operation: String)
}

/// One end of an input's range.
public struct TornadoEnd: Sendable, Hashable {
  /// The value of the input.
  public var value: Double
  /// What it does to the subject; nil where the value cannot stand there.
  public var effect: Estimate?
  /// Why it cannot.
  public var problem: String?
}

/// What an input does to a figure at both ends of its range.
public struct TornadoBar: Sendable, Hashable {
  /// The input.
  public var input: ScenarioInput
  /// The lower end.
  public var low: TornadoEnd
  /// The upper end.
  public var high: TornadoEnd

  /// From the least to the greatest of both ends and no change.
  public var swing: Double {
    let effects = [low.effect?.mean, high.effect?.mean].compactMap { $0 } + [0]
    return (effects.max() ?? 0) - (effects.min() ?? 0)
  }

  /// Whether an end that could be run is seen to move the figure at all.
  public var isReal: Bool { [low.effect, high.effect].contains { $0?.excludesZero == true } }
}

/// The value of an input at which a conclusion changes.
public struct SwitchingValue: Sendable, Hashable {
  /// What is concluded as typed.
  public var conclusion: Conclusion.Kind
  /// The input.
  public var input: ScenarioInput
  /// The value at which it changes, within `precision`.
  public var value: Double
  /// How far the value may be off by the search alone.
  public var precision: Double
  /// What becomes first instead, where the ranking changes.
  public var instead: String?
  /// Whether the value lies within the input's own range.
  public var isWithinRange: Bool
}

/// How much an input matters wherever the others stand.
public struct ScreenedInput: Sendable, Hashable {
  /// The input.
  public var input: ScenarioInput
  /// Its elementary effects.
  public var effect: Morris.Effect
}

/// What would change our mind.
public struct SensitivityResult: Sendable {
  /// The journey.
  public var journey: Journey
  /// What the long run with inputs as typed was.
  public var stamp: RunStamp
  /// The figure.
  public var metric: MetricID
  /// What is looked at.
  public var subject: SensitivitySubject
  /// The subject with all inputs as typed.
  public var today: Estimate
  /// Travellers behind each bar.
  public var travellers: Int
  /// The inputs, the greatest swing first; those without any effect left out.
  public var bars: [TornadoBar]
  /// Inputs that were tried and move nothing, ends that could be run.
  public var idle: Int
  /// Unmarked inputs that were not tried because 20 % of them is nothing: they are 0.
  public var zeros: Int
  /// Conclusions that were put to the test.
  public var tested: [Conclusion.Kind]
  /// Values at which one of them changes, the nearest to what was typed first.
  public var switches: [SwitchingValue]
  /// Inputs searched for such values.
  public var searched: Int
  /// The screening, the greatest effect first; nil where it was not asked for.
  public var screening: Screening?

  /// The figures of the journey as it stands.
  public var baseline: [MetricEstimate]

  /// A screening and what it rests on.
  public struct Screening: Sendable {
    /// Trajectories.
    public var trajectories: Int
    /// Travellers at each point.
    public var travellers: Int
    /// Points whose values could not stand together.
    public var failures: Int
    /// Inputs whose upper end is half way to their limit, as a fifth more would be beyond it.
    public var limited: Int
    /// Paths of inputs that cannot move at all, such as 100 % of a row.
    public var leftOut: [String]
    /// The inputs.
    public var inputs: [ScreenedInput]
  }
}
