import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// What would change our mind as `journey.sensitivity/1`.
public enum SensitivityJSON {
  /// The whole document.
  public static func document(_ scenario: Scenario, _ result: SensitivityResult) -> JSONValue {
    let words = ConclusionWords(result.journey, metric: WhatIf.rankingMetric(result))
    var subject: [String: JSONValue?] = [:]
    if case .difference(let name, let operation) = result.subject {
      subject = ["id": .text(name), "operation": .text(operation)]
    }
    return .members([
      "schema": .text("journey.sensitivity/1"), "model": scenario.modelJSON, "run": result.stamp.json,
      "metric": .text(result.metric.text), "unit": .text(result.metric.unit.rawValue),
      "subject": subject.isEmpty
        ? .text("level")
        : .members(["id": subject["id"] ?? nil, "operation": subject["operation"] ?? nil]),
      "today": result.today.json, "travellers": .int(result.travellers),
      "unmarkedRange": .number(Sensitivity.unmarkedRange), "guessRange": .number(InputLaw.guessRange),
      "inputs": .array(result.bars.map(bar)), "withoutEffect": .int(result.idle), "zeros": .int(result.zeros),
      "conclusions": .array(result.tested.map { .text(words.statement($0)) }),
      "searched": .int(result.searched),
      "switches": .array(
        result.switches.map { found in
          .members([
            "conclusion": .text(words.statement(found.conclusion)),
            "kind": .text(UncertaintyJSON.kind(found.conclusion)), "path": .text(found.input.path),
            "typed": .number(found.input.value), "value": .number(found.value),
            "precision": .number(found.precision), "instead": found.instead.map(JSONValue.text),
            "isWithinRange": .bool(found.isWithinRange), "text": .text(words.condition(found)),
          ])
        }
      ),
      "screening": result.screening.map(screening),
    ])
  }

  private static func bar(_ bar: TornadoBar) -> JSONValue {
    .members([
      "input": UncertaintyJSON.input(bar.input), "swing": .number(bar.swing), "low": end(bar.low),
      "high": end(bar.high),
    ])
  }

  private static func end(_ end: TornadoEnd) -> JSONValue {
    .members([
      "value": .number(end.value), "effect": end.effect.map(\.json) ?? .null,
      "problem": end.problem.map(JSONValue.text),
    ])
  }

  private static func screening(_ screening: SensitivityResult.Screening) -> JSONValue {
    .members([
      "trajectories": .int(screening.trajectories), "travellers": .int(screening.travellers),
      "failures": .int(screening.failures), "limited": .int(screening.limited),
      "leftOut": .array(screening.leftOut.map(JSONValue.text)),
      "inputs": .array(
        screening.inputs.map { one in
          .members([
            "path": .text(one.input.path), "muStar": one.effect.size.json, "mu": .number(one.effect.mean),
            "sigma": .number(one.effect.deviation),
          ])
        }
      ),
    ])
  }
}
