import JourneyModel

/// Why no set of fixes can be chosen.
public enum PortfolioProblem: Error, Sendable, Hashable {
  /// No pain point has a fix.
  case noFixes
  /// These pain points' fixes have no costs.
  case costsMissing([String])
  /// More fixes than sets can be counted of.
  case tooMany(Int)
  /// The journey does not give that figure, or it is not a mean over all travellers.
  case noFigure(MetricID)

  /// One sentence for a person.
  public var message: String {
    switch self {
    case .noFixes: "no pain point has a fix: write `fix: {costs: 20k, works: 80%}` to let one be chosen"
    case .costsMissing(let names):
      "without its costs a fix cannot be weighed against a budget; \(names.map { "\"\($0)\"" }.joined(separator: ", "))"
        + (names.count == 1 ? " has none" : " have none") + " (`costs: 0` says that it is free)"
    case .tooMany(let count): "\(count) fixes are more than can be combined; at most 64 are"
    case .noFigure(let metric): "this scenario gives no figure \"\(metric.text)\" to maximise"
    }
  }
}
