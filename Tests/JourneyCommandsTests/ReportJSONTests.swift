import Foundation
import JourneyTestSupport
import Testing

/// `journey report --json`: the figures of a page, under the keys of the other commands.
@Suite struct ReportJSONTests {
  private static let scenario = ShippedScenarios.path("first-steps.yaml")

  private func report(_ arguments: String...) throws -> CommandRun {
    let run = try CommandRun(["report", Self.scenario, "--travellers", "2000", "-q"] + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    return run
  }

  @Test func `figures are those of the commands that answer alone`() throws {
    let figures = try Members(try report("--json"))
    #expect(try figures.text("schema") == "journey.report/1")
    func alone(_ command: String, _ arguments: String...) throws -> Members {
      try Members(CommandRun([command, Self.scenario, "--travellers", "2000", "--json"] + arguments))
    }
    let simulated = try alone("simulate")
    let simulation = try figures.object("simulation")
    #expect(simulation.keys == simulated.keys)
    for key in simulated.keys {
      #expect(try simulation.canonical(key) == simulated.canonical(key), "\(key)")
    }
    for (part, other) in [
      ("whatIf", try alone("what-if")), ("variants", try alone("compare")),
      ("values", try alone("what-if", "--operation", "neutral")),
    ] {
      for key in ["schema", "baseline", "variants", "run"] {
        #expect(try figures.object(part).canonical(key) == other.canonical(key), "\(part): \(key)")
      }
    }
    #expect(try figures.object("model").canonical("digest") == simulated.object("model").canonical("digest"))
  }

  @Test func `paths, steps and changes on the map add up`() throws {
    let figures = try Members(try report("--json"))
    let paths = try figures.object("paths")
    let shown = try paths.list("ranked").reduce(0) { $0 + (try $1.number("journeys")) }
    let together = try paths.object("together").number("mean")
    #expect(abs(shown / (try paths.number("journeys")) - together) < 1e-12)
    for path in try paths.list("ranked") { try expectInterval(path, around: "share", "path") }
    let steps = try figures.object("steps")
    let rows = try steps.list("touchpoints") + steps.list("ended")
    for step in 0..<(try rows[0].numbers("counts").count) {
      let sum = try rows.reduce(0) { $0 + (try $1.numbers("counts")[step]) }
      #expect(try sum == steps.number("travellers"), "visit \(step + 1)")
    }
    let change = try #require(try figures.list("mapChanges").first)
    let ends = try change.list("outcomes")
    #expect(try ends.contains { try $0.number("difference") != 0 })
    for entry in try ends + change.list("flows") { try expectInterval(entry, around: "difference", "change") }
    for touchpoint in try change.list("touchpoints") {
      try expectInterval(touchpoint.object("reach"), around: "difference", "reach")
    }
  }

  @Test func `what only a page shows hangs together`() throws {
    let run = try CommandRun([
      "report", ShippedScenarios.path("customers-who-stay.yaml"), "--travellers", "2000", "-q", "--json",
    ])
    let figures = try Members(run)
    // What stages feel like with all fixes, and all fixes together, are the same world.
    let together = try figures.object("together")
    let metric = try together.text("metric")
    let all = try figures.object("target").list("metrics").first { try $0.text("id") == metric }
    let target = try #require(all).number("mean")
    #expect(abs(try together.object("all").number("mean") - target) < 1e-9)
    // One traveller in two worlds, and the others on either side.
    let customer = try figures.object("customer")
    let worlds = try customer.object("trace").list("worlds")
    #expect(try worlds.map { try $0.text("id") } == ["today", "fix"])
    #expect(try worlds[0].number("traveller") == worlds[1].number("traveller"))
    #expect(try customer.number("worse") + customer.number("better") < customer.number("concerned"))
    #expect(try customer.number("concerned") + customer.number("untouched") <= customer.number("scanned"))
    // Every pair once.
    let pairs = try figures.object("pairs")
    let count = try pairs.texts("painPoints").count
    for metric in try pairs.list("metrics") {
      let extras = try metric.list("pairs")
      #expect(extras.count == count * (count - 1) / 2)
      for pair in extras { try expectInterval(pair.object("extra"), around: "mean", "pair") }
    }
    // What is lost from all stages is what ends in no other way.
    let flow = try figures.object("stageFlow")
    let lost = try flow.list("stages").reduce(0) { $0 + (try $1.number("lost")) }
    let ended = try flow.list("nodes").filter { try $0.text("kind") == "end" }
      .reduce(0) { $0 + (try $1.number("comesIn")) }
    #expect(abs(lost + ended - 1) < 1e-9)
  }

  @Test func `without fixes there is no target, and the customer meets a world without pain points`() throws {
    let kiosk = """
      journey: Kiosk
      stages: [only]
      touchpoints: {window: {stage: only, feels: 60 ± 10}}
      paths: {START: {window: 1}, window: {done: 1}}
      pain points: {queue: {at: window, hits: 50%, hurts: 20}}
      """
    let run = try CommandRun(["report", "-", "--travellers", "500", "-q", "--json"], input: kiosk)
    let figures = try Members(run)
    #expect(!figures.keys.contains("target"))
    let worlds = try figures.object("customer").object("trace").list("worlds")
    #expect(try worlds.map { try $0.text("id") } == ["today", "remove"])
  }

  @Test func `figures alone, or beside the page`() throws {
    let folder = try TemporaryFolder()
    _ = try report("--json", "-o", folder.path("alone.json"))
    #expect(try folder.contents() == ["alone.json"])
    _ = try report("-o", folder.path("named.json"))
    #expect(try folder.contents() == ["alone.json", "named.json"])
    _ = try report("--json", "-o", folder.path("page.html"))
    #expect(try folder.contents() == ["alone.json", "named.json", "page.html", "page.json"])
    let texts = try ["alone", "named", "page"].map {
      try String(contentsOf: folder.url.appending(path: "\($0).json"), encoding: .utf8)
    }
    // The same figures, but for the command that names none of the files.
    #expect(texts[0] == texts[1] && texts[1] == texts[2])
    _ = try report("--json", "-o", folder.path("both"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("both")).sorted() == [
        "first-steps.html", "first-steps.json",
      ]
    )
  }
}
