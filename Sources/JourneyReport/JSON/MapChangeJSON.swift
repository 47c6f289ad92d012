import JourneyDiagnostics
import JourneyExperiments
import JourneyStatistics

/// What a variant changes on the map, as JSON members.
enum MapChangeJSON {
  /// Moves and shares of travellers, each minus today's.
  static func change(_ change: MapChange) -> JSONValue {
    .members([
      "id": .text(change.name), "because": change.because.map(JSONValue.text),
      "flows": .array(
        change.moves.map { move in
          .object(
            [.init("from", .text(move.from ?? "START")), .init("to", move.to.json)] + difference(move.change)
          )
        }
      ),
      "touchpoints": .array(
        change.places.map { place in
          .members([
            "id": .text(place.name), "reach": .object(difference(place.reach)),
            "dissatisfaction": place.dissatisfaction.map { .object(difference($0)) },
          ])
        }
      ),
      "outcomes": .array(
        change.ends.map { .object([.init("id", .text($0.name))] + difference($0.share)) }
      ),
    ])
  }

  private static func difference(_ estimate: Estimate) -> [JSONValue.Member] {
    [
      .init("difference", .number(estimate.mean)), .init("interval", estimate.intervalJSON),
      .init("level", .number(estimate.level)),
    ]
  }
}
