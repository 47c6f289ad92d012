/// What a difference of two ratios needs when the same travellers walk through both variants.
///
/// Each traveller brings a numerator and a denominator under the variant and under the baseline. Kept are the
/// baseline's values and the *changes*, so that a traveller whom the variant leaves alone costs little and the
/// variance of a small change is not a difference of large numbers. Exact and mergeable in any order.
@frozen
public struct PairedRatioMoments: Equatable, Sendable {
  /// How many travellers were added.
  public var count: Int
  /// The sum of the changes of the numerator, variant minus baseline.
  public var numeratorChange: FixedPointSum
  /// The sum of the changes of the denominator.
  public var denominatorChange: FixedPointSum
  /// The sum of the baseline's numerators and denominators, and their products.
  public var baseline: PairMoments

  /// The six sums of products in which a change takes part.
  @usableFromInline var changeProducts: ChangeProducts

  /// Products of changes with each other and with the baseline's values.
  @frozen
  @usableFromInline
  struct ChangeProducts: Equatable, Sendable {
    @usableFromInline var nn = ProductSum()
    @usableFromInline var nd = ProductSum()
    @usableFromInline var dd = ProductSum()
    @usableFromInline var nBaselineN = ProductSum()
    @usableFromInline var nBaselineD = ProductSum()
    @usableFromInline var dBaselineN = ProductSum()
    @usableFromInline var dBaselineD = ProductSum()

    @inlinable
    init() {}

    @inlinable
    mutating func merge(_ other: ChangeProducts) {
      nn.merge(other.nn)
      nd.merge(other.nd)
      dd.merge(other.dd)
      nBaselineN.merge(other.nBaselineN)
      nBaselineD.merge(other.nBaselineD)
      dBaselineN.merge(other.dBaselineN)
      dBaselineD.merge(other.dBaselineD)
    }

    @usableFromInline var overflowed: Bool {
      nn.overflowed || nd.overflowed || dd.overflowed || nBaselineN.overflowed || nBaselineD.overflowed
        || dBaselineN.overflowed || dBaselineD.overflowed
    }
  }

  /// No travellers.
  @inlinable
  public init() {
    count = 0
    numeratorChange = FixedPointSum()
    denominatorChange = FixedPointSum()
    baseline = PairMoments()
    changeProducts = ChangeProducts()
  }

  /// Whether any sum left its range; then the figures mean nothing.
  public var overflowed: Bool {
    numeratorChange.overflowed || denominatorChange.overflowed || baseline.overflowed
      || changeProducts.overflowed
  }

  /// Adds a traveller: numerator and denominator under the variant, then under the baseline.
  @inlinable
  public mutating func add(
    numerator n1: Double,
    denominator d1: Double,
    baselineNumerator n0: Double,
    baselineDenominator d0: Double
  ) {
    add(
      scaledNumerator: FixedPoint.scaled(n1),
      denominator: FixedPoint.scaled(d1),
      baselineNumerator: FixedPoint.scaled(n0),
      baselineDenominator: FixedPoint.scaled(d0)
    )
  }

  /// Adds a traveller whose values `FixedPoint.scaled` has made.
  @inlinable
  public mutating func add(
    scaledNumerator n1: Int64,
    denominator d1: Int64,
    baselineNumerator n0: Int64,
    baselineDenominator d0: Int64
  ) {
    count &+= 1
    baseline.add(scaledX: d0, y: n0)
    addChange(
      scaledNumerator: n1,
      denominator: d1,
      baselineNumerator: n0,
      baselineDenominator: d0
    )
  }

  /// Counts in what one traveller changed, but not the traveller: `over(_:)` supplies all travellers' baseline.
  @inlinable
  public mutating func addChange(
    scaledNumerator n1: Int64,
    denominator d1: Int64,
    baselineNumerator n0: Int64,
    baselineDenominator d0: Int64
  ) {
    if n1 == n0 && d1 == d0 { return }
    var n = n1 &- n0
    var d = d1 &- d0
    // Values in range are below 2^62 steps, so only a mark of what is out of range can spoil a difference.
    if n1 == FixedPoint.outOfRange || n0 == FixedPoint.outOfRange { n = FixedPoint.outOfRange }
    if d1 == FixedPoint.outOfRange || d0 == FixedPoint.outOfRange { d = FixedPoint.outOfRange }
    numeratorChange.add(scaled: n)
    changeProducts.nn.add(scaled: n, n)
    changeProducts.nBaselineN.add(scaled: n, n0)
    changeProducts.nBaselineD.add(scaled: n, d0)
    // Most denominators are 1 in both worlds: then there is nothing more to add.
    if d == 0 { return }
    denominatorChange.add(scaled: d)
    changeProducts.nd.add(scaled: n, d)
    changeProducts.dd.add(scaled: d, d)
    changeProducts.dBaselineN.add(scaled: d, n0)
    changeProducts.dBaselineD.add(scaled: d, d0)
  }

  /// These changes over a baseline that was summed once for several variants.
  public func over(_ baseline: PairMoments) -> PairedRatioMoments {
    var copy = self
    copy.baseline = baseline
    copy.count = baseline.count
    return copy
  }

  /// The variant's own sums, exactly as if they had been added traveller by traveller.
  public var variant: PairMoments {
    let p = changeProducts
    return PairMoments(
      count: count,
      x: baseline.x.plus(denominatorChange),
      y: baseline.y.plus(numeratorChange),
      xx: baseline.xx.plus(p.dBaselineD).plus(p.dBaselineD).plus(p.dd),
      xy: baseline.xy.plus(p.dBaselineN).plus(p.nBaselineD).plus(p.nd),
      yy: baseline.yy.plus(p.nBaselineN).plus(p.nBaselineN).plus(p.nn)
    )
  }

  /// Adds all of another set. Associative and commutative.
  @inlinable
  public mutating func merge(_ other: PairedRatioMoments) {
    count &+= other.count
    numeratorChange.merge(other.numeratorChange)
    denominatorChange.merge(other.denominatorChange)
    baseline.merge(other.baseline)
    changeProducts.merge(other.changeProducts)
  }

  /// Whether the variant changed nothing for anybody.
  public var isUnchanged: Bool {
    changeProducts.nn.steps == 0 && changeProducts.dd.steps == 0 && !overflowed
  }

  /// The ratio under the variant minus the ratio under the baseline; nil where a denominator is 0.
  ///
  /// When every denominator is 1 this is the mean of the paired differences.
  public var difference: Double? {
    let d0 = baseline.x.steps
    let d1 = d0 &+ denominatorChange.steps
    guard d0 != 0, d1 != 0 else { return nil }
    // N1/D1 - N0/D0 = (change of N * D0 - N0 * change of D) / (D1 * D0), the numerator taken exactly.
    let numerator = WideDifference.ofProducts(
      numeratorChange.steps,
      d0,
      baseline.y.steps,
      denominatorChange.steps
    )
    return numerator / Double(d1) / Double(d0)
  }

  /// The variance of `difference` by the delta method; nil for fewer than two travellers or a denominator of 0.
  ///
  /// Var(sum of a_i X_i) / n with X = (change of N, change of D, N0, D0) and the gradient of the difference as a.
  public var differenceVariance: Double? {
    guard count > 1, !overflowed, let difference else { return nil }
    let n = Double(count)
    let d0 = baseline.x.value / n
    let d1 = d0 + denominatorChange.value / n
    let r0 = baseline.y.value / baseline.x.value
    let r1 = r0 + difference
    let change = denominatorChange.value / n
    // 1/d1 - 1/d0 and r1/d1 - r0/d0, written so that they are exactly 0 when nothing changes.
    let a = [1 / d1, -r1 / d1, -change / (d1 * d0), (r0 * change - difference * d0) / (d1 * d0)]
    let sums = [numeratorChange.steps, denominatorChange.steps, baseline.y.steps, baseline.x.steps]
    let p = changeProducts
    let products = [
      [p.nn, p.nd, p.nBaselineN, p.nBaselineD],
      [p.nd, p.dd, p.dBaselineN, p.dBaselineD],
      [p.nBaselineN, p.dBaselineN, baseline.yy, baseline.xy],
      [p.nBaselineD, p.dBaselineD, baseline.xy, baseline.xx],
    ]
    var total = 0.0
    for i in 0..<4 {
      for j in 0..<4 where a[i] != 0 && a[j] != 0 {
        let spread = WideDifference.ofProducts(Int128(count), products[i][j].steps, sums[i], sums[j])
        total += a[i] * a[j] * (spread * 0x1p-40 / (n * (n - 1)))
      }
    }
    return Swift.max(0, total / n)
  }
}
