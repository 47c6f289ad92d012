import JourneyEngine
import JourneyModel
import JourneyStatistics

/// A value that a sweep sets.
public struct SweepSetting: Sendable, Hashable {
  /// The dotted path of the value in the scenario.
  public var path: String
  /// The value as it would be written there.
  public var value: String

  /// Creates a setting.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}

/// One point of a sweep before it is run.
public struct SweepTrial: Sendable {
  /// What is set, one value per path.
  public var settings: [SweepSetting]
  /// The journey with all of them set.
  public var journey: Journey

  /// Creates a point.
  public init(settings: [SweepSetting], journey: Journey) {
    self.settings = settings
    self.journey = journey
  }
}

/// One point of a sweep beside the scenario as it stands.
public struct SweepPoint: Sendable {
  /// What was set, one value per path.
  public var settings: [SweepSetting]
  /// The figures and their paired differences, in display order.
  public var metrics: [MetricDifference]

  /// The difference of one figure, or nil where it does not apply.
  public func metric(_ id: MetricID) -> MetricDifference? { metrics.first { $0.id == id } }
}

/// A sweep: points of a grid, all with the same travellers.
public struct SweepResult: Sendable {
  /// The journey as it stands.
  public var journey: Journey
  /// What the run was.
  public var stamp: RunStamp
  /// The figures of the journey as it stands.
  public var baseline: [MetricEstimate]
  /// The points, the last path's values changing fastest.
  public var points: [SweepPoint]
}

/// Runs many settings of a scenario's values with the same travellers.
public enum Sweep {
  /// Points are run so many at a time: each keeps tables of its own.
  public static let batch = 50

  /// Runs every point and pairs every traveller with itself in the journey as it stands.
  ///
  /// - Parameter batch: points run at a time; the result does not depend on it.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x (points + points / batch)).
  public static func run(
    _ baseline: Journey,
    _ trials: [SweepTrial],
    plan: RunPlan,
    batch: Int = batch,
    progress: Progress? = nil
  ) async throws -> SweepResult {
    var result = SweepResult(
      journey: baseline,
      stamp: Simulator.stamp(plan, baseline),
      baseline: [],
      points: []
    )
    let batch = max(1, batch)
    for (number, first) in stride(from: 0, to: trials.count, by: batch).enumerated() {
      let part = trials[first..<min(trials.count, first + batch)]
      let finished = number * plan.travellers
      let report: Progress = { progress?(finished + $0) }
      let comparison = try await Comparison.run(
        baseline,
        part.map { Trial(name: "", operation: "set", journey: $0.journey) },
        plan: plan,
        progress: report
      )
      result.baseline = comparison.baseline
      result.points += zip(part, comparison.variants).map {
        SweepPoint(settings: $0.settings, metrics: $1.metrics)
      }
    }
    // A row stands beside all others of the table, whichever batch it was run in.
    let certainty = Certainty(result.stamp)
    for (index, metrics) in certainty.adjusted(result.points.map(\.metrics)).enumerated() {
      result.points[index].metrics = metrics
    }
    return result
  }
}
