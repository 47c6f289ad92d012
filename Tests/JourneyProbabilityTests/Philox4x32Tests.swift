import JourneyProbability
import Testing

/// A counter, a key and the answer published for them.
struct KnownAnswer: CustomTestStringConvertible, Sendable {
  var counter: [UInt32]
  var seed: UInt64
  var answer: [UInt32]
  var testDescription: String { "counter \(counter), seed \(seed)" }
}

@Suite("Philox4x32")
struct Philox4x32Tests {
  // The first three are the generator's published vectors; the others pin the project's way of calling it.
  static let known: [KnownAnswer] = [
    KnownAnswer(
      counter: [0, 0, 0, 0],
      seed: 0,
      answer: [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]
    ),
    KnownAnswer(
      counter: [.max, .max, .max, .max],
      seed: .max,
      answer: [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
    ),
    KnownAnswer(
      counter: [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344],
      seed: 0x299F_31D0_A409_3822,
      answer: [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
    ),
    KnownAnswer(
      counter: [0, 0, 0, 0],
      seed: 1,
      answer: [0xE3E8_0670, 0xE50A_0EBC, 0x95F2_22C0, 0xB615_AA27]
    ),
    KnownAnswer(
      counter: [1, 0, 0, 0],
      seed: 1,
      answer: [0xAC08_141B, 0xDFC5_CCBE, 0x79C0_7A47, 0xA7F6_6093]
    ),
    KnownAnswer(
      counter: [0, 0, 1, 0],
      seed: 1,
      answer: [0x0707_1C12, 0x4282_64B6, 0x3909_104B, 0x6DA2_BDA2]
    ),
    KnownAnswer(
      counter: [7, 3, 123_456, 0],
      seed: 20_240_229,
      answer: [0xD14D_4163, 0xE783_E01A, 0x391C_DF3E, 0x9A02_FA49]
    ),
  ]

  @Test("gives the published words", arguments: known)
  func knownAnswers(_ known: KnownAnswer) {
    let block = Philox4x32(seed: known.seed).block(
      known.counter[0],
      known.counter[1],
      known.counter[2],
      known.counter[3]
    )
    #expect([block.x0, block.x1, block.x2, block.x3] == known.answer)
    #expect((0..<4).map { block[$0] } == known.answer)
  }

  @Test("takes the low half of the seed as first key word")
  func keyWords() {
    let generator = Philox4x32(seed: 0x0000_0002_0000_0001)
    #expect(generator.keyLow == 1)
    #expect(generator.keyHigh == 2)
  }

  @Test("never gives 0 or 1, and mirrors around one half")
  func uniformEnds() {
    #expect(PhiloxBlock.uniform(0) == 0x1p-33)
    #expect(PhiloxBlock.uniform(.max) == 1 - 0x1p-33)
    #expect(PhiloxBlock.uniform(.max).nextUp < 1)
    for word: UInt32 in [0, 1, 12_345, 1 << 31, .max] {
      #expect(PhiloxBlock.uniform(word) + PhiloxBlock.uniform(~word) == 1)
    }
  }

  @Test("names the same four numbers as words and as uniforms")
  func uniformFields() {
    let block = PhiloxBlock(0, 1 << 31, .max, 7)
    #expect(block.uniform0 == 0x1p-33)
    #expect(block.uniform1 == 0.5 + 0x1p-33)
    #expect(block.uniform2 == 1 - 0x1p-33)
    #expect(block.uniform3 == 7.5 / 4_294_967_296)
  }

  @Test("fills 64 equal bins as evenly as luck would, in each word")
  func evenness() {
    // Limits: 256 bins, false alarm 1e-6 in all; normal approximation of a binomial with 4,096 expected per bin.
    let travellers = 262_144
    let limit = 6.2 * (Double(travellers) / 64 * (63.0 / 64)).squareRoot()
    let worst = worstBin(travellers) { $0 }
    #expect(worst < limit)
    // The twin: a word that is too rarely small by one in five. It must be seen.
    let bent = worstBin(travellers) { $0 < 429_496_729 && $0 % 5 == 0 ? $0 &+ (1 << 31) : $0 }
    #expect(bent > limit)
  }

  private func worstBin(_ travellers: Int, _ bend: (UInt32) -> UInt32) -> Double {
    let generator = Philox4x32(seed: 42)
    var counts = [Int](repeating: 0, count: 256)
    for traveller in 0..<UInt32(travellers) {
      let block = generator.block(0, 99, traveller, 0)
      for word in 0..<4 { counts[word * 64 + Int(bend(block[word]) >> 26)] += 1 }
    }
    return counts.map { Swift.abs(Double($0) - Double(travellers) / 64) }.max() ?? .infinity
  }
}
