/// How to share a fixed number of observations among systems so that the best is most likely seen to be the best.
public enum BudgetAllocation {
  /// The share of each: N_i / N_j = (s_i d_j / (s_j d_i))^2 and N_b = s_b sqrt(sum of N_i^2 / s_i^2), with d the
  /// distance from the best, b (optimal computing budget allocation; Chen, Lin, Yucesan and Chick, 2000).
  ///
  /// For observations that are independent between systems. Larger is better.
  ///
  /// - Parameters:
  ///   - means: at least two.
  ///   - deviations: standard deviations of one observation, all above 0.
  /// - Returns: shares that add up to 1, or nil where two are equally best (the formula then gives them everything).
  public static func shares(means: [Double], deviations: [Double]) -> [Double]? {
    guard means.count > 1, let best = means.indices.max(by: { means[$0] < means[$1] }) else { return nil }
    var weights = Array(repeating: 0.0, count: means.count)
    var squares = 0.0
    for i in means.indices where i != best {
      let distance = means[best] - means[i]
      guard distance > 0 else { return nil }
      let ratio = deviations[i] / distance
      weights[i] = ratio * ratio
      squares += weights[i] * weights[i] / (deviations[i] * deviations[i])
    }
    weights[best] = deviations[best] * squares.squareRoot()
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
