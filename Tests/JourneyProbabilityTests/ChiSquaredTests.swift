import JourneyProbability
import Testing

@Suite("Chi-squared distribution")
struct ChiSquaredTests {
  // From an independent numerical library: degrees, value, probability above, at most.
  @Test(
    "has the known tails",
    arguments: [
      (1, 3.841458820694124, 0.04999999999999989, 0.9500000000000001),
      (5, 11.07, 0.050009618622405425, 0.9499903813775946),
      (100, 150, 0.0009039320423540184, 0.9990960679576459),
      (10, 2, 0.9963401531726563, 0.003659846827343713),
      (1_000, 1_100, 0.014614408126295192, 0.9853855918737048),
    ]
  )
  func tails(_ degrees: Double, _ x: Double, _ upper: Double, _ lower: Double) {
    let tails = ChiSquared(degrees: degrees).tails(x)
    #expect(Swift.abs(tails.upper / upper - 1) < 1e-12)
    #expect(Swift.abs(tails.lower / lower - 1) < 1e-12)
  }

  @Test("is 0 and 1 at the ends")
  func ends() {
    #expect(ChiSquared(degrees: 3).tails(0) == Tails(lower: 0, upper: 1))
    #expect(ChiSquared(degrees: 3).tails(.infinity) == Tails(lower: 1, upper: 0))
  }
}
