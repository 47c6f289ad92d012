import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says how many customers stay.
public enum RetentionWords {
  /// The finding.
  public static func heading(_ curve: [Estimate], words: MetricWords) -> String {
    guard let last = curve.last else { return "How many customers stay" }
    let gone = 1 - last.mean
    let span = words.span(curve.count)
    if gone < 0.005 { return "Nearly all customers are still there after \(span)" }
    if gone > 0.995 { return "Hardly any customer is left after \(span)" }
    return "\(Language.sentence(Language.share(gone, of: "customers"))) are gone after \(span)"
  }
}
