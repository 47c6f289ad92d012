import RealModule

/// The number of successes in independent trials of equal chance.
public struct Binomial: Equatable, Sendable {
  /// How many trials, at least 0.
  public let trials: Int
  /// The chance of each, in [0, 1].
  public let probability: Double

  /// A binomial distribution.
  public init(trials: Int, probability: Double) {
    self.trials = trials
    self.probability = probability
  }

  /// The mean.
  public var mean: Double { Double(trials) * probability }

  /// The variance.
  public var variance: Double { Double(trials) * probability * (1 - probability) }

  /// The probability of exactly `k` successes.
  ///
  /// By Loader's deviances (2000): relative error near 1e-14 also for millions of trials.
  public func mass(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return 0 }
    if probability <= 0 { return k == 0 ? 1 : 0 }
    if probability >= 1 { return k == trials ? 1 : 0 }
    let n = Double(trials)
    if k == 0 { return Double.exp(n * Double.log(onePlus: -probability)) }
    if k == trials { return Double.exp(n * Double.log(probability)) }
    let successes = Double(k)
    let failures = n - successes
    // P(k) is the density of Beta(k, n - k) at p, times p (1 - p) n / (k (n - k)).
    return IncompleteBeta.density(successes, failures, x: probability, y: 1 - probability)
      * probability * (1 - probability) * n / (successes * failures)
  }

  /// The probabilities of at most `k` and of more than `k` successes.
  public func tails(_ k: Int) -> Tails {
    if k < 0 { return Tails(lower: 0, upper: 1) }
    if k >= trials { return Tails(lower: 1, upper: 0) }
    let beta = IncompleteBeta.tails(
      Double(k + 1),
      Double(trials - k),
      x: probability,
      y: 1 - probability
    )
    return Tails(lower: beta.upper, upper: beta.lower)
  }

  /// The probability of at most `k` successes.
  public func cumulative(_ k: Int) -> Double { tails(k).lower }

  /// The least number of successes that is not exceeded with probability `u`, 0 < u < 1. O(log n) tails.
  public func quantile(_ u: Double) -> Int {
    least { tails($0).lower >= u }
  }

  /// The counts between which the number of successes lies but for a chance of `falseAlarm`, half on each side.
  ///
  /// Exact: each side is left with at most falseAlarm / 2.
  public func limits(falseAlarm: Double) -> ClosedRange<Int> {
    let low = least { tails($0).lower > falseAlarm / 2 }
    let high = least { tails($0).upper <= falseAlarm / 2 }
    return low...Swift.max(low, high)
  }

  /// The exact two-sided p-value of `k`: the chance of a count no likelier than it, by doubling the lesser tail.
  public func twoSidedP(_ k: Int) -> Double {
    let lower = tails(k).lower
    let upper = tails(k - 1).upper
    return Swift.min(1, 2 * Swift.min(lower, upper))
  }

  /// The least count for which a condition that never turns false again is true.
  private func least(_ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = trials
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
