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
  /// `id`, `unit`, `mean`, `interval`, `level`; for effects `adjusted`.
  var json: JSONValue {
    .object(
      [.init("id", .text(id.text)), .init("unit", .text(id.unit.rawValue))] + estimate.members
        + adjustment.members
    )
  }
}

extension Adjustment? {
  /// `adjusted {p, level, comparisons, method, real}`, or nothing.
  var members: [JSONValue.Member] {
    guard let self else { return [] }
    return [
      .init(
        "adjusted",
        .members([
          "p": .number(self.p), "level": .number(self.level), "comparisons": .int(self.comparisons),
          "method": .text("holm"), "real": .bool(self.isReal),
        ])
      )
    ]
  }
}

extension RunStamp {
  /// `travellers`, `seed`, `periods`, `version`; where there was a wish for precision, `precision`.
  var json: JSONValue {
    .members([
      "travellers": .int(travellers), "seed": .unsigned(seed), "periods": .int(periods),
      "version": .text(version), "controls": .bool(isControlled), "precision": precision.map(\.json),
    ])
  }
}

extension PrecisionOutcome {
  /// `wish`, `metric`, `wanted` and `reached` (half-widths in the figure's unit), `looks`, `stopped`, `travellersNeeded`.
  var json: JSONValue {
    let (amount, unit): (Double, String) =
      switch wish.halfWidth {
      case .points(let points): (points, "points")
      case .amount(let amount, let unit): (amount, unit.rawValue)
      case .relative(let share): (share, "relative")
      }
    return .members([
      "wish": .members(["halfWidth": .number(amount), "unit": .text(unit)]),
      "metric": wish.metric.map { .text($0.text) }, "wanted": wanted.map(JSONValue.number),
      "reached": reached.map(JSONValue.number), "looks": .int(looks), "stopped": .text(stop.rawValue),
      "travellersNeeded": travellersNeeded.map(JSONValue.int),
      "intervals": .text("always valid (asymptotic confidence sequence)"),
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
