import JourneyStatistics
import Testing

@Suite("Shapley values")
struct ShapleyTests {
  @Test("An additive game gives each its own")
  func additive() {
    let own = [10.0, 6, 4]
    let values = Shapley.values(players: 3) { set in
      own.indices.reduce(0) { $0 + (set >> UInt64($1) & 1 == 1 ? own[$1] : 0) }
    }
    for (value, expected) in zip(values, own) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test("Three hurdles in a row, taken away: the values are known")
  func product() {
    let hurdles = [0.10, 0.20, 0.05]
    func worth(_ set: UInt64) -> Double {
      hurdles.indices.reduce(0.5) { $0 * (set >> UInt64($1) & 1 == 1 ? 1 : 1 - hurdles[$1]) }
    }
    let values = Shapley.values(players: 3, worth: worth)
    for (value, expected) in zip(values, [0.0439167, 0.0926667, 0.0214167]) {
      #expect(abs(value - expected) < 5e-8)
    }
    #expect(abs(values.reduce(0, +) - 0.158) < 1e-12)
    let solo = (0..<3).map { worth(1 << UInt64($0)) - worth(0) }
    for (value, expected) in zip(solo, [0.038, 0.0855, 0.018]) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test("Twins share alike, a bystander gets nothing, nobody is no game")
  func axioms() {
    let values = Shapley.values(players: 3) { $0 & 0b11 == 0b11 ? 8 : 0 }
    #expect(values == [4, 4, 0])
    #expect(Shapley.values(players: 0) { _ in 1 } == [])
  }
}
