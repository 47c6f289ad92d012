import JourneyDiagnostics
import JourneyExperiments
import JourneyStatistics

/// Whole journeys and visits one by one as JSON members.
enum PathsJSON {
  /// The commonest journeys to the outcomes named, all outcomes where none is.
  static func ranking(_ ranking: PathRanking) -> JSONValue {
    .members([
      "outcomes": .array(ranking.outcomes.map(JSONValue.text)), "journeys": .int(ranking.journeys),
      "different": ranking.different.map(JSONValue.int), "together": ranking.together.map(\.json),
      "next": ranking.next.map(JSONValue.int), "countedAbove": .int(ranking.least),
      "settledRanks": .int(ranking.settledRanks), "ranked": .array(ranking.paths.map(path)),
    ])
  }

  private static func path(_ path: PathEstimate) -> JSONValue {
    .members([
      "touchpoints": .array(path.touchpoints.map(JSONValue.text)), "outcome": .text(path.outcome),
      "journeys": .int(path.journeys), "share": .number(path.share.mean),
      "interval": path.share.intervalJSON, "level": .number(path.share.level),
      "satisfaction": path.satisfaction.map(\.json),
    ])
  }

  /// Travellers at each touchpoint, and those whose journey had ended, visit by visit.
  static func steps(_ matrix: StepMatrix) -> JSONValue {
    func rows(_ rows: [StepMatrix.Row]) -> JSONValue {
      .array(
        rows.map { row in
          .members([
            "id": .text(row.name), "counts": .array(row.counts.map(JSONValue.int)),
            "shares": .array(row.counts.map { matrix.share($0).json }),
          ])
        }
      )
    }
    return .members([
      "travellers": .int(matrix.travellers), "touchpoints": rows(matrix.touchpoints),
      "ended": rows(matrix.ended),
    ])
  }
}
