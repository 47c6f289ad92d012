import JourneyEngine
import JourneyModel
import JourneyStatistics

/// The value of removing and of fixing pain points.
public enum WhatIf {
  /// The trials that `what-if` runs when nothing is named: each pain point removed, each fix, all of each together.
  ///
  /// - Parameter only: names of pain points to keep to; empty means all.
  /// - Throws: `InterventionProblem` where a name is unknown.
  public static func trials(
    _ journey: Journey,
    only: [String] = []
  ) throws(InterventionProblem) -> [Trial] {
    for name in only where !journey.painPoints.contains(where: { $0.name == name }) {
      throw .unknown(name: name)
    }
    let pains = journey.painPoints.filter { only.isEmpty || only.contains($0.name) }
    let fixes = pains.filter { $0.fix != nil }
    var trials: [Trial] = []
    for pain in pains {
      trials.append(
        Trial(
          name: pain.name,
          operation: "remove",
          painPoints: [pain.name],
          journey: try journey.applying(.remove(painPoint: pain.name))
        )
      )
    }
    for pain in fixes {
      trials.append(
        Trial(
          name: pain.name,
          operation: "fix",
          painPoints: [pain.name],
          cost: pain.fix?.costs,
          journey: try journey.applying(.fix(painPoint: pain.name))
        )
      )
    }
    if pains.count > 1 {
      trials.append(
        Trial(
          name: together,
          operation: "remove",
          painPoints: pains.map(\.name),
          journey: try journey.applying(pains.map { .remove(painPoint: $0.name) })
        )
      )
    }
    if fixes.count > 1 {
      trials.append(
        Trial(
          name: together,
          operation: "fix",
          painPoints: fixes.map(\.name),
          cost: total(fixes),
          journey: try journey.applying(fixes.map { .fix(painPoint: $0.name) })
        )
      )
    }
    return trials
  }

  /// Everything mended at once: all fixes as costed, or all pain points removed where none has a fix; nil without pain
  /// points.
  public static func everything(_ journey: Journey) throws(InterventionProblem) -> Trial? {
    let trials = try trials(journey)
    let operation = trials.contains { $0.operation == "fix" } ? "fix" : "remove"
    return trials.filter { $0.operation == operation }.max { $0.painPoints.count < $1.painPoints.count }
  }

  /// The name of the trial that takes all of them at once.
  public static let together = "all together"

  /// Runs the trials and ranks them by their effect on the metric that matters most to the scenario.
  public static func run(
    _ journey: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> ComparisonResult {
    let result = try await Comparison.run(journey, trials, plan: plan, progress: progress)
    return ranked(result)
  }

  /// The same until every effect is as precise as wished.
  ///
  /// - Parameter plan: its travellers are the most that may be sent.
  public static func run(
    _ journey: Journey,
    _ trials: [Trial],
    plan: RunPlan,
    precision: Precision,
    progress: Progress? = nil,
    expecting: Progress? = nil
  ) async throws -> ComparisonResult {
    ranked(
      try await Comparison.run(
        journey,
        trials,
        plan: plan,
        precision: precision,
        progress: progress,
        expecting: expecting
      )
    )
  }

  /// The figure by which effects are ranked: kept where there is retention, else satisfaction, else the goal.
  public static func rankingMetric(_ result: ComparisonResult) -> MetricID {
    rankingMetric(among: result.baseline.map(\.id))
  }

  /// The same before a run.
  public static func rankingMetric(_ journey: Journey) -> MetricID {
    rankingMetric(among: CompiledJourney(journey).figures(periods: 1).map(\.id))
  }

  /// The same of a sensitivity.
  public static func rankingMetric(_ result: SensitivityResult) -> MetricID {
    rankingMetric(among: result.baseline.map(\.id))
  }

  /// Which changes are ranked: fixes where there are some, else all; never all of them together.
  static func ranked(among variants: [VariantResult]) -> [Int] {
    let singles = variants.indices.filter { variants[$0].name != together }
    let fixes = singles.filter { variants[$0].operation == "fix" }
    return fixes.isEmpty ? singles : fixes
  }

  private static func rankingMetric(among given: [MetricID]) -> MetricID {
    [MetricID.kept, .satisfaction, .goal].first(where: given.contains) ?? .visits
  }

  /// The same result with variants ordered by effect (the ranking is by `fix` where fixes are given), ties grouped.
  ///
  /// Two effects are tied where they are not apart by a Bonferroni-widened interval (`TieRule`).
  static func ranked(_ result: ComparisonResult) -> ComparisonResult {
    var result = result
    let metric = rankingMetric(result)
    let hasFixes = result.variants.contains { $0.operation == "fix" }
    let leading = hasFixes ? "fix" : "remove"
    func effect(_ variant: VariantResult) -> Double { variant.metric(metric)?.difference.mean ?? 0 }
    let order = result.variants
      .filter { $0.operation == leading && $0.name != together }
      .sorted { (effect($1), $0.name) < (effect($0), $1.name) }
    var rank: [String: Int] = [:]
    for (index, variant) in order.enumerated() { rank[variant.name] = index }
    result.variants = result.variants.enumerated().sorted { left, right in
      func key(_ entry: (offset: Int, element: VariantResult)) -> (Int, Int, Int) {
        let isTotal = entry.element.name == together ? 1 : 0
        return (
          entry.element.operation == leading ? 0 : 1, isTotal,
          rank[entry.element.name] ?? 1_000_000 + entry.offset
        )
      }
      return key(left) < key(right)
    }.map(\.element)
    result.ties = TieRule.groups(
      order.compactMap { variant in
        variant.metric(metric).map { (variant.name, $0.difference) }
      },
      Certainty(result.stamp)
    )
    return result
  }

  private static func total(_ pains: [PainPoint]) -> Double? {
    let costs = pains.compactMap { $0.fix?.costs }
    return costs.count == pains.count ? costs.reduce(0, +) : nil
  }
}
