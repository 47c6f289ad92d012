import JourneyStatistics
import Testing

@Suite("Paired ratio moments")
struct PairedRatioMomentsTests {
  /// Numerator and denominator under the variant, then under the baseline.
  typealias Row = (n1: Double, d1: Double, n0: Double, d0: Double)

  // Made-up travellers; every fifth untouched by the variant.
  static let rows: [Row] = (0..<400).map { index in
    let visits = Double(1 + index % 4)
    let score = Double(index * 37 % 101)
    if index % 5 == 0 { return (score, visits, score, visits) }
    return (score + Double(index % 7), visits + Double(index % 3 == 0 ? 1 : 0), score, visits)
  }

  private func moments(_ rows: [Row]) -> PairedRatioMoments {
    var moments = PairedRatioMoments()
    for row in rows {
      moments.add(
        numerator: row.n1,
        denominator: row.d1,
        baselineNumerator: row.n0,
        baselineDenominator: row.d0
      )
    }
    return moments
  }

  @Test("has the difference of the ratios and the variance of its residuals")
  func difference() throws {
    let moments = moments(Self.rows)
    let n = Double(Self.rows.count)
    let d1 = Self.rows.reduce(0) { $0 + $1.d1 } / n
    let d0 = Self.rows.reduce(0) { $0 + $1.d0 } / n
    let r1 = Self.rows.reduce(0) { $0 + $1.n1 } / n / d1
    let r0 = Self.rows.reduce(0) { $0 + $1.n0 } / n / d0
    #expect(Swift.abs(try #require(moments.difference) - (r1 - r0)) < 1e-12)
    // The textbook form: the variance of each traveller's linearised contribution.
    let residuals = Self.rows.map { ($0.n1 - r1 * $0.d1) / d1 - ($0.n0 - r0 * $0.d0) / d0 }
    let expected = residuals.reduce(0) { $0 + $1 * $1 } / (n - 1) / n
    #expect(Swift.abs(try #require(moments.differenceVariance) / expected - 1) < 1e-10)
  }

  @Test("is the paired mean difference when every denominator is 1")
  func unitDenominators() throws {
    var differences = MomentSums()
    let rows: [Row] = Self.rows.map { ($0.n1, 1, $0.n0, 1) }
    for row in rows { differences.add(row.n1 - row.n0) }
    let moments = moments(rows)
    let mean = try #require(differences.mean)
    let variance = try #require(differences.variance) / Double(differences.count)
    #expect(Swift.abs(try #require(moments.difference) - mean) <= 1e-15 * Swift.abs(mean))
    #expect(Swift.abs(try #require(moments.differenceVariance) / variance - 1) < 1e-13)
  }

  @Test("is exactly 0 when nothing changes")
  func nothing() throws {
    let moments = moments(Self.rows.map { ($0.n0, $0.d0, $0.n0, $0.d0) })
    #expect(moments.isUnchanged)
    #expect(moments.difference == 0)
    #expect(moments.differenceVariance == 0)
  }

  @Test("sees a single traveller's change")
  func oneChange() throws {
    var rows: [Row] = Self.rows.map { ($0.n0, $0.d0, $0.n0, $0.d0) }
    rows[7].n1 += 0.001
    let moments = moments(rows)
    #expect(!moments.isUnchanged)
    #expect(try #require(moments.difference) > 0)
    #expect(try #require(moments.differenceVariance) > 0)
  }

  @Test("has no difference without a denominator or with too few travellers")
  func impossible() {
    #expect(moments([]).difference == nil)
    #expect(moments([(1, 0, 1, 1)]).difference == nil)
    #expect(moments([(1, 1, 1, 1)]).differenceVariance == nil)
  }

  @Test("merges to the same bits in any split and order")
  func merging() {
    var merged = moments(Self.rows[150...].reversed())
    merged.merge(moments(Array(Self.rows[..<150])))
    #expect(merged == moments(Self.rows))
  }

  @Test("says when any of the four values was out of range")
  func overflow() {
    #expect(moments([(.nan, 1, 1, 1)]).overflowed)
    #expect(moments([(1, .nan, 1, 1)]).overflowed)
    #expect(moments([(1, 1, .nan, 1)]).overflowed)
    #expect(moments([(1, 1, 1, .nan)]).overflowed)
    #expect(moments([(1e300, 1e300, 1e300, 1e300)]).overflowed)
  }
}
