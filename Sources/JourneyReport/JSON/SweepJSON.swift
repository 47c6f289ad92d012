import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A sweep as `journey.sweep/1`.
public enum SweepJSON {
  /// The whole document with the figures asked for.
  public static func document(_ scenario: Scenario, _ result: SweepResult, _ metrics: [MetricID]) -> JSONValue
  {
    .members([
      "schema": .text("journey.sweep/1"), "model": scenario.modelJSON, "run": result.stamp.json,
      "baseline": .array(result.baseline.filter { metrics.contains($0.id) }.map(\.json)),
      "points": .array(
        result.points.map { point in
          .members([
            "settings": .array(
              point.settings.map { .members(["path": .text($0.path), "value": .text($0.value)]) }
            ),
            "metrics": .array(metrics.compactMap { point.metric($0).map(ComparisonJSON.metric) }),
          ])
        }
      ),
    ])
  }
}
