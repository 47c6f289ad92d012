import Foundation
import JourneyTestSupport
import Testing

@Suite("journey optimise")
struct OptimiseCommandTests {
  private static let shop =
    Shop.text + "  odd advert: {at: search, hits: 1%, hurts: 2, fix: {costs: 25k, works: 50%}}\n"

  private struct Interval: Decodable {
    var mean: Double
    var interval: [Double]
  }

  private struct Answer: Decodable {
    struct Fix: Decodable {
      var painPoint: String
      var alone: Interval
      var partOfAll: Interval
    }
    struct Candidate: Decodable {
      var painPoints: [String]
      var cost: Double
      var effect: Interval
    }
    var schema: String
    var metric: String
    var choice: [String]?
    var candidates: [Candidate]
    var fixes: [Fix]
    var together: Interval
  }

  private struct WhatIf: Decodable {
    struct Variant: Decodable {
      struct Metric: Decodable {
        var id: String
        var difference: Double
      }
      var id: String
      var operation: String
      var metrics: [Metric]
    }
    var variants: [Variant]
  }

  @Test("JSON names the choice, keeps to the budget, and gives the figures of what-if")
  func json() throws {
    let run = try CommandRun(
      ["optimise", "-", "--budget", "50k", "--maximise", "goal", "--json"],
      input: Self.shop
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.schema == "journey.optimise/1")
    #expect(answer.metric == "goal")
    #expect(answer.choice == ["card refused", "slow page"])
    #expect(answer.candidates.allSatisfy { $0.cost <= 50_000 })
    #expect(abs(answer.fixes.reduce(0) { $0 + $1.partOfAll.mean } - answer.together.mean) < 1e-12)
    let other = try CommandRun(["what-if", "-", "--json"], input: Self.shop)
    let whatIf = try JSONDecoder().decode(WhatIf.self, from: Data(other.output.utf8))
    for fix in answer.fixes {
      let variant = try #require(
        whatIf.variants.first { $0.operation == "fix" && $0.id == fix.painPoint }
      )
      let expected = try #require(variant.metrics.first { $0.id == "goal" }).difference
      #expect(abs(fix.alone.mean - expected) < 1e-12)
    }
  }

  @Test("The first line answers, and a list of what each is worth follows")
  func text() throws {
    let run = try CommandRun(["optimise", "-", "--budget", "50k"], input: Self.shop)
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("Fix card refused and slow page, for 50,000 EUR of 50,000 EUR: ") == true)
    #expect(lines.contains { $0.contains("all together") && $0.contains("75,000 EUR") })
    #expect(lines.last?.hasPrefix("Next: journey what-if") == true)
    let poor = try CommandRun(["optimise", "-", "--budget", "5k"], input: Self.shop)
    #expect(poor.output.hasPrefix("Nothing to buy: no set of fixes for up to 5,000 EUR"))
  }

  @Test(
    "An amount that is none, a fix without costs and a figure that is not there are refused with a sentence"
  )
  func refusals() throws {
    let lots = try CommandRun(["optimise", "-", "--budget", "lots"], input: Self.shop)
    #expect(lots.exitCode == 64 && lots.errors.contains("\"lots\" is not an amount"))
    let free = try CommandRun(
      ["optimise", "-", "--budget", "50k"],
      input: Self.shop.replacing("costs: 25k, ", with: "")
    )
    #expect(free.exitCode == 64 && free.errors.contains("\"odd advert\" has none"))
    let clv = try CommandRun(["optimise", "-", "--budget", "5k", "--maximise", "clv"], input: Self.shop)
    #expect(clv.exitCode == 64 && clv.errors.contains("clv"))
    #expect([lots, free, clv].allSatisfy { $0.output.isEmpty })
  }

  @Test("Uncertain inputs say what the best sets pay and how often each is the best")
  func uncertain() throws {
    let text =
      Self.shop
      + "retention: {of: goal, every: 30d, baseline: 60%, value: {margin per purchase: 40, periods: 2}}\n"
    let settled = text.replacing("currency: EUR}", with: "currency: EUR, arrivals: 50 per day}")
    let run = try CommandRun(
      ["optimise", "-", "--budget", "60k", "--uncertain", "--draws", "50", "--json"],
      input: settled
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let block = try #require(root["uncertainty"] as? [String: Any])
    #expect(block["draws"] as? Int == 50)
    let candidates = try #require(root["candidates"] as? [[String: Any]])
    let shares = try candidates.map { candidate in
      try #require((candidate["money"] as? [String: Any])?["bestShare"] as? Double)
    }
    #expect(!shares.isEmpty && shares.allSatisfy { (0...1).contains($0) })
    let words = try CommandRun(
      ["optimise", "-", "--budget", "60k", "--uncertain", "--draws", "50"],
      input: settled
    )
    #expect(words.output.contains("A year's gain less the one-off cost"))
    let plain = try CommandRun(["optimise", "-", "--budget", "60k", "--json"], input: settled)
    #expect(!plain.output.contains("uncertainty"))
  }
}
