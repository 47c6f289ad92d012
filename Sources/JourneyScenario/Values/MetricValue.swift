import JourneyModel

/// A figure in its metric's unit.
package enum MetricValue {
  /// Reads a figure; a wrong unit is named.
  package static func parse(_ text: ValueText, unit: MetricUnit) throws(ValueProblem) -> Double {
    switch unit {
    case .share: try ProbabilityValue.parse(text).value
    case .points: try PointsValue.parse(text)
    case .csatScale: try NumberValue.parse(text, in: 1...5, what: "a mean csat answer")
    case .npsScale: try NumberValue.parse(text, in: -100...100, what: "a net promoter score")
    case .cesScale: try NumberValue.parse(text, in: 1...7, what: "a customer effort score")
    case .money: try MoneyValue.parse(text, mayBeNegative: true)
    case .minutes, .count: try NumberValue.parse(text, in: 0...Double.infinity, what: "a figure here")
    }
  }
}
