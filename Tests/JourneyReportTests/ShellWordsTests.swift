import JourneyReport
import Testing

@Suite("Words for a shell")
struct ShellWordsTests {
  @Test("what a shell could take for its own is quoted, and nothing else")
  func line() {
    #expect(
      ShellWords.line(["journey", "report", "Reports/café.yaml", "--set", "run.seed=7"])
        == "journey report Reports/café.yaml --set run.seed=7"
    )
    #expect(ShellWords.line(["a b", "", "#1", "no.1#", "$HOME"]) == "'a b' '' '#1' no.1# '$HOME'")
    #expect(ShellWords.line(["it's; rm -rf ."]) == "'it'\\''s; rm -rf .'")
  }
}
