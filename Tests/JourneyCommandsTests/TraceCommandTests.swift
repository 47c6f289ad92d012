import JourneyTestSupport
import Testing

@Suite("journey trace")
struct TraceCommandTests {
  private let lamps = HarbourLamps()

  private func trace(_ arguments: [String]) throws -> Members {
    let run = try CommandRun(["trace", "-", "--json"] + arguments, input: lamps.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try Members(run)
  }

  @Test("JSON tells a journey step by step, from entry to outcome")
  func contract() throws {
    let answer = try trace(["--traveller", "3"])
    #expect(try answer.text("schema") == "journey.trace/1")
    #expect(try answer.number("seed") == 11)
    let worlds = try answer.list("worlds")
    #expect(worlds.count == 1)
    let world = try #require(worlds.first)
    #expect(try world.text("id") == "today")
    #expect(try world.number("traveller") == 3)
    #expect(try ["hurried", "patient"].contains(world.text("persona")))
    let steps = try world.list("steps")
    var place = try world.text("entry")
    for step in steps {
      #expect(try step.text("touchpoint") == place)
      #expect(try (0...100).contains(step.number("mood")))
      #expect(try (0...1).contains(step.number("probabilityToLeave")))
      place = try step.text("next")
    }
    #expect(try world.text("outcome") == place)
  }

  @Test("Traced travellers, counted by hand, are the run's own figures")
  func agreesWithSimulate() throws {
    let outcomes = try (0..<24).map { number in
      try #require(try trace(["--traveller", "\(number)"]).list("worlds").first).text("outcome")
    }
    let run = try CommandRun(["simulate", "-", "--json", "--travellers", "24"], input: lamps.text)
    let shares = try Members(run).byID("outcomes")
    for name in ["bought", "leave"] {
      let counted = Double(outcomes.count { $0 == name }) / 24
      #expect(abs(try #require(shares[name]).number("share") - counted) < 1e-12, "\(name)")
    }
  }

  @Test("With a variant both worlds are shown; an empty variant repeats the first one")
  func variant() throws {
    let worlds = try trace(["--traveller", "5", "--variant", "nothing"]).list("worlds")
    #expect(try worlds.map { try $0.text("id") } == ["today", "nothing"])
    #expect(try worlds[0].canonical("steps") == worlds[1].canonical("steps"))
    let text = try CommandRun(["trace", "-", "--traveller", "5", "--variant", "faster"], input: lamps.text)
    #expect(text.exitCode == 0)
    #expect(text.output.hasPrefix("Traveller 5 of Harbour Lamps"))
    #expect(text.output.contains("Faster"))
  }

  @Test("Wrong use is said, with exit code 64")
  func wrong() throws {
    #expect(try CommandRun(["trace", "-"], input: lamps.text).exitCode == 64)
    #expect(try CommandRun(["trace", "-", "--traveller", "x"], input: lamps.text).exitCode == 64)
    let unknown = try CommandRun(["trace", "-", "--traveller", "1", "--variant", "x"], input: lamps.text)
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("it has \"nothing\""))
  }

  @Test("Fixes and removals make worlds of their own, the same as a variant that says so")
  func mended() throws {
    let text = try ShippedScenarios.text("first-steps.yaml")
    func worlds(_ arguments: [String]) throws -> [Members] {
      let run = try CommandRun(["trace", "-", "--json", "--traveller", "38"] + arguments, input: text)
      #expect(run.exitCode == 0, "\(run.errors)")
      return try Members(run).list("worlds")
    }
    let variant = try worlds(["--variant", "honest prices"])
    for arguments in [["--fix", "surprise fees"], ["--fix", "all"]] {
      let fixed = try worlds(arguments)
      #expect(try fixed.map { try $0.text("id") } == ["today", "fix surprise fees"])
      #expect(try fixed[1].canonical("steps") == variant[1].canonical("steps"))
      #expect(try fixed[0].canonical("steps") != fixed[1].canonical("steps"))
    }
    #expect(try worlds(["--remove", "all"])[1].text("id") == "remove surprise fees")
    for (arguments, words) in [
      (["--fix", "surprise fee"], "did you mean"), (["--fix", "all", "--remove", "all"], "one kind"),
      (["--variant", "honest prices", "--fix", "all"], "one kind"),
    ] {
      let run = try CommandRun(["trace", "-", "--traveller", "1"] + arguments, input: text)
      #expect(run.exitCode == 64)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}
