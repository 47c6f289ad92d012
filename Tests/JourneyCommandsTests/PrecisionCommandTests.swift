import JourneyTestSupport
import Testing

@Suite("--precision and --best")
struct PrecisionCommandTests {
  private let lamps = HarbourLamps()

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, input: lamps.text)
  }

  private func answer(_ arguments: [String]) throws -> Members {
    let run = try run(arguments + ["--json"])
    #expect(run.exitCode == 0, "\(run.errors)")
    return try Members(run)
  }

  @Test("JSON says what was wished for and what became of it; a plain run says nothing of the kind")
  func contract() throws {
    let words = ["simulate", "-", "--precision", "0.5pt", "--precision-of", "satisfaction", "--periods", "1"]
    let stamp = try answer(words).object("run")
    let precision = try stamp.object("precision")
    #expect(try precision.text("metric") == "satisfaction")
    #expect(try precision.text("stopped") == "precise")
    #expect(try precision.number("wanted") == 0.5)
    #expect(try precision.number("reached") <= 0.5)
    #expect(try precision.number("looks") >= 1)
    #expect(try stamp.number("travellers") > 3_000)
    let figure = try #require(try answer(words).byID("metrics")["satisfaction"])
    let interval = try figure.numbers("interval")
    #expect(abs((interval[1] - interval[0]) / 2 - (try precision.number("reached"))) < 1e-9)
    #expect(try !answer(["simulate", "-"]).object("run").keys.contains("precision"))
  }

  @Test("A run says in words how it ended, and what the wish would take where it was not met")
  func words() throws {
    let met = try run(["what-if", "-", "--precision", "1%", "--precision-of", "goal", "--periods", "1"])
    #expect(met.exitCode == 0, "\(met.errors)")
    #expect(met.output.contains("±1% (±0."))
    #expect(met.output.contains("Intervals are always valid: the run was looked at "))
    let short = try run(["simulate", "-", "--precision", "0.01pt", "--travellers", "20000", "--periods", "1"])
    #expect(short.output.contains("20,000 travellers, seed 11"))
    #expect(short.output.contains("known only to ±"))
    #expect(short.output.contains(" travellers would do."))
    #expect(short.errors.contains("at the speed of this run"))
  }

  @Test(
    "Any number of threads prints the same bytes",
    arguments: ["simulate", "what-if", "compare", "check"]
  )
  func threads(command: String) throws {
    let best = command == "compare" ? ["--best", "goal", "--indifference", "0.5pt"] : []
    let arguments = [command, "-", "--json", "--periods", "1", "--precision", "0.8pt"] + best + ["--threads"]
    let outputs = try ["1", "2", "3"].map { try run(arguments + [$0]).output }
    #expect(outputs[0].contains("\"precision\""))
    #expect(Set(outputs).count == 1)
  }

  @Test("check ends when its targets are decided")
  func check() throws {
    let run = try run(["check", "-", "--precision", "0.1pt", "--periods", "1"])
    #expect(run.output.contains("Stopped when every target was decided."))
  }

  @Test("compare finds the best, in words and in JSON, and says which may be without being asked")
  func best() throws {
    let words = ["compare", "-", "--best", "goal", "--indifference", "0.5pt", "--periods", "1"]
    let text = try run(words).output
    #expect(text.contains("Kim and Nelson, 2001"))
    #expect(text.contains("behind the first"))
    let selection = try answer(words).object("selection")
    #expect(try selection.text("metric") == "goal")
    #expect(try selection.number("indifference") == 0.005)
    #expect(try selection.flag("finished"))
    #expect(try selection.list("worlds").count == 4)
    let plain = try answer(["compare", "-", "--periods", "1"])
    let standing = try plain.object("standing")
    #expect(try standing.text("metric") == "kept")
    #expect(try standing.list("worlds").count == 4)
    #expect(try standing.list("worlds").contains { try $0.flag("mayBeBest") })
    #expect(!plain.keys.contains("selection"))
    #expect(try run(["compare", "-", "--periods", "1"]).output.contains("Kept as customers: "))
  }

  @Test("Every difference says what it is worth in company")
  func company() throws {
    for arguments in [["what-if", "-"], ["compare", "-"], ["what-if", "-", "--operation", "all"]] {
      let variants = try answer(arguments + ["--periods", "1"]).list("variants")
      for variant in variants {
        for metric in try variant.list("metrics") {
          let adjusted = try metric.object("adjusted")
          #expect(try adjusted.number("level") == 0.95)
          #expect(try (0...1).contains(adjusted.number("p")))
          #expect(try adjusted.number("comparisons") == Double(variants.count))
          #expect(try adjusted.flag("real") == (adjusted.number("p") < 0.05))
        }
      }
    }
  }

  @Test(
    "What makes no sense is refused with a sentence and exit code 64",
    arguments: [
      (["simulate", "-", "--precision", "much"], "\"much\" is no width"),
      (["simulate", "-", "--precision", "0pt"], "above 0"),
      (["simulate", "-", "--precision", "30s"], "write 0.1pt or 1%"),
      (["simulate", "-", "--precision", "1pt", "--precision-of", "cost"], "'0.05 EUR' or 1%"),
      (["simulate", "-", "--precision", "1pt", "--precision-of", "fun"], "it gives goal, satisfaction"),
      (["simulate", "-", "--precision-of", "goal"], "--precision-of goes with --precision"),
      (["check", "-", "--precision", "0.1"], "targets have several"),
      (["check", "-", "--precision", "1pt", "--precision-of", "goal"], "does not go with check"),
      (["compare", "-", "--best", "minutes"], "there are goal, satisfaction"),
      (["compare", "-", "--best", "cost"], "--indifference 1%"),
      (["compare", "-", "--best", "goal", "--indifference", "2 EUR"], "write 0.1pt or 1%"),
      (["compare", "-", "--indifference", "1%"], "--indifference goes with --best"),
      (["compare", "-", "--best", "goal", "--travellers", "100"], "at least 5120 travellers"),
    ]
  )
  func refusals(arguments: [String], says: String) throws {
    let run = try run(arguments)
    #expect(run.exitCode == 64, "\(arguments)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("Ctrl-C ends a long run without an answer")
  func interrupted() throws {
    let arguments = ["simulate", "-", "--precision", "0.00001pt", "--travellers", "1000000000"]
    let run = try CommandRun.interrupted(arguments, input: lamps.text)
    #expect(run.exitCode == 130)
    #expect(run.output.isEmpty)
  }
}
