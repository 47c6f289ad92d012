import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A sweep as comma-separated values, one row per point (RFC 4180, lines ending in a line feed).
public enum SweepCSV {
  /// The whole text: the paths, then for each figure mean, low, high and the same of the change.
  public static func text(_ result: SweepResult, _ metrics: [MetricID]) -> String {
    let parts = ["", " low", " high", " change", " change low", " change high"]
    let paths = result.points.first?.settings.map(\.path) ?? []
    var lines = [paths + metrics.flatMap { metric in parts.map { metric.text + $0 } }]
    for point in result.points {
      lines.append(
        point.settings.map(\.value)
          + metrics.flatMap { id -> [String] in
            guard let metric = point.metric(id) else { return parts.map { _ in "" } }
            return [metric.variant, metric.difference].flatMap {
              [$0.mean, $0.low, $0.high].map { JSONValue.number($0).pretty }
            }
          }
      )
    }
    return lines.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
