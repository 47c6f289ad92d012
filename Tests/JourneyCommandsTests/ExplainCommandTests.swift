import JourneyTestSupport
import Testing

@Suite struct ExplainCommandTests {
  @Test func `a code is explained with a wrong and a right example`() throws {
    let run = try CommandRun(["explain", "row-total"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Wrong:") && run.output.contains("Right:"))
  }

  @Test func `all codes are listed`() throws {
    let run = try CommandRun(["explain"])
    #expect(run.output.split(separator: "\n").count > 50)
  }

  @Test func `a misspelt code is a usage error with a suggestion`() throws {
    let run = try CommandRun(["explain", "row-totl"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("row-total"))
  }
}
