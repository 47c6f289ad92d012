import JourneyModel
import JourneyStatistics

/// Which of several changes leads in one figure, as far as the intervals tell.
public enum Lead: Sendable, Hashable {
  /// One change's effect is above all others'.
  case one(String)
  /// These changes' effects are good and cannot be told apart, greatest first.
  case tie([String])
  /// No change does good for certain.
  case none

  /// The lead among variants: the greatest good effect, unless another one's interval reaches its own.
  ///
  /// The intervals are of paired effects on the same travellers, so comparing them errs towards ties.
  public init(of variants: [VariantResult], in metric: MetricID, name: (VariantResult) -> String = \.name) {
    let sign: Double = metric.higherIsBetter == false ? -1 : 1
    let good = variants.compactMap { variant -> (name: String, low: Double, mean: Double, high: Double)? in
      guard let figure = variant.metric(metric), figure.verdict == .better else { return nil }
      let ends = [sign * figure.difference.low, sign * figure.difference.high]
      return (name(variant), ends.min() ?? 0, sign * figure.difference.mean, ends.max() ?? 0)
    }
    guard let best = good.max(by: { $0.mean < $1.mean }) else {
      self = .none
      return
    }
    let near = good.filter { $0.high >= best.low }
      .sorted { left, right in
        left.mean == right.mean ? left.name.precedesCanonically(right.name) : left.mean > right.mean
      }
    self = near.count > 1 ? .tie(near.map(\.name)) : .one(best.name)
  }
}
