import JourneyEngine
import JourneyModel

/// Everything that a report needs, in one pass: today, each fix and removal, each touchpoint as expected, the variants.
public struct ReportRuns: Sendable {
  /// Today in detail.
  public var simulation: SimulationResult
  /// Pain points fixed and removed; nil without pain points.
  public var whatIf: ComparisonResult?
  /// Touchpoints as expected; nil where they feel like nothing.
  public var values: ComparisonResult?
  /// The scenario's variants; nil where there are none.
  public var variants: ComparisonResult?

  /// Runs all of it with the same travellers; every figure is the one that the single runs give.
  ///
  /// - Throws: `InterventionProblem` where a fix cannot be tried, `CancellationError`, `ExperimentError`.
  /// - Complexity: O(travellers x visits x (1 + worlds)); whom a world cannot touch is not walked again in it.
  public static func run(
    _ journey: Journey,
    variants: [Variant],
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> ReportRuns {
    let fixes = journey.painPoints.isEmpty ? [] : try WhatIf.trials(journey)
    let values = try WhatIf.trials(journey, [.neutral]).trials
    let named = variants.map(Trial.init)
    let pass = try await Comparison.pass(
      journey,
      fixes + values + named,
      plan: plan,
      detailed: true,
      progress: progress
    )
    func part(_ trials: [Trial], from first: Int) throws -> ComparisonResult? {
      trials.isEmpty ? nil : try pass.result(trials, from: first)
    }
    return ReportRuns(
      simulation: try Simulator.interpret(journey, pass.compiled, pass.tally, plan),
      whatIf: try part(fixes, from: 0).map(WhatIf.ranked),
      values: try part(values, from: fixes.count).map { WhatIf.arranged($0, values) },
      variants: try part(named, from: fixes.count + values.count)
    )
  }
}
