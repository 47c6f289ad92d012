import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension Estimate {
  /// `mean`, `interval` and `level` as JSON members.
  var members: [JSONValue.Member] {
    [
      .init("mean", .number(mean)), .init("interval", .array([.number(low), .number(high)])),
      .init("level", .number(level)),
    ]
  }

  /// The estimate as an object of its own.
  var json: JSONValue { .object(members) }

  /// The interval as a JSON list of two numbers.
  var intervalJSON: JSONValue { .array([.number(low), .number(high)]) }
}

extension MetricEstimate {
  /// `id`, `unit`, `mean`, `interval`, `level`.
  var json: JSONValue { .object(members) }

  /// The same as members.
  var members: [JSONValue.Member] {
    [.init("id", .text(id.text)), .init("unit", .text(id.unit.rawValue))] + estimate.members
  }
}

extension RunStamp {
  /// `travellers`, `seed`, `periods`, `version`.
  var json: JSONValue {
    .members([
      "travellers": .int(travellers), "seed": .unsigned(seed), "periods": .int(periods),
      "version": .text(version),
    ])
  }
}

extension Scenario {
  /// `path` and `digest`, by which a result names the model it came from.
  var modelJSON: JSONValue {
    .members([
      "path": .text(path), "digest": .text(digest), "name": .text(baseline.name),
      "currency": baseline.run.currency.isEmpty ? nil : .text(baseline.run.currency),
    ])
  }
}

extension Destination {
  /// The name, as flows and paths show it.
  var json: JSONValue { .text(name) }
}
