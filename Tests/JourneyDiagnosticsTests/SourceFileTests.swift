import JourneyDiagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func `lines end where YAML ends them`() {
    let file = SourceFile(path: "a", text: "one\ntwo\r\nthree\rfour\u{85}five\u{2028}six\n")
    #expect(file.lines == ["one", "two", "three", "four", "five", "six", ""])
    #expect(file.line(2) == "two")
    #expect(file.line(0) == nil)
    #expect(file.line(8) == nil)
  }

  @Test func `a line end followed by a joining mark is a line end`() {
    #expect(SourceFile(path: "a", text: "a\n\u{301}b").lines.count == 2)
  }
}
