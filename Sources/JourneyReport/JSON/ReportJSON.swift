import JourneyDiagnostics
import JourneyExperiments
import JourneyModel

/// Everything that a report is made from as `journey.report/1`. Keys are only ever added within a schema number.
///
/// What another command answers, too, is here under the keys that it has there.
public enum ReportJSON {
  /// The whole document; parts that were not run are left out.
  public static func document(_ input: ReportInput) -> JSONValue {
    let scenario = input.scenario
    func compared(
      _ kind: String,
      _ result: ComparisonResult?,
      _ uncertainty: UncertaintyResult? = nil
    ) -> JSONValue? {
      result.map { ComparisonJSON.document(kind, scenario, $0, uncertainty: uncertainty) }
    }
    return .members([
      "schema": .text("journey.report/1"), "model": scenario.modelJSON,
      "run": input.simulation.stamp.json, "command": .text(input.command),
      "simulation": SimulationJSON.document(scenario, variant: nil, input.simulation),
      "whatIf": compared("what-if", input.whatIf), "variants": compared("compare", input.variants),
      "values": compared("what-if", input.values),
      "uncertainty": input.uncertainty.flatMap { compared("what-if", $0.comparison, $0) },
      "sensitivity": input.sensitivity.map { SensitivityJSON.document(scenario, $0) },
      "paths": input.paths.map { PathsJSON.ranking($0.ranking) },
      "steps": input.paths.map { PathsJSON.steps($0.steps) },
      "evidence": evidence(scenario.evidence), "memory": memory(input.journey.satisfaction.memory),
      "target": input.target.map(PagePartsJSON.target),
      "pairs": input.pairs.map { PagePartsJSON.pairs($0, input) },
      "together": input.whatIf.flatMap(PagePartsJSON.together),
      "customer": input.customer.map { PagePartsJSON.customer($0, scenario) },
      "stageFlow": StageFlow(input.simulation, finding: "").map(PagePartsJSON.stageFlow),
      "mapChanges": input.changes.isEmpty ? nil : .array(input.changes.map(MapChangeJSON.change)),
    ])
  }

  /// How many numbers the scenario holds, and what they rest on.
  private static func evidence(_ evidence: Evidence) -> JSONValue {
    let guesses = evidence.marks.count { $0.kind == .guess }
    let ranges = evidence.marks.count { if case .relative = $0.kind { true } else { false } }
    return .members([
      "numbers": .int(evidence.numbers), "guesses": .int(guesses), "ranges": .int(ranges),
      "counted": .int(evidence.marks.count - guesses - ranges),
    ])
  }

  /// The weights by which a journey is remembered.
  private static func memory(_ memory: SatisfactionModel.Memory) -> JSONValue {
    .members([
      "average": .number(memory.average), "best": .number(memory.best), "worst": .number(memory.worst),
      "end": .number(memory.end),
    ])
  }
}
