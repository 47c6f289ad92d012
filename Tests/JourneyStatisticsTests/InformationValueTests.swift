import JourneyProbability
import JourneyStatistics
import Testing

/// Benefits that are linear in normal inputs have values of information in closed form.
@Suite("Value of information")
struct InformationValueTests {
  private let count = 1_000

  private func normal(_ draw: Int, _ input: UInt32) -> Double {
    let address = DrawAddress(visit: 0, site: input, traveller: UInt64(draw), period: 0, purpose: .input)
    return Normal.standardQuantile(Philox4x32(seed: 21).block(at: address).uniform0)
  }

  /// E max(0, m + s Z) - max(0, m) = m Phi(m / s) + s phi(m / s) - max(0, m).
  private func exact(_ mean: Double, _ deviation: Double) -> Double {
    let z = mean / deviation
    return mean * Normal.standardCumulative(z) + deviation * Normal.standardDensity(z) - max(0, mean)
  }

  private func scores(_ input: UInt32) -> [[Double]] { (0..<count).map { [normal($0, input)] } }

  @Test("one option against none: the closed form is in the interval, another input's is not")
  func oneOption() throws {
    // Benefit 0.3 + 1.0 x + 0.5 y; w has no part in it.
    let benefits = (0..<count).map { [0.3 + normal($0, 1) + 0.5 * normal($0, 2)] }
    let value = try #require(InformationValue(benefits, decision: .one, seed: 5))
    let ofX = try #require(value.of(scores(1)))
    let ofY = try #require(value.of(scores(2)))
    let ofNothing = try #require(value.of(scores(3)))
    #expect(ofX.covers(exact(0.3, 1)))
    #expect(ofY.covers(exact(0.3, 0.5)))
    #expect(value.ofEverything().covers(exact(0.3, 1.25.squareRoot())))
    // Both together are everything here.
    let both = try #require(value.of((0..<count).map { [normal($0, 1), normal($0, 2)] }))
    #expect(both.covers(exact(0.3, 1.25.squareRoot())))
    // Twins that must fail.
    #expect(!ofY.covers(exact(0.3, 1)))
    #expect(!ofX.covers(exact(0.3, 0.5)))
    #expect(!ofNothing.covers(exact(0.3, 0.5)))
    #expect(ofNothing.low <= 0 && ofNothing.high < 0.02)
  }

  @Test("options by themselves add up, rivals do not")
  func decisions() throws {
    let benefits = (0..<count).map { [0.2 + normal($0, 1), -0.1 + normal($0, 2)] }
    let each = try #require(InformationValue(benefits, decision: .each, seed: 5))
    let one = try #require(InformationValue(benefits, decision: .one, seed: 5))
    #expect(each.ofEverything().covers(exact(0.2, 1) + exact(-0.1, 1)))
    #expect(!one.ofEverything().covers(exact(0.2, 1) + exact(-0.1, 1)))
  }

  @Test("too few draws give no value")
  func tooFew() throws {
    #expect(InformationValue([[1]], decision: .one, seed: 1) == nil)
    #expect(InformationValue([[Double]](repeating: [.nan], count: 60), decision: .one, seed: 1) == nil)
    let value = try #require(InformationValue((0..<50).map { [normal($0, 1)] }, decision: .one, seed: 1))
    #expect(value.of((0..<50).map { draw in (0..<12).map { normal(draw, UInt32($0)) } }) == nil)
    #expect(value.of(scores(1)) == nil)
  }
}
