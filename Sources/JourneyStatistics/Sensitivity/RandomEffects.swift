import JourneyProbability

/// How much of the spread of group means is the groups' own, and how much noise within them.
///
/// One draw of uncertain inputs is a group, batches of its travellers are its members. With b groups of n members,
/// MSB = n Var(group means), MSW the pooled variance within, the groups' own variance is (MSB - MSW) / n: the balanced
/// one-way model of random effects. Groups must be independent, so each draw has travellers of its own.
public struct RandomEffects: Sendable, Hashable {
  /// The mean of every group.
  public let means: [Double]
  /// Members of a group.
  public let size: Int
  /// n times the variance of the group means.
  public let between: Double
  /// The pooled variance within groups.
  public let within: Double

  /// Splits the spread of groups of the same size.
  ///
  /// - Returns: nil for fewer than two groups, or groups of one member or of different sizes, or values that are not
  ///   finite.
  public init?(_ groups: [[Double]]) {
    guard let size = groups.first?.count, groups.count > 1, size > 1,
      groups.allSatisfy({ $0.count == size && $0.allSatisfy(\.isFinite) })
    else { return nil }
    self.size = size
    means = groups.map { $0.reduce(0, +) / Double(size) }
    let mean = means.reduce(0, +) / Double(means.count)
    between = Double(size) * means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(groups.count - 1)
    var squares = 0.0
    for (group, mean) in zip(groups, means) {
      for value in group { squares += (value - mean) * (value - mean) }
    }
    within = squares / Double(groups.count * (size - 1))
  }

  /// The mean of all.
  public var mean: Double { means.reduce(0, +) / Double(means.count) }

  /// The groups' own variance; below 0 where noise hides it, which is said and not cut off.
  public var ownVariance: Double { (between - within) / Double(size) }

  /// The interval of the groups' own variance, exact where there is no noise within (Williams 1962).
  ///
  /// - Parameter level: in (0, 1).
  public func ownVarianceInterval(level: Double = 0.95) -> ClosedRange<Double> {
    let degrees = Double(means.count - 1)
    let chi = ChiSquared(degrees: degrees)
    let tail = (1 - level) / 2
    let low = (between * degrees / chi.quantile(1 - tail) - within) / Double(size)
    let high = (between * degrees / chi.quantile(tail) - within) / Double(size)
    return low...max(low, high)
  }

  /// Whether the groups differ by more than noise, at 97.5 %.
  public var isResolved: Bool { ownVarianceInterval().lowerBound > 0 }

  /// The chance that a group's own value is above a threshold of its own.
  ///
  /// Over the shrunken means, each with the noise that is left in the mean of all (normal).
  public func chance(above thresholds: [Double]) -> Double {
    let error = (within / Double(size * means.count)).squareRoot()
    let chances = zip(shrunken, thresholds).map { value, threshold in
      error > 0 ? Normal.standardCumulative((value - threshold) / error) : value > threshold ? 1 : 0
    }
    return chances.reduce(0, +) / Double(chances.count)
  }

  /// The group means drawn together until their spread is the groups' own.
  ///
  /// With no spread of their own they are all the mean. The first two moments are right; the shape is that of the
  /// noisy means.
  public var shrunken: [Double] {
    let mean = mean
    let factor = between > 0 ? (max(0, between - within) / between).squareRoot() : 0
    return means.map { mean + ($0 - mean) * factor }
  }
}
