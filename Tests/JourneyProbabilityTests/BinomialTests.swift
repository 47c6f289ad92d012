import JourneyProbability
import Testing

@Suite("Binomial distribution")
struct BinomialTests {
  // From an independent numerical library: trials, chance, count, mass, at most, more.
  static let known: [(Int, Double, Int, Double, Double, Double)] = [
    (10, 0.3, 3, 0.2668279319999998, 0.6496107184000002, 0.3503892815999998),
    (1_000_000, 0.3, 300_500, 0.00047991816459569425, 0.8626169720306271, 0.13738302796937288),
    (1_000_000, 0.3, 298_000, 6.29824950556699e-08, 6.3299684047719576e-06, 0.9999936700315952),
    (100, 1e-6, 0, 0.9999000049498369, 0.9999000049498383, 9.999505016169608e-05),
    (100, 1e-6, 1, 9.999010048508435e-05, 0.9999999950503234, 4.949676611763373e-09),
    (100, 0.5, 50, 0.07958923738717875, 0.5397946186935889, 0.46020538130641103),
  ]

  @Test("has the known probabilities", arguments: known)
  func values(_ known: (n: Int, p: Double, k: Int, mass: Double, lower: Double, upper: Double)) {
    let binomial = Binomial(trials: known.n, probability: known.p)
    #expect(Swift.abs(binomial.mass(known.k) / known.mass - 1) < 1e-11)
    #expect(Swift.abs(binomial.tails(known.k).lower / known.lower - 1) < 1e-11)
    #expect(Swift.abs(binomial.tails(known.k).upper / known.upper - 1) < 1e-11)
    #expect(binomial.cumulative(known.k) == binomial.tails(known.k).lower)
  }

  @Test("sums its masses to its cumulative probabilities", arguments: [0.0, 0.001, 0.37, 1.0])
  func sums(_ p: Double) {
    for n in 0...12 {
      let binomial = Binomial(trials: n, probability: p)
      var sum = 0.0
      for k in 0...n {
        sum += binomial.mass(k)
        #expect(Swift.abs(binomial.cumulative(k) - sum) < 1e-13)
      }
      #expect(Swift.abs(sum - 1) < 1e-13)
      #expect(binomial.mass(-1) == 0)
      #expect(binomial.mass(n + 1) == 0)
    }
  }

  @Test("has quantiles that are the first count to reach a share")
  func quantiles() {
    let binomial = Binomial(trials: 20, probability: 0.3)
    for u in [0.001, 0.1, 0.5, 0.9, 0.999_999] {
      let k = binomial.quantile(u)
      #expect(binomial.cumulative(k) >= u)
      #expect(binomial.cumulative(k - 1) < u)
    }
  }

  @Test("has limits that leave at most half the false alarms on each side, and no wider than needed")
  func limits() {
    for (n, p, alarm) in [(50, 0.1, 0.05), (100_000, 0.308, 1e-6), (1_000, 0.001, 1e-4)] {
      let binomial = Binomial(trials: n, probability: p)
      let limits = binomial.limits(falseAlarm: alarm)
      #expect(binomial.cumulative(limits.lowerBound - 1) <= alarm / 2)
      #expect(binomial.cumulative(limits.lowerBound) > alarm / 2)
      #expect(binomial.tails(limits.upperBound).upper <= alarm / 2)
      #expect(binomial.tails(limits.upperBound - 1).upper > alarm / 2)
    }
    #expect(Binomial(trials: 9, probability: 0).limits(falseAlarm: 1e-6) == 0...0)
    #expect(Binomial(trials: 9, probability: 1).limits(falseAlarm: 1e-6) == 9...9)
  }

  @Test("has the exact two-sided p-value")
  func pValue() {
    let coin = Binomial(trials: 10, probability: 0.5)
    #expect(Swift.abs(coin.twoSidedP(1) - 22.0 / 1_024) < 1e-15)
    #expect(coin.twoSidedP(5) == 1)
    #expect(Swift.abs(coin.twoSidedP(10) - 2.0 / 1_024) < 1e-15)
    #expect(Binomial(trials: 10, probability: 0).twoSidedP(1) == 0)
    #expect(Binomial(trials: 10, probability: 0).twoSidedP(0) == 1)
  }
}
