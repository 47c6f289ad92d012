import JourneyEngine
import JourneyModel
import JourneyStatistics

extension FigureTally {
  /// The key figures with their intervals; those without any traveller behind them are left out.
  func estimates() -> [MetricEstimate] {
    zip(figures, moments).compactMap { figure, moments in
      figure.estimate(moments).map { MetricEstimate(id: figure.id, estimate: $0) }
    }
  }
}

extension FigureDefinition {
  /// The estimate of this figure: Wilson for shares of travellers, Student for means, delta method for ratios.
  func estimate(_ moments: PairMoments) -> Estimate? {
    if isIndicator { return .share(successes: Int(moments.y.value.rounded()), of: moments.count) }
    return .ratio(moments)
  }
}

extension PairMoments {
  /// The same sums over more travellers, who contributed nothing.
  func among(_ travellers: Int) -> PairMoments {
    var copy = self
    copy.addZeros(travellers - count)
    return copy
  }
}

extension MomentSums {
  /// The same sums over more travellers, who contributed nothing.
  func among(_ travellers: Int) -> MomentSums {
    var copy = self
    copy.addZeros(travellers - count)
    return copy
  }
}

/// Quantiles of a histogram with bins of one point, by interpolation within a bin.
///
/// - Complexity: O(bins x probabilities).
func quantiles(_ counts: some Collection<Int>, at probabilities: [Double]) -> [Double] {
  let total = counts.reduce(0, +)
  guard total > 0 else { return [] }
  return probabilities.map { probability in
    let wanted = probability * Double(total)
    var below = 0.0
    for (bin, count) in counts.enumerated() where count > 0 {
      if below + Double(count) >= wanted { return Double(bin) + (wanted - below) / Double(count) }
      below += Double(count)
    }
    return Double(counts.count)
  }
}
