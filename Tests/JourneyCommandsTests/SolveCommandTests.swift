import Foundation
import JourneyTestSupport
import Testing

@Suite("journey solve")
struct SolveCommandTests {
  private static let k4 = ShippedScenarios.path("analytic/k4.yaml")

  private struct Answer: Decodable {
    struct Ending: Decodable {
      var id: String
      var probability: Double
    }

    struct Place: Decodable {
      var id: String
      var visits: Double
      var dependence: Double?
    }

    var schema: String
    var applies: Bool
    var reason: String?
    var outcomes: [Ending]
    var steps: Double
    var touchpoints: [Place]

    init(_ run: CommandRun) throws {
      self = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }

    func probability(_ outcome: String) throws -> Double {
      try #require(outcomes.first { $0.id == outcome }).probability
    }
  }

  @Test("K4 as a file gives the known answers as JSON")
  func json() throws {
    let run = try CommandRun(["solve", Self.k4, "--json"])
    #expect(run.exitCode == 0)
    let answer = try Answer(run)
    #expect(answer.schema == "journey.solve/1")
    #expect(answer.applies)
    #expect(answer.reason == nil)
    #expect(abs(try answer.probability("buy") - 0.2158750170) < 1e-10)
    #expect(abs(answer.steps - 2.6349325337) < 1e-10)
    let help = try #require(answer.touchpoints.first { $0.id == "help" })
    #expect(abs(help.visits - 0.2395393212) < 1e-10)
    #expect(abs(try #require(help.dependence) - 0.3534358853) < 1e-10)
  }

  @Test("The table names what ends, how long it takes and what depends on what")
  func table() throws {
    let run = try CommandRun(["solve", Self.k4])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("K4, today, solved exactly: 4 touchpoints") == true)
    for expected in [["buy", "21.5875%", "goal"], ["visits", "2.6349"], ["help", "0.2395", "35.3436%"]] {
      #expect(lines.contains { line in expected.allSatisfy(line.contains) }, "\(expected)")
    }
  }

  @Test("What stands in the way is said in plain words")
  func reason() throws {
    let moody = try ShippedScenarios.text("analytic/k4.yaml").replacing(
      "{landing: {}, product: {}, basket: {}, help: {}}",
      with: "{landing: {feels: 70}, product: {feels: 60}, basket: {feels: 80}, help: {feels: 50}}"
    )
    let run = try CommandRun(["solve", "-", "--json"], input: moody)
    #expect(run.exitCode == 0)
    let answer = try Answer(run)
    #expect(!answer.applies)
    #expect(try #require(answer.reason).contains("mood"))
    #expect(abs(try answer.probability("buy") - 0.2158750170) < 1e-10)
  }

  @Test("A missing file, a broken file and an unknown variant end with their own exit codes")
  func exitCodes() throws {
    let missing = try CommandRun(["solve", "no-such-file.yaml"])
    #expect(missing.exitCode == 66)
    #expect(missing.output == "")
    let broken = try CommandRun(["solve", "-"], input: "journey: X\ntouchpoints: 3\n")
    #expect(broken.exitCode == 65)
    #expect(broken.output == "")
    let variant = try CommandRun(["solve", Self.k4, "--variant", "none such"])
    #expect(variant.exitCode == 64)
    #expect(variant.errors.contains("none such"))
  }

  @Test(
    "The reference chains, written as scenario files, agree to nine digits",
    .enabled(if: ProjectFiles.outsideData("markov-brp-16-2") != nil),
    arguments: [
      ("markov-brp-16-2", "brp-16-2.json"), ("markov-drunkards-walk", "drunkards-walk-5.json"),
      ("markov-knuth-yao-die", "knuth-yao-die.json"),
    ]
  )
  func referenceChains(folder: String, file: String) throws {
    let chain = try #require(try ReferenceChain.read(folder, file))
    let run = try CommandRun(["solve", "-", "--json"], input: chain.scenario)
    #expect(run.exitCode == 0, "\(run.errors)")
    let answer = try Answer(run)
    #expect(answer.applies)
    #expect(abs(answer.steps / chain.expected.steps - 1) < 1e-9)
    for state in chain.absorbing {
      let expected = try #require(chain.expected.absorption[state])
      #expect(abs(try answer.probability(state) / expected - 1) < 1e-9, "\(state)")
    }
    for (group, states) in chain.groups.sorted(by: { $0.key < $1.key }) {
      let sum = try states.reduce(0) { try $0 + answer.probability($1) }
      #expect(abs(sum / (try #require(chain.expected.groups[group])) - 1) < 1e-9, "\(group)")
    }
  }
}
