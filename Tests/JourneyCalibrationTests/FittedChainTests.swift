import JourneyCalibration
import JourneyEventLog
import JourneyTestSupport
import Testing

@Suite("Fitted chain")
struct FittedChainTests {
  private func tally(_ cases: [String]) throws -> LogTally {
    try LogTally(TestLog.of(cases))
  }

  @Test("journey lengths of a chain with one loop are geometric")
  func geometric() throws {
    // Three visits to a in two cases: from a, one of three moves stays, two end.
    let chain = FittedChain(try tally(["a a", "a"]))
    let lengths = chain.lengths().probabilities
    #expect(lengths[0] == 0)
    for length in 1...20 {
      var wanted = 2.0 / 3
      for _ in 1..<length { wanted /= 3 }
      #expect(abs(lengths[length] - wanted) < 1e-15 * 10)
    }
    #expect(abs(lengths.reduce(0, +) - 1) < 1e-11)
  }

  @Test("the mean number of visits is the log's own, although lengths are not")
  func meanLength() throws {
    let chain = FittedChain(try tally(["a b a b c", "b c", "a", "c c a b"]))
    let lengths = chain.lengths().probabilities
    let mean = lengths.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(mean - 3) < 1e-9)
  }

  @Test("the cap is round, at least twice the longest case, and says what is beyond")
  func cap() throws {
    let straight = FittedChain(try tally(["a b c", "a c"])).cap(longestCase: 3)
    #expect(straight.visits == 10)
    #expect(straight.shareBeyond < 1e-15)
    // A loop left with probability 2/3 each time: (1/3)^20 is below a millionth, (1/3)^10 is not.
    let loop = FittedChain(try tally(["a a", "a"])).cap(longestCase: 2)
    #expect(loop.visits == 20)
    #expect(abs(loop.shareBeyond - 2.867972e-10) < 1e-12)
    // A loop left once in 200,000 visits cannot be covered.
    let long = FittedChain(try tally([String(repeating: "a ", count: 200_000)])).cap(longestCase: 200_000)
    #expect(long.visits == 500_000)
    #expect(long.shareBeyond > 0.01)
  }
}
