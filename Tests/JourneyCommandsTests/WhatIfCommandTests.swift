import JourneyTestSupport
import Testing

@Suite("journey what-if")
struct WhatIfCommandTests {
  private let lamps = HarbourLamps()

  private func answer(_ arguments: [String]) throws -> Members {
    let run = try CommandRun(arguments + ["--json"], input: lamps.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try Members(run)
  }

  @Test("JSON keeps its contract: a baseline and, per change, paired differences with intervals")
  func contract() throws {
    let answer = try answer(["what-if", "-"])
    #expect(try answer.text("schema") == "journey.what-if/1")
    #expect(try !answer.list("baseline").isEmpty)
    for variant in try answer.list("variants") {
      let id = try variant.text("id")
      #expect(try ["remove", "fix"].contains(variant.text("operation")), "\(id)")
      for metric in try variant.list("metrics") {
        #expect(try !metric.text("id").isEmpty)
        #expect(try !metric.text("unit").isEmpty)
        #expect(try metric.number("level") == 0.95)
        try expectInterval(metric, around: "difference", id)
        let difference = try metric.number("mean") - metric.number("baseline")
        #expect(abs(try metric.number("difference") - difference) < 1e-6, "\(id)")
      }
    }
  }

  @Test("Without names each pain point is removed, each with a fix is fixed, and all together")
  func everything() throws {
    let variants = try answer(["what-if", "-"]).list("variants")
    let tried = try Set(variants.map { "\(try $0.text("operation")) \(try $0.text("id"))" })
    let removed = ["card refused", "slow page", "wrong bill", "all together"].map { "remove \($0)" }
    #expect(tried.isSuperset(of: removed))
    #expect(tried.contains("fix slow page"))
    #expect(!tried.contains("fix card refused"))
  }

  @Test("Removing a nuisance helps, and a fix that works at 70 % helps less than removing it")
  func direction() throws {
    let variants = try answer(["what-if", "-", "slow page"]).list("variants")
    func gain(_ operation: String) throws -> Double {
      let variant = try #require(try variants.first { try $0.text("operation") == operation })
      return try #require(try variant.byID("metrics")["satisfaction"]).number("difference")
    }
    #expect(try gain("remove") > gain("fix"))
    #expect(try gain("fix") > 0)
  }

  @Test("Baseline and variants are the worlds that simulate shows, to the last digit")
  func agreesWithSimulate() throws {
    let whatIf = try answer(["what-if", "-", "faster"])
    let today = try answer(["simulate", "-"])
    let faster = try answer(["simulate", "-", "--variant", "faster"])
    #expect(try whatIf.canonical("baseline") == today.canonical("metrics"))
    let variant = try #require(try whatIf.byID("variants")["faster"])
    for (id, metric) in try variant.byID("metrics") {
      let simulated = try #require(try faster.byID("metrics")[id])
      #expect(try metric.number("mean") == simulated.number("mean"), "\(id)")
    }
  }

  @Test("A variant that changes nothing differs by exactly 0 in everything")
  func nothing() throws {
    let variant = try #require(try answer(["what-if", "-", "nothing"]).byID("variants")["nothing"])
    let metrics = try variant.list("metrics")
    #expect(metrics.count > 8)
    for metric in metrics {
      #expect(try metric.number("difference") == 0)
      #expect(try metric.numbers("interval") == [0, 0])
    }
  }

  @Test("Any number of threads prints the same bytes")
  func threads() throws {
    let arguments = [
      "what-if", "-", "slow page", "--json", "--periods", "1", "--travellers", "20000", "--threads",
    ]
    let outputs = try [1, 2, 3, 8].map { try CommandRun(arguments + ["\($0)"], input: lamps.text).output }
    #expect(outputs[0].count > 500)
    #expect(Set(outputs).count == 1)
  }

  @Test("An unknown name is answered with those that exist")
  func unknown() throws {
    let run = try CommandRun(["what-if", "-", "slow pages"], input: lamps.text)
    #expect(run.exitCode == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("it has \"slow page\""))
    #expect(run.errors.contains("did you mean \"slow page\"?"))
  }

  @Test("The table ranks what can be fixed")
  func table() throws {
    let run = try CommandRun(["what-if", "-"], input: lamps.text)
    #expect(run.exitCode == 0)
    for expected in ["3,000 travellers, seed 11", "Fixed as costed", "Removed altogether", "20,000 EUR"] {
      #expect(run.output.contains(expected), "\(expected)")
    }
    #expect(!run.output.contains("\u{1B}"))
  }
}
