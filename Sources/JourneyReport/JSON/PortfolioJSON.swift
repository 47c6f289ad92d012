import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A choice of fixes as `journey.optimise/1`.
public enum PortfolioJSON {
  /// The whole document. `choice` is null where the budget buys nothing that helps.
  ///
  /// - Parameter uncertainty: the candidates under uncertain inputs, where that was asked for.
  public static func document(
    _ scenario: Scenario,
    _ result: PortfolioResult,
    uncertainty: UncertaintyResult? = nil
  ) -> JSONValue {
    .members([
      "schema": .text("journey.optimise/1"), "model": scenario.modelJSON, "run": result.stamp.json,
      "freshTravellers": .members([
        "first": .int(Int(truncatingIfNeeded: result.firstFreshTraveller)),
        "travellers": .int(result.candidates.isEmpty ? 0 : result.stamp.travellers),
      ]),
      "metric": .text(result.metric.text), "unit": .text(result.metric.unit.rawValue),
      "budget": .number(result.budget),
      "choice": result.choice.map { names($0.painPoints) } ?? .null,
      "candidates": .array(
        result.candidates.map { own in
          candidate(own, uncertainty?.variants.first { $0.name == own.painPoints.joined(separator: " + ") })
        }
      ),
      "greedy": names(result.greedy),
      "fixes": .array(result.fixes.map(fix)), "together": result.together.json,
      "pairs": .array(result.pairs.map(pair)), "leftOut": names(result.leftOut),
      "frontier": .array(result.frontier.map(point)),
      "uncertainty": uncertainty.map(UncertaintyJSON.block),
    ])
  }

  private static func names(_ names: [String]) -> JSONValue { .array(names.map(JSONValue.text)) }

  private static func candidate(_ candidate: PortfolioResult.Candidate, _ uncertain: UncertainVariant?)
    -> JSONValue
  {
    .members([
      "painPoints": names(candidate.painPoints), "cost": .number(candidate.cost),
      "predicted": .number(candidate.predicted), "effect": candidate.effect.json,
      "againstBest": .array([.number(candidate.againstBest.low), .number(candidate.againstBest.high)]),
      "isBest": .bool(candidate.againstBest.isBest), "mayBeBest": .bool(candidate.againstBest.mayBeBest),
      "metrics": .array(candidate.metrics.map(ComparisonJSON.metric)),
      "year": YearJSON.changes(candidate.year),
      "ranking": (uncertain?.standing).map(UncertaintyJSON.standing),
      "money": (uncertain?.money).map(UncertaintyJSON.money),
    ])
  }

  private static func fix(_ fix: PortfolioResult.FixWorth) -> JSONValue {
    .members([
      "painPoint": .text(fix.painPoint), "cost": .number(fix.cost),
      "alone": worth(fix.alone, fix.aloneAdjustment),
      "partOfAll": worth(fix.share, fix.shareAdjustment),
    ])
  }

  private static func worth(_ estimate: Estimate, _ adjustment: Adjustment?) -> JSONValue {
    .object(estimate.members + adjustment.members)
  }

  private static func pair(_ pair: PortfolioResult.PairWorth) -> JSONValue {
    .members([
      "painPoints": names([pair.first, pair.second]),
      "kind": .text(pair.extra.mean > 0 ? "complements" : "substitutes"), "extra": pair.extra.json,
    ])
  }

  private static func point(_ point: PortfolioResult.FrontierPoint) -> JSONValue {
    .members([
      "cost": .number(point.cost), "predicted": .number(point.predicted),
      "painPoints": names(point.painPoints), "isOnHull": .bool(point.isOnHull),
    ])
  }
}
