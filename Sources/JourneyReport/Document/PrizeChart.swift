import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// The way from today's figure to the one with all fixes: each fix alone as a step, and what is left over when they meet.
///
/// All figures are in display units. The steps add up to the difference between the totals exactly.
public struct PrizeChart: Sendable {
  /// One step.
  public struct Step: Sendable, Hashable {
    /// A pain point, "2 others", or what the fixes do to each other.
    public var name: String
    /// What it adds.
    public var change: Estimate
    /// That in words.
    public var text: Figure
    /// Whether the interval is a bound, as wide as it could be at most.
    public var isBound: Bool
    /// Better, worse, or no real change.
    public var tone: Tone
    /// The figure before it.
    public var from: Double
    /// The figure after it.
    public var to: Double { from + change.mean }
  }

  /// A figure of the whole.
  public struct Total: Sendable, Hashable {
    /// Today, or with all fixes.
    public var name: String
    /// The figure.
    public var figure: Estimate
    /// It in words.
    public var text: Figure
  }

  /// Which figure.
  public var metric: MetricID
  /// Before all steps.
  public var today: Total
  /// Each fix alone in order of effect, then what they do to each other.
  public var steps: [Step]
  /// After all steps.
  public var all: Total
  /// With every pain point gone, if that was run.
  public var perfect: Total?
  /// Fixes counted one by one.
  public var count: Int
  /// The figures drawn.
  public var range: ClosedRange<Double>
  /// Round figures within the range, in words.
  public var ticks: [(figure: Double, text: String)]

  /// Most fixes with a step of their own.
  static let mostSteps = 8

  /// Adds up what-if runs; nil without two fixes and a run of them all together.
  public init?(_ whatIf: ComparisonResult) {
    let fixes = FixWords(whatIf)
    let metric = MetricID.ranking(whatIf)
    let singles = fixes.singles.compactMap { single in
      single.metric(metric).map { (name: single.painPoints.first ?? single.name, figure: $0) }
    }
    guard singles.count > 1, let together = fixes.together?.metric(metric) else { return nil }
    let currency = whatIf.journey.run.currency
    let style = FigureStyle(unit: metric.unit, currency: currency, around: together.baseline.mean)
    self.metric = metric
    count = singles.count
    func total(_ name: String, _ estimate: Estimate) -> Total {
      Total(
        name: name,
        figure: estimate.inUnits(of: style),
        text: Figure(estimate, in: metric.unit, currency: currency)
      )
    }
    today = total("today", together.baseline)
    all = total(Language.sentence(Language.all(singles.count, "fix", "fixes")), together.variant)

    var place = today.figure.mean
    var steps: [Step] = []
    func add(_ name: String, _ change: Estimate, isReal: Bool, isBound: Bool) {
      let isGood = (change.mean > 0) == (metric.higherIsBetter ?? true)
      let step = Step(
        name: name,
        change: change.inUnits(of: style),
        text: Figure(difference: change, in: metric.unit, currency: currency),
        isBound: isBound,
        tone: isReal ? (isGood ? .good : .bad) : .faint,
        from: place
      )
      place = step.to
      steps.append(step)
    }
    let own = singles.count > Self.mostSteps ? min(Self.mostSteps, singles.count - 2) : singles.count
    for single in singles.prefix(own) {
      add(single.name, single.figure.difference, isReal: single.figure.isReal, isBound: false)
    }
    if own < singles.count {
      let rest = Self.sum(singles.dropFirst(own).map(\.figure.difference))
      add("\(singles.count - own) others", rest, isReal: rest.excludesZero, isBound: true)
    }
    let left = Self.sum([together.difference] + singles.map { $0.figure.difference.scaled(by: -1) })
    add("together", left, isReal: left.excludesZero, isBound: true)
    self.steps = steps

    let removed = whatIf.variants.first { $0.operation == "remove" && $0.painPoints.count == singles.count }
    perfect =
      fixes.together?.operation == "fix"
      ? removed?.metric(metric).map { total("perfect", $0.variant) } : nil

    let ends =
      [today.figure, all.figure, perfect?.figure].compactMap { $0 }.flatMap { [$0.low, $0.high] }
      + steps.flatMap { [$0.from + $0.change.low, $0.from + $0.change.high] }
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
    let margin = 0.04 * max(most - least, .leastNonzeroMagnitude)
    let rounded = LinearScale.rounded(low: least - margin, high: most + margin, about: 6)
    range = rounded.low < rounded.high ? rounded.low...rounded.high : least...(least + 1)
    let marks = LinearScale.ticks(low: range.lowerBound, high: range.upperBound, about: 6)
    let step = marks.count > 1 ? marks[1] - marks[0] : 1
    let places = max(0, FigureFormat.places(halfWidth: step * 1.001) ?? 0)
    ticks = marks.map { ($0, style.prefix + DecimalText.fixed($0, places: places) + style.suffix) }
  }

  /// A sum of figures of the same travellers. How these hang together is not counted, so its interval is the widest
  /// that it could be: however they do, the standard error of a sum is at most the sum of standard errors.
  static func sum(_ parts: [Estimate]) -> Estimate {
    Estimate(
      mean: parts.reduce(0) { $0 + $1.mean },
      standardError: parts.reduce(0) { $0 + $1.standardError },
      low: parts.reduce(0) { $0 + $1.low },
      high: parts.reduce(0) { $0 + $1.high },
      level: parts.first?.level ?? 0.95,
      count: parts.first?.count ?? 0
    )
  }
}
