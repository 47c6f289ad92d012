import JourneyStatistics

/// Places along a strip that is drawn 100 wide and stretched to its cell.
public struct Strip: Sendable, Hashable {
  /// Figures to places, 0-100.
  public let scale: LinearScale

  /// A strip for a range of figures.
  public init(_ range: ClosedRange<Double>) {
    scale = LinearScale(low: range.lowerBound, high: range.upperBound, start: 0, end: 100)
  }

  /// The range that holds zero and all intervals, widened a little so that no mark lies on the edge.
  public static func range(of estimates: [Estimate]) -> ClosedRange<Double> {
    let ends = estimates.flatMap { [$0.low, $0.high, $0.mean] }.filter(\.isFinite) + [0]
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
    guard high > low else { return -1...1 }
    let margin = (high - low) * 0.06
    return (low - margin)...(high + margin)
  }

  /// Both ends of an interval, at least as far apart as can be seen.
  public func span(_ estimate: Estimate, atLeast smallest: Double = 0.9) -> (from: Double, to: Double) {
    let (from, to) = (scale.place(estimate.low), scale.place(estimate.high))
    guard to - from < smallest else { return (from, to) }
    let middle = scale.place(estimate.mean)
    return (middle - smallest / 2, middle + smallest / 2)
  }
}
