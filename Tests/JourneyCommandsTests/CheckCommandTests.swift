import Foundation
import JourneyTestSupport
import Testing

@Suite struct CheckCommandTests {
  private static let shop = """
    journey: Shop
    run: {travellers: 20000, seed: 4}
    touchpoints: {shelf: {feels: 60}, till: {feels: 70}}
    outcomes: {bought: goal}
    paths:
      START: {shelf: 1}
      shelf: {till: 60%, leave: 40%}
      till: {bought: 90%, leave: 10%}
    targets:

    """

  private func check(_ targets: String, _ options: [String] = []) throws -> CommandRun {
    try CommandRun(["check", "-"] + options, input: Self.shop + targets)
  }

  @Test func `targets that are met end with 0`() throws {
    let run = try check("  goal: at least 20%\n  visits: at most 3\n")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("✓ met"))
    #expect(run.output.hasSuffix("All two targets are met.\n"))
  }

  @Test func `a miss ends with 3 and names a traveller who shows it when replayed`() throws {
    let run = try check("  goal: at least 90%\n  visits: at most 3\n")
    #expect(run.exitCode == 3)
    #expect(run.output.contains("✗ missed"))
    #expect(run.output.hasSuffix("Of two targets: one met; one missed.\n"))
    let command = try #require(run.output.split(separator: "\n").first { $0.contains("journey trace - ") })
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let trace = try CommandRun(words, input: Self.shop + "  goal: at least 90%\n")
    #expect(trace.exitCode == 0)
    #expect(trace.output.contains("→ leave"))
  }

  @Test func `what is undecided is said and fails only where asked`() throws {
    // The share of a run of this seed, so that the interval must hold it.
    let simulated = try CommandRun(
      ["simulate", "-", "--json", "--plain"],
      input: Self.shop + "  visits: at most 3\n"
    )
    let root = try JSONSerialization.jsonObject(with: Data(simulated.output.utf8)) as? [String: Any]
    let metrics = try #require(root?["metrics"] as? [[String: Any]])
    let goal = try #require(metrics.first { $0["id"] as? String == "goal" }?["mean"] as? Double)
    let lenient = try check("  goal: at least \(goal)\n", ["--plain"])
    #expect(lenient.exitCode == 0)
    #expect(lenient.output.contains("? undecided"))
    #expect(lenient.output.hasSuffix("Of one target: one undecided, which does not fail.\n"))
    let strict = try check("  goal: at least \(goal)\n", ["--strict", "--plain"])
    #expect(strict.exitCode == 3)
    #expect(strict.output.hasSuffix("Of one target: one undecided, which fails here.\n"))
  }

  @Test func `JSON says the same and exits the same`() throws {
    let run = try check("  goal: at least 90%\n", ["--json", "--seed", "5"])
    #expect(run.exitCode == 3)
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(root?["schema"] as? String == "journey.check/1")
    #expect(root?["passes"] as? Bool == false)
    let target = try #require((root?["targets"] as? [[String: Any]])?.first)
    #expect(target["verdict"] as? String == "missed")
    let command = try #require((target["example"] as? [String: Any])?["command"] as? [String])
    #expect(command.contains("--seed") && command.contains("5"))
  }

  @Test func `no targets end with 64 and a sentence how to write one`() throws {
    let bare = Self.shop.replacing("targets:\n", with: "")
    let run = try CommandRun(["check", "-"], input: bare)
    #expect(run.exitCode == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("has no targets; write some, as in `targets: {goal: at least 40%"))
  }
}
