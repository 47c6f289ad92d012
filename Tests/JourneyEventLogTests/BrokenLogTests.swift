import JourneyEventLog
import Testing

@Suite("Broken logs")
struct BrokenLogTests {
  /// A small generator with a fixed seed (Steele, Lea and Flood 2014, splitmix).
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
  }

  @Test("whatever bytes are changed, a log is read or refused with a place, and every row is accounted for")
  func mutations() {
    let whole = Array(
      #"""
      case,what,when,via
      1,"home, sweet",2024-03-01T10:00:00.123+01:00,web
      2,"says ""no""",2024-03-01 10:00,app
      1,buy,2024-03-02,
      2,naïve,2024-02-29T23:59:59Z,web

      """#.utf8
    )
    let mapping = ColumnMapping(case: "case", activity: "what", time: "when", channel: "via")
    let spice: [UInt8] = [
      0, 0x0A, 0x0D, 0x22, 0x22, 0x2C, 0x3B, 0x09, 0x20, 0x2D, 0x39, 0x80, 0xC3, 0xFF, 0x1F, 0x8B,
    ]
    var numbers = Numbers(state: 1)
    var (read, refused) = (0, 0)
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0...numbers.next(below: 4) where !bytes.isEmpty {
        let place = numbers.next(below: bytes.count)
        switch numbers.next(below: 4) {
        case 0: bytes[place] = spice[numbers.next(below: spice.count)]
        case 1: bytes.insert(spice[numbers.next(below: spice.count)], at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + numbers.next(below: 30)))
        }
      }
      let source = MemorySource(bytes, pieceSize: 1 + numbers.next(below: 40))
      do {
        let log = try EventLog(LogSource(source, file: "log.csv"), file: "log.csv", mapping: mapping)
        #expect(log.eventCount + log.summary.droppedRows == log.summary.rows)
        #expect((0..<log.caseCount).reduce(0) { $0 + log.events(ofCase: $1).count } == log.eventCount)
        read += 1
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
        refused += 1
      }
    }
    #expect(read > 300 && refused > 300)
  }
}
