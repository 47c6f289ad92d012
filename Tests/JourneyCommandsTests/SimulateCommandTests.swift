import Foundation
import JourneyTestSupport
import Testing

@Suite("journey simulate")
struct SimulateCommandTests {
  private let lamps = HarbourLamps()

  private func simulate(_ text: String, _ arguments: [String] = []) throws -> Members {
    let run = try CommandRun(["simulate", "-", "--json"] + arguments, input: text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try Members(run)
  }

  @Test(
    "JSON keeps its contract: model, run, metrics, outcomes, places, flows, people, pains, the exact answer"
  )
  func contract() throws {
    let answer = try simulate(lamps.text)
    #expect(try answer.text("schema") == "journey.simulate/1")
    #expect(try answer.object("model").text("path") == "-")
    #expect(try answer.object("model").text("digest").count == 64)
    let run = try answer.object("run")
    #expect(try run.number("travellers") == 3000)
    #expect(try run.number("seed") == 11)
    #expect(try !run.text("version").isEmpty)
    for metric in try answer.list("metrics") {
      let id = try metric.text("id")
      #expect(try !metric.text("unit").isEmpty)
      #expect(try metric.number("level") == 0.95)
      try expectInterval(metric, around: "mean", id)
    }
    let ids = Set(try answer.byID("metrics").keys)
    let promised = [
      "goal", "satisfaction", "csatTop2", "nps", "ces", "retention", "kept", "retention@2", "kept@2", "clv",
      "cost",
      "minutes", "visits", "timedOut",
    ]
    #expect(Set(promised).subtracting(ids) == [])
    let outcomes = try answer.list("outcomes")
    #expect(try Set(outcomes.map { try $0.text("id") }) == ["bought", "leave", "timed out"])
    #expect(try Set(outcomes.map { try $0.text("kind") }) == ["goal", "loss", "neutral"])
    #expect(abs(try outcomes.reduce(0) { try $0 + $1.number("share") } - 1) < 1e-12)
    for outcome in outcomes { try expectInterval(outcome, around: "share", try outcome.text("id")) }
    for place in try answer.list("touchpoints") {
      let id = try place.text("id")
      #expect(try ["look", "buy"].contains(place.text("stage")))
      #expect(try ["web", "phone"].contains(place.text("channel")))
      try expectInterval(place, around: "visits", id)
      try expectInterval(place.object("satisfaction"), around: "mean", id)
    }
    #expect(try answer.list("channels").count == 2)
    #expect(try answer.list("personas").count == 2)
    #expect(try answer.list("pains").count == 3)
    let exact = try answer.object("exact")
    #expect(try !exact.flag("applies"))
    #expect(try exact.text("reason").contains("mood"))
  }

  @Test("Flows add up: what enters a touchpoint is its visits, what enters an end is its counted share")
  func flows() throws {
    let answer = try simulate(lamps.text)
    let flows = try answer.list("flows").map {
      (from: try $0.text("from"), to: try $0.text("to"), count: try $0.number("count"))
    }
    #expect(abs(flows.filter { $0.from == "START" }.reduce(0) { $0 + $1.count } - 1) < 1e-12)
    for (key, figure) in [("touchpoints", "visits"), ("outcomes", "counted")] {
      for member in try answer.list(key) {
        let id = try member.text("id")
        let entering = flows.filter { $0.to == id }.reduce(0) { $0 + $1.count }
        #expect(abs(try member.number(figure) - entering) < 1e-12, "\(id)")
      }
    }
  }

  @Test("Any number of threads prints the same bytes")
  func threads() throws {
    // Three whole blocks and a part of one, so that there is something to share out.
    let arguments = ["simulate", "-", "--json", "--travellers", "50000", "--threads"]
    let outputs = try [1, 2, 3, 8].map { try CommandRun(arguments + ["\($0)"], input: lamps.text).output }
    #expect(outputs[0].count > 1000)
    #expect(Set(outputs).count == 1)
  }

  @Test("Another seed prints other figures; the same seed the same bytes")
  func seeds() throws {
    let outputs = try ["5", "6", "5"].map {
      try CommandRun(["simulate", "-", "--json", "--seed", $0], input: lamps.text).output
    }
    #expect(outputs[0] != outputs[1])
    #expect(outputs[0] == outputs[2])
    let largest = try CommandRun(
      ["simulate", "-", "--json", "--seed", "18446744073709551615"],
      input: lamps.text
    )
    #expect(largest.output.contains("\"seed\": 18446744073709551615,"))
  }

  @Test("The order of a file and its free text change no figure", arguments: [0, 1])
  func order(kind: Int) throws {
    let plain = try simulate(lamps.text)
    let other = try simulate(kind == 0 ? lamps.reordered.text : lamps.reworded)
    for key in ["metrics", "outcomes", "touchpoints", "pains", "channels"] {
      #expect(try plain.figures(key) == other.figures(key), "\(key)")
    }
    let people = try [plain, other].map { try $0.byID("personas").mapValues { try $0.figures("metrics") } }
    #expect(people[0] == people[1])
    let digests = try [plain, other].map { try $0.object("model").text("digest") }
    #expect(digests[0] != digests[1])
    // The twin: a changed number is seen.
    let changed = try simulate(lamps.text.replacing("hits: 30%", with: "hits: 31%"))
    #expect(try plain.figures("metrics") != changed.figures("metrics"))
  }

  @Test("--set changes a value as an edit of the file would")
  func set() throws {
    let byFlag = try simulate(
      lamps.text,
      ["--set", "pain points.slow page.hits=10%", "--set", "run.seed=12"]
    )
    let edited = lamps.text.replacing("hits: 30%", with: "hits: 10%").replacing("seed: 11", with: "seed: 12")
    #expect(try byFlag.canonical("metrics") == simulate(edited).canonical("metrics"))
    let wrong = try CommandRun(
      ["simulate", "-", "--set", "pain points.slow pge.hits=10%"],
      input: lamps.text
    )
    #expect(wrong.exitCode == 65)
    #expect(wrong.output == "")
    #expect(wrong.errors.contains("slow pge"))
  }

  @Test("A variant is another world; an unknown one is answered with those that exist")
  func variants() throws {
    let answer = try simulate(lamps.text, ["--variant", "no phone"])
    #expect(try answer.text("variant") == "no phone")
    #expect(try answer.byID("touchpoints")["help"].map { try $0.number("visits") } ?? 0 == 0)
    let unknown = try CommandRun(["simulate", "-", "--variant", "fastr"], input: lamps.text)
    #expect(unknown.exitCode == 64)
    #expect(unknown.output == "")
    #expect(unknown.errors.contains("it has \"nothing\", \"faster\", \"no phone\""))
    #expect(unknown.errors.contains("did you mean \"faster\"?"))
  }

  @Test("The table names seed and travellers, says where it hurts, and what to run next")
  func table() throws {
    let run = try CommandRun(["simulate", "-"], input: lamps.text)
    #expect(run.exitCode == 0)
    for expected in ["Harbour Lamps", "3,000 travellers, seed 11", "95% interval", "slow page", "Next: "] {
      #expect(run.output.contains(expected), "\(expected)")
    }
  }

  @Test("Away from a terminal there is no colour and no progress, unless colour is asked for")
  func plain() throws {
    let run = try CommandRun(["simulate", "-"], input: lamps.text, environment: ["TERM": "xterm-256color"])
    #expect(run.exitCode == 0)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.errors == "")
    #expect(
      try CommandRun(["simulate", "-", "--color", "always"], input: lamps.text).output.contains("\u{1B}")
    )
  }

  @Test("-q keeps warnings to itself")
  func quiet() throws {
    let odd = lamps.text.replacing(
      "touchpoints:\n",
      with: "touchpoints:\n  attic: {stage: buy, channel: web, feels: 50}\n"
    )
    .replacing("paths:\n", with: "paths:\n  attic: {bought: 1}\n")
    let loud = try CommandRun(["simulate", "-"], input: odd)
    #expect(loud.exitCode == 0, "\(loud.errors)")
    #expect(loud.errors.contains("attic"))
    let quiet = try CommandRun(["simulate", "-", "-q"], input: odd)
    #expect(quiet.exitCode == 0)
    #expect(quiet.errors == "")
  }

  @Test("Every kind of failure has its exit code, and leaves no file")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(lamps.text, "lamps.yaml")
    let target = folder.path("out.json")
    let unwritable = folder.path("lamps.yaml/out.json")
    let cases: [(Int32, [String], String)] = [
      (0, [file, "--json", "-o", target], ""),
      (64, [file, "--travellers", "none"], ""),
      (64, [file, "--travellers", "1"], ""),
      (64, [file, "--threads", "0"], ""),
      (64, [], ""),
      (65, ["-"], "journey: X\ntouchpoints: 3\n"),
      (65, ["-"], ""),
      (66, [folder.path("none.yaml")], ""),
      (73, [file, "--json", "-o", unwritable], ""),
    ]
    for (code, arguments, input) in cases {
      let run = try CommandRun(["simulate"] + arguments, input: input)
      #expect(run.exitCode == code, "\(arguments): \(run.errors)")
      #expect(run.output == "", "\(arguments)")
      #expect((run.errors == "") == (code == 0), "\(arguments)")
    }
    #expect(try folder.contents() == ["lamps.yaml", "out.json"])
    let written = try String(contentsOfFile: target, encoding: .utf8)
    #expect(try Members(text: written).text("schema") == "journey.simulate/1")
  }

  @Test("An interrupt ends a long run with 130 and leaves nothing behind")
  func interrupt() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(lamps.text, "lamps.yaml")
    let arguments = ["simulate", file, "--json", "-o", folder.path("out.json"), "--travellers", "4000000000"]
    let run = try CommandRun.interrupted(arguments)
    #expect(!run.wasKilled)
    #expect(run.exitCode == 130)
    #expect(run.errors.contains("interrupted"))
    #expect(run.output == "")
    #expect(try folder.contents() == ["lamps.yaml"])
  }

  @Test(
    "The reference chains, simulated, agree with their exact answers",
    .enabled(if: ProjectFiles.outsideData("markov-brp-16-2") != nil, "the reference data is not here"),
    arguments: [
      ("markov-brp-16-2", "brp-16-2.json"), ("markov-drunkards-walk", "drunkards-walk-5.json"),
      ("markov-knuth-yao-die", "knuth-yao-die.json"),
    ]
  )
  func referenceChains(folder: String, file: String) throws {
    let chain = try #require(try ReferenceChain.read(folder, file))
    #if DEBUG
      let travellers = 20_000
    #else
      let travellers = 1_000_000
    #endif
    let answer = try simulate(chain.scenario, ["--travellers", "\(travellers)"])
    let exact = try answer.object("exact")
    #expect(try exact.flag("applies"))
    #expect(try exact.flag("agrees"))
    let outcomes = try exact.byID("outcomes")
    for state in chain.absorbing {
      let stated = try #require(chain.expected.absorption[state])
      #expect(abs(try #require(outcomes[state]).number("probability") - stated) <= 1e-9 * stated, "\(state)")
    }
  }
}
