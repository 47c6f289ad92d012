import JourneyDiagnostics
import JourneyEngine
import JourneyModel

/// One traveller's journey as `journey.trace/1`.
public enum TraceJSON {
  /// The whole document: one world or more of the same traveller.
  public static func document(
    _ scenario: Scenario,
    seed: UInt64,
    _ worlds: [(name: String, trace: Trace)]
  ) -> JSONValue {
    .members([
      "schema": .text("journey.trace/1"), "model": scenario.modelJSON,
      "seed": .unsigned(seed),
      "worlds": .array(
        worlds.map { name, trace in
          .members([
            "id": .text(name), "traveller": .unsigned(trace.traveller),
            "persona": .text(trace.persona), "expectation": .number(trace.expectation),
            "entry": trace.entry.json, "steps": .array(trace.steps.map(step)),
            "outcome": .text(trace.outcome), "satisfaction": trace.satisfaction.map(JSONValue.number),
            "probabilityToStay": trace.probabilityToStay.map(JSONValue.number),
            "seconds": .number(trace.seconds), "cost": .number(trace.cost),
          ])
        }
      ),
    ])
  }

  private static func step(_ step: Trace.Step) -> JSONValue {
    .members([
      "touchpoint": .text(step.touchpoint), "earlierVisits": .int(step.earlierVisits),
      "pains": .array(
        step.hits.map {
          .members([
            "id": .text($0.pain), "severity": .number($0.severity), "delaySeconds": .number($0.delaySeconds),
          ])
        }
      ),
      "handoff": .number(step.handoff), "quality": step.quality.map(JSONValue.number),
      "score": step.score.map(JSONValue.number), "mood": .number(step.mood),
      "seconds": .number(step.seconds), "cost": .number(step.cost),
      "probabilityToLeave": step.probabilityToLeave.map(JSONValue.number),
      "leaveDraw": step.leaveDraw.map(JSONValue.number), "next": step.next.json,
      "forced": .bool(step.isForced),
    ])
  }
}
