import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A check of targets as `journey.check/1`.
public enum CheckJSON {
  /// The whole document.
  ///
  /// - Parameter trace: the words of the command that replays a traveller of the run.
  public static func document(
    _ scenario: Scenario,
    variant: String?,
    _ result: CheckResult,
    isStrict: Bool,
    trace: (UInt64) -> [String]
  ) -> JSONValue {
    .members([
      "schema": .text("journey.check/1"), "model": scenario.modelJSON,
      "variant": variant.map(JSONValue.text), "run": result.stamp.json, "strict": .bool(isStrict),
      "passes": .bool(result.passes(strictly: isStrict)), "met": .int(result.count(.met)),
      "missed": .int(result.count(.missed)), "undecided": .int(result.count(.undecided)),
      "verdict": TargetWords.sentence(
        result.targets.map { ($0.target.metric, $0.verdict) },
        MetricWords(result.journey)
      ).map(JSONValue.text),
      "targets": .array(result.targets.map { target($0, trace) }),
    ])
  }

  private static func target(_ checked: CheckedTarget, _ trace: (UInt64) -> [String]) -> JSONValue {
    .members([
      "id": .text(checked.target.metric.text), "unit": .text(checked.target.metric.unit.rawValue),
      "comparison": .text(checked.target.comparison.rawValue), "value": .number(checked.target.value),
      "verdict": .text(checked.verdict.rawValue),
      "mean": checked.estimate.map { .number($0.mean) } ?? .null,
      "interval": checked.estimate.map(\.intervalJSON) ?? .null,
      "level": checked.estimate.map { .number($0.level) } ?? .null,
      "travellersToSettle": checked.travellersToSettle.map(JSONValue.int),
      "example": checked.example.map { example in
        .members([
          "traveller": .unsigned(example.traveller), "value": .number(example.value),
          "outcome": .text(example.outcome), "examined": .int(example.examined),
          "command": .array(trace(example.traveller).map(JSONValue.text)),
        ])
      },
    ])
  }
}
