import JourneyEngine
import JourneyModel
import JourneyStatistics

extension FigureTally {
  /// The key figures with their intervals; those without any traveller behind them are left out.
  func estimates() -> [MetricEstimate] {
    figures.indices.compactMap { index in
      estimate(index).map { MetricEstimate(id: figures[index].id, estimate: $0) }
    }
  }

  /// One figure by its id, or nil where it does not apply.
  func estimate(of id: MetricID) -> Estimate? {
    figures.firstIndex { $0.id == id }.flatMap { estimate($0) }
  }

  /// One figure.
  func estimate(_ index: Int) -> Estimate? {
    figures[index].estimate(moments[index], goals: goals, isControlled: isControlled)
  }
}

extension FigureDefinition {
  /// The estimate of this figure: Wilson for shares that are counted, Student for means, delta method for ratios.
  ///
  /// - Parameter goals: travellers who reached a goal, counted as they are.
  func estimate(_ sums: PairMoments, goals: Int, isControlled: Bool) -> Estimate? {
    switch id {
    case .timedOut: .share(successes: Int(sums.y.value.rounded()), of: sums.count)
    case .goal: .controlledShare(sums.yMoments, counted: goals, isControlled: isControlled)
    default: .ratio(sums)
    }
  }
}

extension Estimate {
  /// Fewer travellers than this in a group, and its share is counted: noise is taken out of what is common.
  private static let fewest = 50

  /// A share of travellers from which noise was taken out; Wilson's where it was not, or where few are in or out.
  static func controlledShare(_ sums: MomentSums, counted: Int, isControlled: Bool) -> Estimate? {
    guard isControlled, min(counted, sums.count - counted) >= fewest else {
      return .share(successes: counted, of: sums.count)
    }
    return .mean(sums)
  }
}

extension PairMoments {
  /// The moments of y alone.
  var yMoments: MomentSums { MomentSums(count: count, sum: y, squares: yy) }
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
