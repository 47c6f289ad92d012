import Foundation
import JourneyTestSupport
import Testing

@Suite struct WhatIfOperationCommandTests {
  private struct Answer: Decodable {
    struct Variant: Decodable {
      var id: String
      var operation: String
      var metrics: [Metric]
    }

    struct Metric: Decodable {
      var id: String
      var mean: Double
      var difference: Double
      var interval: [Double]
    }

    struct Question: Decodable {
      var id: String
      var question: String?
    }

    struct Refused: Decodable {
      var id: String
      var operation: String
      var reason: String
    }

    var schema: String
    var variants: [Variant]
    var operations: [Question]
    var inapplicable: [Refused]
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["what-if", ShippedScenarios.path("analytic/k4.yaml")] + arguments)
  }

  @Test func `all operations side by side agree with the oracle chain's exact answers`() throws {
    let run = try run(["--operation", "all", "--json"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.schema == "journey.what-if/1")
    let base = 0.2158750170
    let exact: [(String, String, Double)] = [
      ("close", "help", 0.2013071895), ("close", "product", 0.1080729167), ("close", "basket", 0.0193498452),
      ("bypass", "help", base), ("bypass", "product", base), ("bypass", "basket", base),
      ("dependence", "help", base * (1 - 0.3534358853)),
      ("dependence", "product", base * (1 - 0.8973250876)),
      ("dependence", "basket", base * (1 - 0.9554585577)),
    ]
    for (operation, name, goal) in exact {
      let variant = try #require(answer.variants.first { $0.operation == operation && $0.id == name })
      let metric = try #require(variant.metrics.first { $0.id == "goal" })
      // Intervals are 1.96 standard errors wide on each side; 5.4 of them are never left by chance.
      let error = (metric.interval[1] - metric.interval[0]) / 2 / 1.96
      #expect(abs(metric.difference - (goal - base)) < 5.4 * error, "\(operation) \(name)")
    }
    #expect(answer.operations.map(\.id) == ["bypass", "close", "dependence"])
    #expect(answer.operations.allSatisfy { $0.question?.hasSuffix(".") == true || $0.question?.last == "?" })
    #expect(answer.inapplicable.map(\.id) == ["landing"])
  }

  @Test func `each block asks its question, and what cannot be tried is said`() throws {
    let run = try run(["--operation", "all", "--travellers", "2000"])
    #expect(run.exitCode == 0)
    for expected in [
      "Touchpoints bypassed\n  What if this step did not exist",
      "Touchpoints closed\n  What if the touchpoint",
      "Dependence on touchpoints\n  How much passes through here", "Could not be tried",
      "close  landing  no entry would be left",
    ] {
      #expect(run.output.contains(expected), "\(expected)")
    }
  }

  @Test func `names choose, and a name that the operation cannot take is refused`() throws {
    let chosen = try run(["help", "--operation", "close", "--travellers", "2000", "--json"])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(chosen.output.utf8))
    #expect(answer.variants.map(\.id) == ["help"])
    let unknown = try run(["hlep", "--operation", "close"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("no touchpoint or channel \"hlep\""))
    #expect(unknown.errors.contains("did you mean \"help\"?"))
    let nothing = try run(["--operation", "fix"])
    #expect(nothing.exitCode == 64)
    #expect(nothing.errors.contains("has no pain point to try this on"))
  }
}
