import Foundation
import JourneyTestSupport
import Testing

@Suite("journey validate")
struct ValidateCommandTests {
  private let broken = """
    journey: Broken
    touchpoints:
      page: {feels: 72, chanel: web}
      desk: {feels: 300}
    paths:
      START: {page: 1}
      page: {dsk: 1, leave: 1}
      desk: {done: 1}
    """

  @Test("Every problem at once, with place, caret and a way out")
  func text() throws {
    let run = try CommandRun(["validate", "-"], input: broken)
    #expect(run.exitCode == 65)
    for expected in ["chanel", "did you mean", "300", "dsk", ":3:", ":4:", ":7:", "^^^", "Nothing was run"] {
      #expect(run.output.contains(expected), "\(expected)")
    }
  }

  @Test("JSON keeps its contract: code, severity, place, message, notes and fixes of every finding")
  func json() throws {
    let run = try CommandRun(["validate", "-", "--format", "json"], input: broken)
    #expect(run.exitCode == 65)
    #expect(try Members(run).text("schema") == "journey.findings/1")
    let findings = try Members(run).list("findings")
    #expect(findings.count >= 3)
    for finding in findings {
      #expect(try !finding.text("code").isEmpty)
      #expect(try ["error", "warning", "note"].contains(finding.text("severity")))
      #expect(try finding.text("file") == "-")
      #expect(try !finding.text("message").isEmpty)
      for key in ["line", "column", "endLine", "endColumn"] { #expect(try finding.number(key) >= 1) }
      #expect(finding.keys.isSuperset(of: ["notes", "fixes"]))
    }
    let places = try findings.map { "\(Int(try $0.number("line"))):\(Int(try $0.number("column")))" }
    #expect(Set(places).isSuperset(of: ["3:21", "4:17", "7:10"]), "\(places)")
  }

  @Test("A valid scenario is said to be so")
  func valid() throws {
    let text = "journey: A\ntouchpoints: {a: {}}\npaths: {START: {a: 1}, a: {done: 1}}\n"
    let run = try CommandRun(["validate", "-"], input: text)
    #expect(run.exitCode == 0)
    #expect(run.output == "- is valid: A, 1 touchpoint, 0 pain points, 1 persona, 0 variants\n")
    #expect(run.errors == "")
    let changed = try CommandRun(["validate", "-", "--set", "run.seed=x"], input: text)
    #expect(changed.exitCode == 65)
    #expect(changed.output.contains("--set:1:10"))
  }

  @Test("Every code it prints can be explained")
  func explained() throws {
    let run = try CommandRun(["validate", "-", "--format", "json"], input: broken)
    for code in try Set(Members(run).list("findings").map { try $0.text("code") }) {
      let explanation = try CommandRun(["explain", code])
      #expect(explanation.exitCode == 0)
      #expect(explanation.output.hasPrefix(code))
    }
  }

  @Test("Annotations name file, line and column")
  func annotations() throws {
    let run = try CommandRun(["validate", "-", "--format", "github"], input: broken)
    #expect(run.exitCode == 65)
    #expect(run.output.hasPrefix("::error "))
    #expect(run.output.contains("line=3"))
  }

  @Test("Everything that is shipped is valid, in one go")
  func shipped() throws {
    let files = ShippedScenarios.all.map(ShippedScenarios.path)
    #expect(files.count > 10)
    let run = try CommandRun(["validate", "-q"] + files)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
  }

  @Test("A missing file is 66; an invalid one beside it 65")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.write(broken, "bad.yaml")
    let good = try folder.write(HarbourLamps().text, "good.yaml")
    #expect(try CommandRun(["validate", good]).exitCode == 0)
    let missing = try CommandRun(["validate", "-q", good, folder.path("none.yaml")])
    #expect(missing.exitCode == 66)
    #expect(missing.output.contains("none.yaml:1:1"))
    #expect(!missing.output.contains("^"))
    #expect(try CommandRun(["validate", good, bad]).exitCode == 65)
    #expect(try CommandRun(["validate"]).exitCode == 64)
    #expect(try CommandRun(["validate", good, "--format", "xml"]).exitCode == 64)
  }
}
