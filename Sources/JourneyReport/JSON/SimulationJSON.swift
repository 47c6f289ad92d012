import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A run as `journey.simulate/1`. Keys are only ever added within a schema number.
public enum SimulationJSON {
  /// The whole document.
  public static func document(_ scenario: Scenario, variant: String?, _ result: SimulationResult) -> JSONValue
  {
    .members([
      "schema": .text("journey.simulate/1"), "model": scenario.modelJSON,
      "variant": variant.map(JSONValue.text), "run": result.stamp.json,
      "metrics": .array(result.metrics.map(\.json)), "targets": .array(result.targets.map(target)),
      "observed": .array(result.observed.map(observed)), "outcomes": .array(result.outcomes.map(outcome)),
      "touchpoints": .array(result.touchpoints.map(touchpoint)), "stages": .array(result.stages.map(stage)),
      "flows": .array(result.flows.map(flow)), "channels": .array(result.channels.map(channel)),
      "personas": .array(result.personas.map { persona($0, result.journey) }),
      "pains": .array(result.pains.map(pain)),
      "typed": .array(result.typedDifferences.map(typed)), "exact": exact(result.exact),
      "conversions": YearJSON.conversions(result.conversions), "fiveAs": YearJSON.fiveAs(result.fiveAs),
      "year": YearJSON.today(result.year),
      "verdict": .text(VerdictWords(simulation: result, whatIf: nil).verdict.headline),
      "assumptions": .array(scenario.assumptions.map(JSONValue.text)),
    ])
  }

  private static func target(_ verdict: TargetVerdict) -> JSONValue {
    .members([
      "id": .text(verdict.target.metric.text), "comparison": .text(verdict.target.comparison.rawValue),
      "value": .number(verdict.target.value), "verdict": .text(verdict.verdict.rawValue),
    ])
  }

  private static func observed(_ comparison: ObservationComparison) -> JSONValue {
    .members([
      "label": .text(comparison.observation.label), "measured": .number(comparison.observation.value),
      "simulated": comparison.simulated.map(\.json) ?? .null,
    ])
  }

  private static func outcome(_ estimate: OutcomeEstimate) -> JSONValue {
    .members([
      "id": .text(estimate.outcome.name), "kind": .text(estimate.outcome.kind.rawValue),
      "share": .number(estimate.share.mean), "interval": estimate.share.intervalJSON,
      "level": .number(estimate.share.level), "counted": .number(estimate.counted.mean),
    ])
  }

  private static func touchpoint(_ estimate: TouchpointEstimate) -> JSONValue {
    .members([
      "id": .text(estimate.name), "stage": estimate.stage.map(JSONValue.text) ?? .null,
      "channel": estimate.channel.map(JSONValue.text) ?? .null, "visits": .number(estimate.visits.mean),
      "interval": estimate.visits.intervalJSON, "reach": estimate.reach.json,
      "satisfaction": estimate.satisfaction.map(\.json), "quality": estimate.quality.map(\.json),
      "leave": estimate.leave.map(\.json), "dissatisfaction": estimate.dissatisfaction.map(\.json),
      "momentsOfTruth": estimate.moments.isEmpty ? nil : .array(estimate.moments.map(\.json)),
      "leveragePerVisit": estimate.moments.isEmpty
        ? nil
        : .array(
          estimate.moments.compactMap { moment in
            estimate.leverage(on: moment.id).map { MetricEstimate(id: moment.id, estimate: $0).json }
          }
        ),
      "feelings": estimate.feelings.isEmpty ? nil : .array(estimate.feelings.map(JSONValue.number)),
    ])
  }

  private static func stage(_ estimate: StageEstimate) -> JSONValue {
    .members([
      "id": .text(estimate.name), "reach": estimate.reach.json,
      "satisfaction": estimate.satisfaction.map(\.json),
      "quantiles": estimate.quantiles.isEmpty ? nil : .array(estimate.quantiles.map(JSONValue.number)),
      "lost": estimate.lost.json, "goal": estimate.goal.map(\.json),
    ])
  }

  private static func flow(_ flow: FlowEstimate) -> JSONValue {
    .members([
      "from": .text(flow.from ?? "START"), "to": flow.to.json, "count": .number(flow.perTraveller),
      "forced": .number(flow.forcedShare),
    ])
  }

  private static func channel(_ estimate: ChannelEstimate) -> JSONValue {
    .members([
      "id": .text(estimate.name), "visits": .number(estimate.visits.mean),
      "interval": estimate.visits.intervalJSON, "reach": estimate.reach.json,
      "satisfaction": estimate.satisfaction.map(\.json), "cost": estimate.cost.json,
    ])
  }

  private static func persona(_ estimate: PersonaEstimate, _ journey: Journey) -> JSONValue {
    .members([
      "id": .text(estimate.persona.name), "share": estimate.share.json,
      "metrics": .array(estimate.metrics.map(\.json)),
      "channels": .array(
        zip(journey.channels, estimate.channelShares).map { channel, share in
          .members(["id": .text(channel.name), "shareOfVisits": .number(share)])
        }
      ),
      "stages": .array(
        zip(journey.stages, estimate.satisfactionByStage).map { stage, satisfaction in
          .members(["id": .text(stage.name), "satisfaction": satisfaction.map(\.json) ?? .null])
        }
      ),
    ])
  }

  private static func pain(_ estimate: PainEstimate) -> JSONValue {
    .members([
      "id": .text(estimate.pain.name), "at": .text(estimate.pain.at), "hits": estimate.hits.json,
      "fix": estimate.pain.fix.map(fix),
      "reach": estimate.reach.json, "incidence": estimate.incidence.map(\.json),
      "exposure": estimate.exposure.map(\.json),
      "removalEffects": .array(estimate.effects.map(\.json)),
      "impactPerHit": .array(
        estimate.effects.compactMap { effect in
          estimate.impact(on: effect.id).map { MetricEstimate(id: effect.id, estimate: $0).json }
        }
      ),
      "firstOrderEffects": .array(estimate.effects.map(\.json)),
    ])
  }

  /// What would mend it, as typed.
  private static func fix(_ fix: Fix) -> JSONValue {
    .members([
      "name": fix.name.map(JSONValue.text), "costs": fix.costs.map(JSONValue.number),
      "works": .number(fix.works.value),
      "leadTimeDays": fix.leadTimeSeconds.map { .number($0 / 86_400) },
      "owner": fix.owner.map(JSONValue.text),
    ])
  }

  private static func typed(_ difference: TypedDifference) -> JSONValue {
    let (kind, place, to): (String, String?, String?) =
      switch difference.quantity {
      case .leaving(let touchpoint): ("leaving", touchpoint, nil)
      case .quality(let touchpoint): ("quality", touchpoint, nil)
      case .path(let from, let to): ("path", from ?? "START", to)
      }
    return .members([
      "quantity": .text(kind), "at": place.map(JSONValue.text), "to": to.map(JSONValue.text),
      "typed": .number(difference.typed), "simulated": difference.simulated.json,
      "reason": .text(difference.reason),
    ])
  }

  private static func exact(_ comparison: ExactComparison) -> JSONValue {
    .members([
      "applies": .bool(comparison.applies), "reason": comparison.reason.map(JSONValue.text),
      "agrees": comparison.applies ? .bool(comparison.agrees) : nil,
      "greatestZ": comparison.applies ? .number(comparison.greatestZ) : nil,
      "lines": comparison.applies
        ? .array(
          comparison.lines.map {
            .members([
              "id": .text($0.label), "exact": .number($0.exact), "simulated": .number($0.simulated),
              "z": .number($0.z),
            ])
          }
        ) : nil,
      "outcomes": comparison.applies
        ? .array(
          comparison.lines.filter { $0.label.hasPrefix("outcome ") }.map {
            .members([
              "id": .text(String($0.label.dropFirst("outcome ".count))), "probability": .number($0.exact),
              "simulated": .number($0.simulated), "z": .number($0.z),
            ])
          }
        ) : nil,
    ])
  }
}
