import JourneyProbability
import Testing

@Suite("Normal table")
struct NormalTableTests {
  let table = NormalTable()

  @Test("is within 2e-9 of the exact quantile at both ends, at every cut and between")
  func accuracy() {
    var draws: [UInt32] = Array(0..<3_000)
    for octave in 5..<32 {
      for step: UInt32 in 0..<64 {
        let cut = UInt32(1) << octave + step << (octave - 6 < 0 ? 0 : octave - 6)
        draws += [cut &- 1, cut, cut &+ 1, cut &+ (UInt32(1) << octave) / 128]
      }
    }
    var worst = 0.0
    for draw in draws + draws.map({ ~$0 }) {
      let exact = Normal.standardQuantile(PhiloxBlock.uniform(draw))
      worst = Swift.max(worst, Swift.abs(table.quantile(draw) - exact))
    }
    #expect(worst < 2e-9)
  }

  @Test("is odd around one half")
  func symmetry() {
    for draw: UInt32 in [0, 1, 77, 1 << 20, 1 << 30, (1 << 31) - 1] {
      #expect(table.quantile(~draw) == -table.quantile(draw))
      #expect(table.quantile(draw) < 0)
    }
  }

  @Test("never falls from one draw to the next")
  func monotone() {
    for start: UInt32 in [0, (1 << 20) - 5_000, (1 << 24) - 5_000, (1 << 30) - 5_000, (1 << 31) - 5_000] {
      var last = -Double.infinity
      for draw in start..<(start + 10_000) {
        let value = table.quantile(draw)
        #expect(value >= last)
        last = value
      }
    }
  }

  @Test("draws normal values, and a standard deviation 1 % too large would be seen")
  func moments() {
    let generator = Philox4x32(seed: 12)
    let n = 200_000
    var squares = 0.0
    for traveller in 0..<UInt32(n) {
      let value = table.quantile(generator.block(0, 1, traveller, 0).quality)
      squares += value * value
    }
    // The variance of a squared normal value is 2.
    let error = (2 / Double(n)).squareRoot()
    #expect(Swift.abs(squares / Double(n) - 1) < 5 * error)
    #expect(Swift.abs(squares * 1.01 * 1.01 / Double(n) - 1) > 5 * error)
  }
}
