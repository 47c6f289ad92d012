import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What a page needs to answer for any set of fixes by itself: each fix alone, as walked, and what pairs bring
/// beyond that.
public struct LiveModel: Sendable {
  /// One fix, in order of effect.
  public struct Fix: Sendable, Hashable {
    /// The pain point.
    public var painPoint: String
    /// What is done.
    public var title: String
    /// Share of hits that it prevents as costed.
    public var works: Double
    /// One-off cost, where it is known.
    public var cost: Double?
    /// Years until it works.
    public var leadYears: Double
    /// What it brings alone, by figure, in words.
    public var alone: [String]
    /// Better, worse, or no real change, by figure.
    public var tones: [Tone]
  }

  /// One figure. Effects are in the units shown.
  public struct Measure: Sendable, Hashable {
    /// Which figure.
    public var metric: MetricID
    /// What it is called.
    public var title: String
    /// What its differences are called in a column.
    public var effectTitle: String
    /// Today's value in words; nil where only the difference is shown.
    public var today: Figure?
    /// Today's value in the units shown.
    public var level: Double
    /// What stands after a difference ("points").
    public var unit: String
    /// What each fix brings alone.
    public var alone: [Estimate]
    /// Whether each may be called real.
    public var isReal: [Bool]
    /// What the pairs bring beyond both alone: the second fix with each earlier one, in order.
    public var extra: [Estimate]
  }

  /// The fixes.
  public var fixes: [Fix]
  /// The figures; the first ranks. The worth of a year, where it is known, is the last.
  public var measures: [Measure]
  /// Whether the last figure is the worth of a year's arrivals.
  public var hasWorth: Bool
  /// Today's currency.
  public var currency: String
  /// What commands say after their name: the file and the run.
  public var arguments: String
  /// What the pairs say of all fixes together, and what the walk says, as a sentence.
  public var miss: String

  /// The cost of all fixes; nil where any cost is not known.
  public var totalCost: Double? {
    let costs = fixes.compactMap(\.cost)
    return costs.count == fixes.count ? costs.reduce(0, +) : nil
  }

  /// The figures answered for: the one that ranks, the goal, satisfaction, cost to serve, and the worth of a year.
  public static func metrics(_ whatIf: ComparisonResult) -> [MetricID] {
    let ranking = WhatIf.rankingMetric(whatIf)
    guard ranking.higherIsBetter == true else { return [] }
    let hasGoal = whatIf.journey.outcomes.contains { $0.kind == .goal }
    let isWorthKnown = whatIf.year.figure(.travellers) != nil
    let wanted = [ranking] + (hasGoal ? [.goal] : []) + [.satisfaction, .cost] + (isWorthKnown ? [.clv] : [])
    var chosen: [MetricID] = []
    for metric in wanted
    where !chosen.contains(metric) && whatIf.baseline.contains(where: { $0.id == metric }) {
      chosen.append(metric)
    }
    return chosen
  }
}

extension LiveModel {
  /// Puts single fixes as the other parts show them, and pairs, into one model; nil where a figure is missing.
  init?(_ whatIf: ComparisonResult, _ pairs: FixPairs, _ input: ReportInput) {
    let singles = pairs.fixes.compactMap { name in
      whatIf.variants.first { $0.operation == "fix" && $0.painPoints == [name] }
    }
    guard singles.count == pairs.fixes.count, !singles.isEmpty else { return nil }
    let arrivals = whatIf.year.figure(.travellers)?.mean
    measures = pairs.metrics.enumerated().compactMap { figure, id in
      if id == .clv && arrivals == nil { return nil }
      return Measure(id, figure, singles, pairs, input, times: id == .clv ? arrivals ?? 1 : 1)
    }
    guard measures.first?.metric == pairs.metrics.first else { return nil }
    hasWorth = measures.last?.metric == .clv
    currency = input.currency
    let measures = measures
    fixes = singles.enumerated().map { number, variant in
      let name = pairs.fixes[number]
      let fix = whatIf.journey.painPoints.first { $0.name == name }?.fix
      return Fix(
        painPoint: name,
        title: fix?.name ?? variant.name,
        works: fix?.works.value ?? 1,
        cost: variant.cost,
        leadYears: (fix?.leadTimeSeconds ?? 0) / (365 * 86_400),
        alone: measures.map { $0.text(number, input.currency) },
        tones: measures.map { $0.tone(number) }
      )
    }
    arguments = Self.arguments(input)
    miss = Self.miss(whatIf, pairs, measures[0], input)
  }

  /// The words of the report's own command after its name.
  private static func arguments(_ input: ReportInput) -> String {
    let start = "journey report "
    return input.command.hasPrefix(start)
      ? String(input.command.dropFirst(start.count)) : input.scenario.path
  }

  /// How far sums of pairs are from the walk where all fixes are made.
  private static func miss(
    _ whatIf: ComparisonResult,
    _ pairs: FixPairs,
    _ measure: Measure,
    _ input: ReportInput
  ) -> String {
    guard pairs.fixes.count > 2,
      let walked = whatIf.variants.first(where: {
        $0.operation == "fix" && Set($0.painPoints) == Set(pairs.fixes)
      })?.metric(measure.metric)?.difference
    else { return "" }
    let style = FigureStyle(unit: measure.metric.unit, currency: input.currency, around: 0)
    let sum = measure.model.value(shares: pairs.fixes.map { _ in 1 })
    let truth = Figure(difference: walked, in: measure.metric.unit, currency: input.currency)
    let reach = measure.reach
    let told = Figure(
      Estimate(mean: sum, standardError: reach / 1.96, low: sum - reach, high: sum + reach),
      style: FigureStyle(unit: .count, currency: "", around: 0),
      signed: true
    )
    let part = abs(walked.mean) > 0 ? abs(sum / (walked.mean * style.scale) - 1) : 0
    return "For all \(Language.count(pairs.fixes.count)) together the pairs say \(told.long) "
      + "where the walk says \(truth.long): \(Figure.percent(part)) off."
  }
}

extension LiveModel.Measure {
  fileprivate init?(
    _ id: MetricID,
    _ figure: Int,
    _ singles: [VariantResult],
    _ pairs: FixPairs,
    _ input: ReportInput,
    times factor: Double
  ) {
    let effects = singles.compactMap { $0.metric(id) }
    guard effects.count == singles.count else { return nil }
    let style = FigureStyle(unit: id.unit, currency: input.currency, around: 0)
    let scale = style.scale * factor
    let isWorth = id == .clv
    metric = id
    title = isWorth ? "Worth a year" : input.words.label(id)
    effectTitle = isWorth ? "Worth a year" : input.words.effectLabel(id)
    let simulated = isWorth ? nil : input.simulation.metric(id)
    today = simulated.map { Figure($0, in: id.unit, currency: input.currency) }
    level = (simulated?.mean ?? 0) * style.scale
    unit = id.unit == .share || id.unit == .points ? " points" : ""
    alone = effects.map { $0.difference.scaled(by: scale) }
    isReal = effects.map(\.isReal)
    extra = pairs.fixes.indices.flatMap { second in
      (0..<second).map { pairs.extra(second, $0, figure: figure).scaled(by: scale) }
    }
  }

  /// The pairwise model of this figure, in the units shown and without costs.
  public var model: PairwiseModel {
    PairwiseModel(
      alone: alone.map(\.mean),
      extra: alone.indices.map { one in
        alone.indices.map { other in
          let (second, first) = (max(one, other), min(one, other))
          return one == other ? 0 : extra[second * (second - 1) / 2 + first].mean
        }
      },
      costs: alone.map { _ in 0 }
    )
  }

  /// Half the width of the interval of all fixes together: the halves of its terms added, whatever links them.
  var reach: Double { (alone + extra).reduce(0) { $0 + $1.halfWidth } }

  /// What a fix brings alone, in words.
  func text(_ fix: Int, _ currency: String) -> String {
    guard isReal[fix] else { return FigureFormat.noRealChange }
    let style = FigureStyle(unit: metric == .clv ? .money : .count, currency: currency, around: 0)
    let figure = Figure(alone[fix], style: style, signed: true)
    return metric == .clv ? figure.long : figure.value + (figure.interval.map { " (\($0))" } ?? "")
  }

  /// How that is to be read.
  func tone(_ fix: Int) -> Tone {
    guard isReal[fix], let better = metric.higherIsBetter else { return isReal[fix] ? .plain : .faint }
    return (alone[fix].mean > 0) == better ? .good : .bad
  }
}
