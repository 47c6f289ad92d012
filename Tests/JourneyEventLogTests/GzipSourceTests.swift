import Foundation
import JourneyEventLog
import Testing

@Suite("Gzip")
struct GzipSourceTests {
  /// “hello, world\n” packed by gzip -n.
  private let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51,
    0x28, 0xCF,
    0x2F, 0xCA, 0x49, 0xE1, 0x02, 0x00, 0x53, 0x74, 0x24, 0xF4, 0x0D, 0x00, 0x00, 0x00,
  ]

  private func unpack(_ bytes: [UInt8], pieceSize: Int = 7) throws(EventLogError) -> String {
    var source = try LogSource(MemorySource(bytes, pieceSize: pieceSize), file: "test.csv.gz")
    var text: [UInt8] = []
    while try source.append(to: &text) > 0 {}
    return String(decoding: text, as: UTF8.self)
  }

  private func failure(_ bytes: [UInt8]) -> String? {
    do {
      _ = try unpack(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("a packed text is unpacked, wherever the pieces end", arguments: [1, 2, 5, 1000])
  func unpacks(pieceSize: Int) throws {
    #expect(try unpack(hello, pieceSize: pieceSize) == "hello, world\n")
  }

  @Test("several members follow each other, padding with zeros is allowed")
  func members() throws {
    #expect(try unpack(hello + hello) == "hello, world\nhello, world\n")
    #expect(try unpack(hello + [0, 0, 0, 0, 0, 0, 0, 0, 0]) == "hello, world\n")
  }

  @Test("a file that breaks off anywhere is an error, not a shorter log")
  func truncated() {
    for length in 2..<hello.count {
      #expect(failure(Array(hello[..<length])) == "gzip-truncated", "\(length)")
    }
    #expect(failure(hello + hello.dropLast()) == "gzip-truncated")
  }

  @Test("a damaged check sum and foreign bytes at the end are errors")
  func damaged() {
    var changed = hello
    changed[26] ^= 1
    #expect(failure(changed) == "gzip-damaged")
    #expect(failure(hello + Array("tail".utf8)) == "gzip-trailing")
  }

  @Test("what is not packed passes through unchanged, whatever the file is called")
  func plain() throws {
    #expect(try unpack(Array("a,b\n".utf8)) == "a,b\n")
    #expect(try unpack([]) == "")
    #expect(try unpack(Array("x".utf8), pieceSize: 1) == "x")
  }

  @Test("a small file that unfolds without end meets the limit of text")
  func bomb() throws {
    // Every member unfolds to 13 bytes; the limit stops the reading long before the end.
    let many = Array(repeatElement(hello, count: 2000).joined())
    let mapping = ColumnMapping(case: "hello", activity: "world", time: "t")
    do {
      var reader = try CSVReader(
        LogSource(MemorySource(many), file: "bomb.gz"),
        file: "bomb.gz",
        limits: LogLimits(textBytes: 5000)
      )
      while try reader.next() {}
      Issue.record("the limit did not hold for \(mapping)")
    } catch {
      #expect(error.code == "log-too-large")
    }
  }
}
