import JourneyStatistics
import Testing

@Suite("Multiplicity")
struct MultiplicityTests {
  @Test("adjusts by Holm's method")
  func holm() {
    let adjusted = Multiplicity.holm([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(Swift.abs(value - expected) < 1e-15)
    }
    #expect(Multiplicity.holm([]) == [])
    #expect(Multiplicity.holm([0.6, 0.7]) == [1, 1])
    #expect(Multiplicity.holm([0.02, 0.02]) == [0.04, 0.04])
  }

  @Test("adjusts by Bonferroni's method")
  func bonferroni() {
    #expect(Multiplicity.bonferroni([0.01, 0.5]) == [0.02, 1])
    #expect(Swift.abs(Multiplicity.level(0.95, shared: 10) - 0.995) < 1e-15)
    #expect(Multiplicity.level(0.95, shared: 1) == 0.95)
    #expect(Multiplicity.level(0.95, shared: 0) == 0.95)
  }
}
