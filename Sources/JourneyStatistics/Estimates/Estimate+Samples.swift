import JourneyProbability

extension Estimate {
  /// The share of `successes` among `total`, with Wilson's interval; nil for none or for counts that cannot be.
  ///
  /// The interval stays inside [0, 1] and holds its level for rare events too (Wilson, 1927).
  public static func share(successes: Int, of total: Int, level: Double = 0.95) -> Estimate? {
    guard total > 0, successes >= 0, successes <= total else { return nil }
    let n = Double(total)
    let share = Double(successes) / n
    let (low, high) = wilson(share, n, -Normal.standardQuantile((1 - level) / 2))
    return Estimate(
      mean: share,
      standardError: (share * (1 - share) / n).squareRoot(),
      low: low,
      high: high,
      level: level,
      kind: .share,
      count: total
    )
  }

  /// The shares that lie within `z` of their own standard errors of a share seen among `n`.
  static func wilson(_ share: Double, _ n: Double, _ z: Double) -> (low: Double, high: Double) {
    let middle = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let stretch = 1 + z * z / n
    // The ends meet 0 and 1 exactly there, which rounding would only nearly do.
    return (
      share == 0 ? 0 : Swift.max(0, (middle - reach) / stretch),
      share == 1 ? 1 : Swift.min(1, (middle + reach) / stretch)
    )
  }

  /// The mean of independent values, with Student's interval; nil for fewer than two, or sums out of range.
  public static func mean(_ sums: MomentSums, level: Double = 0.95) -> Estimate? {
    guard !sums.overflowed, let mean = sums.mean, let variance = sums.variance else { return nil }
    return student(mean, variance: variance / Double(sums.count), sums.count, level, .mean)
  }

  /// The sum of y over the sum of x, by the delta method; nil for fewer than two pairs or no x at all.
  ///
  /// Right for means per visit, where the number of visits is itself random.
  public static func ratio(_ pairs: PairMoments, level: Double = 0.95) -> Estimate? {
    guard !pairs.overflowed, pairs.x.steps != 0 else { return nil }
    guard let xx = pairs.varianceX, let yy = pairs.varianceY, let xy = pairs.covariance else { return nil }
    let n = Double(pairs.count)
    let ratio = pairs.y.value / pairs.x.value
    let meanX = pairs.x.value / n
    let residual = Swift.max(0, yy - 2 * ratio * xy + ratio * ratio * xx)
    return student(ratio, variance: residual / (n * meanX * meanX), pairs.count, level, .ratio)
  }

  /// The mean of the differences of the same travellers; nil as for `mean`.
  ///
  /// Where nothing changed for anybody it is exactly 0, and so is its interval.
  public static func pairedDifference(_ differences: MomentSums, level: Double = 0.95) -> Estimate? {
    mean(differences, level: level)
  }

  /// The mean of y - x over the same travellers; nil as for `mean`.
  public static func pairedDifference(_ pairs: PairMoments, level: Double = 0.95) -> Estimate? {
    guard !pairs.overflowed, pairs.count > 1 else { return nil }
    let n = Double(pairs.count)
    let (change, carried) = pairs.y.steps.subtractingReportingOverflow(pairs.x.steps)
    let (partial, carriedToo) = pairs.yy.steps.addingReportingOverflow(pairs.xx.steps)
    let (twice, carriedThree) = pairs.xy.steps.multipliedReportingOverflow(by: 2)
    let (squares, carriedFour) = partial.subtractingReportingOverflow(twice)
    guard !carried, !carriedToo, !carriedThree, !carriedFour else { return nil }
    let spread = WideDifference.ofProducts(Int128(pairs.count), squares, change, change) * 0x1p-40
    let variance = spread / (n * (n - 1))
    return student(Double(change) * 0x1p-20 / n, variance: variance / n, pairs.count, level, .mean)
  }

  /// The difference of two ratios over the same travellers, by the delta method.
  ///
  /// nil for fewer than two travellers, a denominator of 0 or sums out of range. With denominators of 1 it is
  /// exactly the paired mean difference; where nothing changed it is exactly 0, and so is its interval.
  public static func pairedDifference(_ pairs: PairedRatioMoments, level: Double = 0.95) -> Estimate? {
    guard let difference = pairs.difference, let variance = pairs.differenceVariance else { return nil }
    if pairs.isUnchanged { return student(0, variance: 0, pairs.count, level, .ratio) }
    return student(difference, variance: variance, pairs.count, level, .ratio)
  }

  private static func student(
    _ mean: Double,
    variance: Double,
    _ count: Int,
    _ level: Double,
    _ kind: Kind
  ) -> Estimate {
    let standardError = variance.squareRoot()
    // Without this an interval of no width would be 0 times a quantile: right, but at the price of computing it.
    let reach =
      standardError == 0
      ? 0 : standardError * StudentT(degrees: Double(count - 1)).upperQuantile(tail: (1 - level) / 2)
    return Estimate(
      mean: mean,
      standardError: standardError,
      low: mean - reach,
      high: mean + reach,
      level: level,
      kind: kind,
      count: count
    )
  }
}
