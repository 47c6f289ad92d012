import JourneyTestSupport
import Testing

@Suite("journey compare")
struct CompareCommandTests {
  private let lamps = HarbourLamps()

  private func answer(_ arguments: [String], _ text: String? = nil) throws -> Members {
    let run = try CommandRun(arguments + ["--json"], input: text ?? lamps.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try Members(run)
  }

  @Test("JSON keeps its contract: a baseline and every variant of the file in its order")
  func contract() throws {
    let answer = try answer(["compare", "-"])
    #expect(try answer.text("schema") == "journey.compare/1")
    #expect(try !answer.list("baseline").isEmpty)
    let variants = try answer.list("variants")
    #expect(try variants.map { try $0.text("id") } == ["nothing", "faster", "no phone"])
    for variant in variants {
      #expect(try !variant.text("operation").isEmpty)
      for metric in try variant.list("metrics") {
        #expect(try metric.number("level") == 0.95)
        try expectInterval(metric, around: "difference", try metric.text("id"))
      }
    }
  }

  @Test("A variant that changes nothing differs by exactly 0 in everything")
  func nothing() throws {
    let variant = try #require(try answer(["compare", "-"]).byID("variants")["nothing"])
    for metric in try variant.list("metrics") {
      #expect(try metric.number("difference") == 0)
      #expect(try metric.numbers("interval") == [0, 0])
    }
    // The twin: a variant that changes something is seen.
    let faster = try #require(try answer(["compare", "-"]).byID("variants")["faster"])
    #expect(try #require(try faster.byID("metrics")["satisfaction"]).number("difference") != 0)
  }

  @Test("The same question has the same answer in compare, what-if and simulate")
  func agrees() throws {
    let compared = try answer(["compare", "-", "--variants", "faster"])
    let tried = try answer(["what-if", "-", "faster"])
    #expect(try compared.canonical("baseline") == tried.canonical("baseline"))
    let one = try #require(try compared.byID("variants")["faster"]).figures("metrics")
    let other = try #require(try tried.byID("variants")["faster"]).figures("metrics")
    #expect(one == other)
    #expect(try compared.canonical("baseline") == answer(["simulate", "-"]).canonical("metrics"))
  }

  @Test("A second file is compared with the first; a copy differs by exactly 0")
  func files() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(lamps.text, "today.yaml")
    let copy = try folder.write(lamps.reordered.text, "copy.yaml")
    let other = try folder.write(lamps.text.replacing("costs: 6", with: "costs: 9"), "dear.yaml")
    let variants = try answer(["compare", first, copy, other]).byID("variants")
    for metric in try #require(variants["copy"]).list("metrics") {
      #expect(try metric.number("difference") == 0)
      #expect(try metric.numbers("interval") == [0, 0])
    }
    let dear = try #require(variants["dear"]).byID("metrics")
    #expect(try #require(dear["cost"]).number("difference") > 0)
    #expect(try #require(dear["goal"]).number("difference") == 0)
  }

  @Test("Any number of threads prints the same bytes")
  func threads() throws {
    let arguments = ["compare", "-", "--json", "--periods", "1", "--travellers", "20000", "--threads"]
    let outputs = try [1, 2, 3, 8].map { try CommandRun(arguments + ["\($0)"], input: lamps.text).output }
    #expect(outputs[0].count > 500)
    #expect(Set(outputs).count == 1)
  }

  @Test("What cannot be compared is said, with exit code 64")
  func wrong() throws {
    let unknown = try CommandRun(["compare", "-", "--variants", "fastr"], input: lamps.text)
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("it has \"nothing\", \"faster\", \"no phone\""))
    let none = try CommandRun(["compare", "-"], input: lamps.text.before("what if:"))
    #expect(none.exitCode == 64)
    #expect(none.errors.contains("no variants"))
    let both = try CommandRun(["compare", "a.yaml", "b.yaml", "--variants", "faster"])
    #expect(both.exitCode == 64)
  }
}

extension String {
  /// The text up to where another begins in it.
  fileprivate func before(_ other: String) -> String {
    ranges(of: other).first.map { String(self[..<$0.lowerBound]) } ?? self
  }
}
