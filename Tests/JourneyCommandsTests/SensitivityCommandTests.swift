import Foundation
import JourneyTestSupport
import Testing

@Suite("journey sensitivity, what-if --uncertain and compare --uncertain")
struct SensitivityCommandTests {
  private struct Answer: Decodable {
    struct Input: Decodable { var path: String, mark: String?, counted: Int? }
    struct End: Decodable { var value: Double }
    struct Bar: Decodable { var input: Input, swing: Double, low: End, high: End }
    struct Switch: Decodable { var path: String, value: Double, text: String }
    struct Screening: Decodable { var trajectories: Int }
    var schema: String
    var metric: String
    var inputs: [Bar]
    var switches: [Switch]
    var screening: Screening?
  }

  private struct WhatIf: Decodable {
    struct Metric: Decodable {
      var id: String
      var interval: [Double]
      var inputInterval: [Double]?
      var input90: [Double]?
    }
    struct Ranking: Decodable { var rank: Int, overInputs: [Int], overRules: [Int] }
    struct Variant: Decodable { var id: String, operation: String, metrics: [Metric], ranking: Ranking? }
    struct Conclusion: Decodable { var text: String, isRobust: Bool, why: String? }
    struct Uncertainty: Decodable { var draws: Int, inputs: [Answer.Input], conclusions: [Conclusion] }
    var baseline: [Metric]
    var variants: [Variant]
    var uncertainty: Uncertainty?
  }

  private func answer<Value: Decodable>(_ arguments: [String], as type: Value.Type) throws -> Value {
    let run = try CommandRun(arguments, input: Shop.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(type, from: Data(run.output.utf8))
  }

  @Test("sensitivity is sorted by swing, says what inputs rest on, and screens where asked")
  func sensitivity() throws {
    let answer = try answer(
      ["sensitivity", "-", "--json", "--screen", "--trajectories", "3"],
      as: Answer.self
    )
    #expect(answer.schema == "journey.sensitivity/1" && answer.metric == "satisfaction")
    #expect(answer.inputs.map(\.swing) == answer.inputs.map(\.swing).sorted(by: >))
    #expect(
      answer.inputs.contains { $0.input.path == "pain points.slow page.hits" && $0.input.counted == 200 }
    )
    #expect(answer.inputs.allSatisfy { $0.low.value < $0.high.value })
    #expect(answer.screening?.trajectories == 3)
    #expect(answer.switches.allSatisfy { $0.text.contains(" unless \($0.path) is ") })
    let marked = try self.answer(["sensitivity", "-", "slow page", "--marked", "--json"], as: Answer.self)
    #expect(marked.inputs.allSatisfy { $0.input.mark != nil } && marked.screening == nil)
  }

  @Test("the text leads from bars to what would change our mind")
  func text() throws {
    let run = try CommandRun(["sensitivity", "-", "--metric", "goal"], input: Shop.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("What moves “reach ‘bought’”, today "))
    #expect(run.output.contains("you said") && run.output.contains("What would change our mind"))
    let variant = try CommandRun(["sensitivity", "-", "--variant", "faster"], input: Shop.text)
    #expect(variant.output.hasPrefix("What moves the effect of “faster” on"))
    let none = try CommandRun(["sensitivity", "-", "nobody"], input: Shop.text)
    #expect(none.exitCode == 64 && none.errors.contains("no pain point \"nobody\""))
    let unknown = try CommandRun(["sensitivity", "-", "--metric", "clv"], input: Shop.text)
    #expect(unknown.exitCode == 64 && unknown.errors.contains("does not give clv"))
  }

  @Test(
    "with --uncertain every figure has both intervals, and keys are only added",
    arguments: ["what-if", "compare"]
  )
  func uncertain(command: String) throws {
    let plain = try answer([command, "-", "--json"], as: WhatIf.self)
    let doubt = try answer([command, "-", "--json", "--uncertain", "--draws", "60"], as: WhatIf.self)
    #expect(plain.uncertainty == nil && plain.variants.allSatisfy { $0.metrics[0].inputInterval == nil })
    let uncertainty = try #require(doubt.uncertainty)
    #expect(uncertainty.draws == 60 && uncertainty.inputs.count == 5)
    for (before, after) in zip(plain.variants, doubt.variants) {
      #expect(before.id == after.id && before.metrics[0].interval == after.metrics[0].interval)
      for metric in after.metrics {
        let wide = try #require(metric.inputInterval)
        let narrow = try #require(metric.input90)
        #expect(wide[0] <= narrow[0] && narrow[0] <= narrow[1] && narrow[1] <= wide[1])
      }
    }
    let goal = try #require(doubt.baseline.first { $0.id == "goal" })
    let wide = try #require(goal.inputInterval)
    #expect(wide[1] - wide[0] > goal.interval[1] - goal.interval[0])
    #expect(doubt.variants.contains { $0.ranking?.rank == 1 })
    #expect(uncertainty.conclusions.allSatisfy { $0.isRobust == ($0.why == nil) })
  }

  @Test("the report has a part of its own, and none where there is nothing to doubt")
  func report() throws {
    let run = try CommandRun(["report", "-", "-o", "-", "-q"], input: Shop.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    for words in ["id=\"sure\"", "How sure", "card tornado", "survive", "What to measure next"] {
      #expect(run.output.contains(words), "\(words)")
    }
    let chain = """
      journey: Chain
      run: {travellers: 500}
      touchpoints: {a: {}}
      paths: {START: {a: 1}, a: {done: 1, leave: 1}}
      """
    let plain = try CommandRun(["report", "-", "-o", "-", "-q"], input: chain)
    #expect(plain.exitCode == 0 && !plain.output.contains("id=\"sure\""), "\(plain.errors)")
  }

  @Test("the text says what survives, and the plain text offers it")
  func uncertainText() throws {
    let plain = try CommandRun(["what-if", "-"], input: Shop.text)
    #expect(plain.output.contains("Five inputs are marked as uncertain: --uncertain carries them through."))
    let run = try CommandRun(["what-if", "-", "--uncertain"], input: Shop.text)
    #expect(run.exitCode == 0, "\(run.errors)")
    for words in [
      "100 draws of 5 uncertain inputs", "noise and inputs", "rank over inputs", "survive",
      "What to measure next",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let operation = try CommandRun(["what-if", "-", "--uncertain", "--operation", "close"], input: Shop.text)
    #expect(operation.exitCode == 64 && operation.errors.contains("leave out --operation"))
    let few = try CommandRun(["what-if", "-", "--uncertain", "--draws", "10"], input: Shop.text)
    #expect(few.exitCode == 64 && few.errors.contains("at least 50"))
  }
}
