import JourneyProbability
import Testing

@Suite("Incomplete beta function")
struct IncompleteBetaTests {
  // From an independent numerical library: a, b, x, the part below, the part above.
  static let known: [(Double, Double, Double, Double, Double)] = [
    (0.668, 3.806, 0.1, 0.5045534182717368, 0.4954465817282632),
    (0.704, 1.182, 0.5, 0.6690496633911115, 0.3309503366088884),
    (0.1, 0.1, 1e-8, 0.08039169038004068, 0.9196083096199593),
    (50, 20, 0.7, 0.3825092483812333, 0.6174907516187668),
    (50, 20, 0.4, 4.7192800141389115e-08, 0.9999999528071999),
    (0.003, 2.997, 1e-5, 0.9703989480121094, 0.029601051987890682),
    (500_000, 500_000, 0.5005, 0.8413447460685569, 0.15865525393145347),
    (2, 3, 0.4, 0.5248, 0.4752),
    (20, 0.5, 0.99, 0.5286300645149844, 0.4713699354850157),
  ]

  @Test("has the known values", arguments: known)
  func values(_ known: (a: Double, b: Double, x: Double, lower: Double, upper: Double)) {
    let tails = IncompleteBeta.tails(known.a, known.b, x: known.x, y: 1 - known.x)
    #expect(Swift.abs(tails.lower / known.lower - 1) < 2e-12)
    #expect(Swift.abs(tails.upper / known.upper - 1) < 2e-12)
  }

  @Test("mirrors when both shapes and both parts change places")
  func reflection() {
    for x in [1e-12, 0.01, 0.3, 0.5, 0.9] {
      let tails = IncompleteBeta.tails(2.5, 0.7, x: x, y: 1 - x)
      let mirrored = IncompleteBeta.tails(0.7, 2.5, x: 1 - x, y: x)
      #expect(Swift.abs(tails.lower - mirrored.upper) < 1e-14)
    }
  }

  @Test("is 0 and 1 at the ends")
  func ends() {
    #expect(IncompleteBeta.tails(2, 3, x: 0, y: 1) == Tails(lower: 0, upper: 1))
    #expect(IncompleteBeta.tails(2, 3, x: 1, y: 0) == Tails(lower: 1, upper: 0))
  }

  @Test("has a density that is the slope of the function, small and large shapes alike")
  func density() {
    for (a, b, x) in [(0.7, 3.8, 0.1), (2.0, 3.0, 0.4), (20.0, 30.0, 0.37), (400.0, 300.0, 0.58)] {
      let h = 1e-6
      let rise =
        IncompleteBeta.tails(a, b, x: x + h, y: 1 - x - h).lower
        - IncompleteBeta.tails(a, b, x: x - h, y: 1 - x + h).lower
      #expect(Swift.abs(rise / (2 * h) / IncompleteBeta.density(a, b, x: x, y: 1 - x) - 1) < 1e-7)
    }
  }
}
