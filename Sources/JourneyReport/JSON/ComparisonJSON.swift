import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A comparison as `journey.what-if/1` or `journey.compare/1`.
public enum ComparisonJSON {
  /// The whole document.
  ///
  /// - Parameters:
  ///   - kind: `what-if` or `compare`.
  ///   - inapplicable: changes that could not be tried; nil where nothing of the kind was asked for.
  ///   - selection: the best world, where it was asked for.
  public static func document(
    _ kind: String,
    _ scenario: Scenario,
    _ result: ComparisonResult,
    inapplicable: [InapplicableChange]? = nil,
    selection: SelectionResult? = nil
  ) -> JSONValue {
    .members([
      "schema": .text("journey.\(kind)/1"), "model": scenario.modelJSON, "run": result.stamp.json,
      "baseline": .array(result.baseline.map(\.json)),
      "variants": .array(result.variants.map { variant($0, result.journey) }),
      "ties": .array(result.ties.map { .array($0.map(JSONValue.text)) }),
      "standing": result.standing.map(\.json), "selection": selection.map(\.json),
      "operations": inapplicable.map { _ in questions(result) },
      "inapplicable": inapplicable.map { .array($0.map(refused)) },
      "touchpointValues": YearJSON.values(result), "actions": YearJSON.actions(result),
      "year": YearJSON.today(result.year),
      "verdict": verdict(kind, result).map(JSONValue.text),
    ])
  }

  /// The answer in a sentence, as the terminal says it.
  private static func verdict(_ kind: String, _ result: ComparisonResult) -> String? {
    guard !result.variants.isEmpty else { return nil }
    if kind == "compare" {
      return ScenarioWords.heading(result, among: result.baseline.map(\.id)) + "."
    }
    guard result.variants.contains(where: { ["fix", "remove"].contains($0.operation) }) else {
      return result.variants.contains { $0.operation == Operation.neutral.rawValue }
        ? ValueWords(result).heading + "." : nil
    }
    return VerdictWords(result).lines.first
  }

  /// The operations of a run with the question that each answers.
  private static func questions(_ result: ComparisonResult) -> JSONValue {
    var seen: [String] = []
    for variant in result.variants where !seen.contains(variant.operation) { seen.append(variant.operation) }
    return .array(
      seen.map {
        .members(["id": .text($0), "question": OperationWords.question($0).map(JSONValue.text)])
      }
    )
  }

  private static func refused(_ change: InapplicableChange) -> JSONValue {
    .members([
      "id": .text(change.name), "operation": .text(change.operation), "reason": .text(change.reason),
    ])
  }

  private static func variant(_ variant: VariantResult, _ journey: Journey) -> JSONValue {
    .members([
      "id": .text(variant.name), "operation": .text(variant.operation),
      "painPoints": variant.painPoints.isEmpty ? nil : .array(variant.painPoints.map(JSONValue.text)),
      "cost": variant.cost.map(JSONValue.number), "because": variant.because.map(JSONValue.text),
      "metrics": .array(variant.metrics.map(metric)),
      "yearly": variant.yearlyValue(journey).map(yearly), "year": YearJSON.changes(variant.year),
    ])
  }

  private static func yearly(_ value: YearlyValue) -> JSONValue {
    .members([
      "gain": .number(value.gain.mean), "interval": value.gain.intervalJSON,
      "level": .number(value.gain.level),
      "paybackYears": value.paybackYears.map(JSONValue.number), "advice": .text(value.advice.rawValue),
      "cost": .number(value.cost), "leadYears": .number(value.leadYears),
      "costOfWaitingAQuarter": value.costOfWaitingAQuarter.json,
    ])
  }

  /// One figure of a variant beside the baseline's.
  static func metric(_ metric: MetricDifference) -> JSONValue {
    .object(
      [
        .init("id", .text(metric.id.text)), .init("unit", .text(metric.id.unit.rawValue)),
        .init("difference", .number(metric.difference.mean)),
        .init("interval", metric.difference.intervalJSON), .init("level", .number(metric.difference.level)),
        .init("mean", .number(metric.variant.mean)), .init("baseline", .number(metric.baseline.mean)),
      ] + metric.adjustment.members
    )
  }
}

extension BestStanding {
  /// `metric`, `level`, and the worlds; the baseline's `id` is null.
  var json: JSONValue {
    .members([
      "metric": .text(metric.text), "level": .number(level),
      "worlds": .array(
        worlds.map { world in
          .members([
            "id": world.name.map(JSONValue.text) ?? .null,
            "againstBest": .array([.number(world.againstBest.low), .number(world.againstBest.high)]),
            "isBest": .bool(world.againstBest.isBest), "mayBeBest": .bool(world.againstBest.mayBeBest),
          ])
        }
      ),
    ])
  }
}

extension SelectionResult {
  /// `metric`, `indifference`, `level`, `finished`, and the worlds, the chosen one first; the baseline's `id` is null.
  var json: JSONValue {
    .members([
      "metric": .text(metric.text), "unit": .text(metric.unit.rawValue),
      "indifference": .number(indifference), "level": .number(level), "finished": .bool(isFinished),
      "method": .text("Kim and Nelson (2001), common random numbers"),
      "batch": .int(Selection.batch), "journeysWalked": .int(lives),
      "worlds": .array(
        worlds.map { world in
          .members([
            "id": world.name.map(JSONValue.text) ?? .null, "travellers": .int(world.travellers),
            "left": .bool(world.isLeft), "tie": .bool(world.isTie), "behind": world.behind.map(\.json),
          ])
        }
      ),
    ])
  }
}
