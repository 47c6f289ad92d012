import JourneyEngine
import JourneyModel
import JourneyStatistics

/// What more weight on one path would bring.
public struct PathSensitivity: Sendable {
  /// Where the path begins; nil is the entry.
  public var from: String?
  /// Where it leads.
  public var to: Destination
  /// Change of each figure for the weight's natural logarithm: a hundredth of it is what 1 % more weight brings.
  public var effects: [MetricEstimate]

  /// The effect on a figure, or nil where it is not told.
  public func effect(on id: MetricID) -> Estimate? { effects.first { $0.id == id }?.estimate }

  /// Tells it for every path that was taken, from one run of the journey as it is.
  ///
  /// The effects of the paths out of one place add up to 0: more weight for all of them changes nothing.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x options).
  public static func all(
    _ journey: Journey,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> [PathSensitivity] {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(journey)
    let tally = try await Engine.pathWeights(compiled, plan: plan, progress: progress)
    return compiled.flows.enumerated().compactMap { number, flow in
      guard !flow.isReentry else { return nil }
      let effects = tally.figures.enumerated().compactMap { index, figure -> MetricEstimate? in
        let moments = tally.moments[number * tally.figures.count + index]
        guard moments.count > 0 else { return nil }
        return Estimation.estimate(moments.among(plan.travellers), mean: tally.mean(of: index)).map {
          MetricEstimate(id: figure.id, estimate: $0)
        }
      }
      return effects.isEmpty ? nil : PathSensitivity(from: flow.from, to: flow.to, effects: effects)
    }
  }
}
