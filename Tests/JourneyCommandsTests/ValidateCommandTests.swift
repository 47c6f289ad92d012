import Foundation
import JourneyTestSupport
import Testing

@Suite struct ValidateCommandTests {
  private static let valid = "journey: A\ntouchpoints: {a: {}}\npaths: {START: {a: 1}, a: {done: 1}}\n"

  @Test func `a valid scenario is said so and ends with 0`() throws {
    let run = try CommandRun(["validate", "-"], input: Self.valid)
    #expect(run.exitCode == 0)
    #expect(run.output == "- is valid: A, 1 touchpoint, 0 pain points, 1 persona, 0 variants\n")
    #expect(run.errors == "")
  }

  @Test func `an invalid scenario shows its findings and ends with 65`() throws {
    let run = try CommandRun(["validate", "-"], input: Self.valid.replacing("done", with: "dne"))
    #expect(run.exitCode == 65)
    #expect(run.output.contains("error[unknown-name]"))
    #expect(run.output.contains("1 error. Nothing was run. Explain a code: journey explain unknown-name"))
  }

  @Test func `a missing file ends with 66`() throws {
    let run = try CommandRun(["validate", "/nowhere/a.yaml"])
    #expect(run.exitCode == 66)
    #expect(run.output.contains("file-missing"))
  }

  @Test func `findings come as JSON and as annotations`() throws {
    let input = Self.valid + "run: {sed: 1}\n"
    let json = try CommandRun(["validate", "-", "--format", "json"], input: input)
    #expect(json.exitCode == 65)
    let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(root?["schema"] as? String == "journey.findings/1")
    #expect((root?["findings"] as? [Any])?.count == 1)
    let github = try CommandRun(["validate", "-", "--format", "github"], input: input)
    #expect(github.output.hasPrefix("::error file=-,line=4,col=7,"))
  }

  @Test func `a value can be changed first`() throws {
    let run = try CommandRun(["validate", "-", "--set", "run.seed=x"], input: Self.valid)
    #expect(run.exitCode == 65)
    #expect(run.output.contains("--set:1:10"))
  }
}
