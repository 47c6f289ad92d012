import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Every scenario that we ship runs, and the analytic ones give the numbers in their comments.
@Suite struct ShippedScenariosRunTests {
  /// 1e-6 in both tails together of the normal distribution.
  static let limit = 4.9

  /// What the engine's fixed-point sums can tell apart, for figures that are the same for every traveller.
  static let resolution = 0x1p-20

  /// Few where nothing is optimised, so that the whole suite stays quick.
  static var travellers: Int {
    #if DEBUG
      20_000
    #else
      400_000
    #endif
  }

  @Test(arguments: ShippedScenarios.all)
  func `a shipped scenario runs with all its variants`(name: String) async throws {
    let scenario = try ScenarioReader.load(path: ShippedScenarios.path(name))
    let plan = RunPlan(travellers: 2_000, seed: 7, periods: scenario.baseline.retention?.periods ?? 1)
    let result = try await Simulator.run(scenario.baseline, plan: plan)
    #expect(abs(result.outcomes.reduce(0) { $0 + $1.share.mean } - 1) < 1e-9)
    let timedOut = try #require(result.metric(.timedOut))
    #expect(timedOut.mean <= 0.005)
    for metric in result.metrics { #expect(metric.estimate.mean.isFinite, "\(metric.id.text)") }
    let compared = try await Comparison.run(scenario.baseline, scenario.variants.map(Trial.init), plan: plan)
    #expect(compared.variants.map(\.name) == scenario.variants.map(\.name))
  }

  @Test(arguments: ShippedScenarios.showcases)
  func `a showcase is plausible and roughly as it was measured`(name: String) async throws {
    let scenario = try ScenarioReader.load(path: ShippedScenarios.path(name))
    let result = try await Simulator.run(scenario.baseline, plan: RunPlan(travellers: 20_000, seed: 1))
    let satisfaction = try #require(result.metric(.satisfaction)).mean
    #expect((60...80).contains(satisfaction))
    let visits = try #require(result.metric(.visits)).mean
    #expect((3.5...9).contains(visits))
    #expect(Set(result.targets.map(\.verdict)).count >= 2, "some targets are met and some are not")
    for line in result.observed {
      let simulated = try #require(line.simulated, "\(line.observation.label)").mean
      let near = max(0.15 * abs(line.observation.value), line.observation.value > 1 ? 6 : 0.04)
      #expect(abs(simulated - line.observation.value) <= near, "\(line.observation.label): \(simulated)")
    }
  }

  @Test(arguments: ShippedScenarios.all)
  func `comments that promise numbers keep the promise`(name: String) async throws {
    let (promises, unread) = PromisedAnswer.all(in: try ShippedScenarios.text(name))
    #expect(unread.isEmpty)
    #expect(!promises.isEmpty || !name.hasPrefix("analytic/"))
    let scenario = try ScenarioReader.load(path: ShippedScenarios.path(name))
    for (promise, problem) in try await Self.problems(with: promises, in: scenario) {
      Issue.record("\(promise): \(problem)")
    }
  }

  @Test func `a comment that lies by ten percent is caught`() async throws {
    let scenario = try ScenarioReader.load(path: ShippedScenarios.path("analytic/k4.yaml"))
    let lies = [
      "# exact: goal 0.2375", "# exact: visits of help 0.2395393213", "# exact in close help: goal 0.215875",
    ]
    let truth = "# exact: outcome leave 0.7841249830"
    let promises = (lies + [truth]).compactMap { PromisedAnswer(comment: $0) }
    let problems = try await Self.problems(with: promises, in: scenario)
    #expect(Set(problems.map(\.promise.description)) == Set(lies))
  }

  /// The promises that a scenario does not keep, each with the reason. Every journey is run once.
  private static func problems(
    with promises: [PromisedAnswer],
    in scenario: Scenario
  ) async throws -> [(promise: PromisedAnswer, problem: String)] {
    let plan = RunPlan(
      travellers: travellers,
      seed: 11,
      periods: scenario.baseline.retention?.periods ?? 1,
      threads: 2
    )
    var problems: [(promise: PromisedAnswer, problem: String)] = []
    let subjects = Dictionary(grouping: promises) {
      Subject(variant: $0.variant, isDifference: $0.isDifference)
    }
    for (subject, promises) in subjects {
      let variant = scenario.variants.first { $0.name == subject.variant }
      guard subject.variant == nil || variant != nil else {
        problems += promises.map { ($0, "no such variant") }
        continue
      }
      if let variant, subject.isDifference {
        let result = try await Comparison.run(scenario.baseline, [Trial(variant)], plan: plan)
        for promise in promises {
          let metric = MetricID(promise.quantity).flatMap { result.variants.first?.metric($0) }
          if let problem = problem(of: metric?.difference, promise) { problems.append((promise, problem)) }
        }
      } else {
        let result = try await Simulator.run(variant?.journey ?? scenario.baseline, plan: plan)
        for promise in promises {
          let line = result.exact.applies ? result.exact.lines.first { $0.label == promise.quantity } : nil
          if let line, abs(line.exact - promise.value) > promise.rounding * 1.001 + 1e-12 {
            problems.append((promise, "the exact solver says \(line.exact)"))
          } else if let problem = problem(of: estimate(of: promise.quantity, in: result), promise) {
            problems.append((promise, problem))
          }
        }
      }
    }
    return problems
  }

  private struct Subject: Hashable {
    var variant: String?
    var isDifference: Bool
  }

  private static func estimate(of quantity: String, in result: SimulationResult) -> Estimate? {
    if quantity.hasPrefix("outcome ") {
      return result.outcomes.first { $0.outcome.name == quantity.dropFirst(8) }?.share
    }
    if quantity.hasPrefix("visits of ") {
      return result.touchpoints.first { $0.name == quantity.dropFirst(10) }?.visits
    }
    return MetricID(quantity).flatMap { result.metric($0) }
  }

  private static func problem(of estimate: Estimate?, _ promise: PromisedAnswer) -> String? {
    guard let estimate else { return "no such figure" }
    let difference = abs(estimate.mean - promise.value)
    // A share's error is known from the promise itself; that of a figure which is the same for all is zero.
    let error =
      estimate.kind == .share
      ? sqrt(promise.value * (1 - promise.value) / Double(travellers)) : estimate.standardError
    guard difference > limit * error + promise.rounding + resolution else { return nil }
    return "simulated \(estimate.mean), \(difference / max(error, 1e-300)) standard errors away"
  }
}
