import JourneyEventLog
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
  /// All records of a text, read in pieces of the given size so that every boundary is crossed.
  private func records(_ text: String, pieceSize: Int = 1 << 16) throws -> [[String]] {
    var reader = try CSVReader(MemorySource(Array(text.utf8), pieceSize: pieceSize), file: "test.csv")
    var records: [[String]] = []
    while try reader.next() { records.append((0..<reader.fieldCount).map { reader.text($0) ?? "?" }) }
    return records
  }

  private func failure(_ text: String, limits: LogLimits = LogLimits()) -> EventLogError? {
    do {
      var reader = try CSVReader(
        MemorySource(Array(text.utf8), pieceSize: 8),
        file: "test.csv",
        limits: limits
      )
      while try reader.next() {}
      return nil
    } catch {
      return error
    }
  }

  @Test("fields are the text between separators, empty ones and the last included")
  func plainFields() throws {
    #expect(try records("a,b,c\n1,,\n,2,") == [["a", "b", "c"], ["1", "", ""], ["", "2", ""]])
  }

  @Test("quoted fields hold separators, line ends and doubled quotes", arguments: [1, 2, 3, 5, 7, 64])
  func quotedFields(pieceSize: Int) throws {
    let text = "id,\"what, where\"\n1,\"says \"\"no\"\"\nand leaves\"\n2,\"\"\n3,\"\"\"\"\n"
    let wanted = [["id", "what, where"], ["1", "says \"no\"\nand leaves"], ["2", ""], ["3", "\""]]
    #expect(try records(text, pieceSize: pieceSize) == wanted)
  }

  @Test("LF, CRLF and CR end a line, wherever the pieces end", arguments: [1, 2, 3, 4, 64])
  func lineEnds(pieceSize: Int) throws {
    let wanted = [["a", "b"], ["1", "2"], ["3", "4"]]
    for end in ["\n", "\r\n", "\r"] {
      #expect(try records("a,b\(end)1,2\(end)3,4\(end)", pieceSize: pieceSize) == wanted)
      #expect(try records("a,b\(end)1,2\(end)3,4", pieceSize: pieceSize) == wanted)
    }
  }

  @Test("the separator is the one that the first line holds most of outside quotes")
  func separator() throws {
    #expect(try records("a;b;\"c,d,e\"\n1;2,5;3\n") == [["a", "b", "c,d,e"], ["1", "2,5", "3"]])
    #expect(try records("a\tb\n1,1\t2\n") == [["a", "b"], ["1,1", "2"]])
    #expect(try records("a|b\n1|2\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("alone\n1\n") == [["alone"], ["1"]])
  }

  @Test("a byte order mark is not part of the first name", arguments: [1, 2, 64])
  func byteOrderMark(pieceSize: Int) throws {
    #expect(try records("\u{FEFF}a,b\n1,2\n", pieceSize: pieceSize) == [["a", "b"], ["1", "2"]])
  }

  @Test("empty lines are counted and are not records")
  func blankLines() throws {
    var reader = try CSVReader(MemorySource(Array("a\n\n1\n\n\n".utf8)), file: "test.csv")
    var count = 0
    while try reader.next() { count += 1 }
    #expect(count == 2)
    #expect(reader.blankLines == 3)
    #expect(try records("a\n\"\"\n") == [["a"], [""]])
  }

  @Test("lines are counted through quoted line ends")
  func lines() throws {
    var reader = try CSVReader(MemorySource(Array("a,b\n1,\"x\ny\nz\"\n2,3\n".utf8)), file: "test.csv")
    var lines: [Int] = []
    while try reader.next() { lines.append(reader.line) }
    #expect(lines == [1, 2, 5])
  }

  @Test("an unclosed quote is reported where it opens")
  func unclosedQuote() {
    let error = failure("a,b\n1,2\n3,\"open\n4,5\n")
    #expect(error?.code == "quote-unclosed")
    #expect(error?.line == 3)
    #expect(error?.column == 3)
  }

  @Test("text after a closing quote is reported where it stands, in characters rather than bytes")
  func textAfterQuote() {
    let error = failure("a,b\nä\u{00F6},\"x\"y\n")
    #expect(error?.code == "quote-trailing")
    #expect(error?.line == 2)
    #expect(error?.column == 7)
  }

  @Test("a record or a text beyond its limit ends the reading")
  func limits() {
    let longQuote = "a,b\n1,\"" + String(repeating: "x", count: 3000)
    #expect(failure(longQuote, limits: LogLimits(recordBytes: 1000))?.code == "record-too-long")
    let long = "a,b\n" + String(repeating: "1,2\n", count: 1000)
    #expect(failure(long, limits: LogLimits(textBytes: 1000))?.code == "log-too-large")
    #expect(failure(long) == nil)
  }

  @Test("UTF-16 and spreadsheets are named for what they are")
  func otherFormats() {
    func code(_ bytes: [UInt8]) -> String? {
      do {
        _ = try CSVReader(MemorySource(bytes), file: "test.csv")
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code([0xFF, 0xFE, 0x61, 0x00]) == "log-encoding")
    #expect(code([0x50, 0x4B, 0x03, 0x04, 0x00]) == "log-format")
    #expect(code(Array("a,b".utf8)) == nil)
  }

  @Test("an empty text has no record")
  func empty() throws {
    #expect(try records("") == [])
  }
}
