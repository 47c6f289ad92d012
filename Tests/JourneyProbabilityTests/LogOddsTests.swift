import JourneyProbability
import Testing

@Suite("Log odds")
struct LogOddsTests {
  @Test("goes there and back")
  func inverse() {
    #expect(LogOdds.of(0.5) == 0)
    #expect(Swift.abs(LogOdds.of(0.8) - 1.3862943611198906) < 1e-15)
    for value in [-30.0, -2, 0, 0.1, 5] {
      #expect(Swift.abs(LogOdds.of(LogOdds.probability(value)) - value) < 1e-12)
    }
  }

  @Test("is infinite at 0 and 1, and nothing overflows there")
  func ends() {
    #expect(LogOdds.of(0) == -.infinity)
    #expect(LogOdds.of(1) == .infinity)
    #expect(LogOdds.tails(-2_000) == Tails(lower: 0, upper: 1))
    #expect(LogOdds.tails(2_000) == Tails(lower: 1, upper: 0))
    #expect(LogOdds.probability(-2_000) == 0)
  }

  @Test("keeps the digits of the lesser part")
  func digits() {
    let tails = LogOdds.tails(50)
    #expect(Swift.abs(tails.upper / 1.9287498479639178e-22 - 1) < 1e-15)
    #expect(tails.lower == 1)
  }
}
