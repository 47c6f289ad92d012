import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario
import JourneyTestSupport
import Testing

/// The shipped retailer, really run with few travellers: fixes, variants, uncertain inputs and the world with all fixes.
enum DoubtfulShop {
  static let plan = RunPlan(travellers: 4_000, seed: 5, periods: 4, threads: 2, isControlled: false)

  private static let made = Task {
    let text = try ShippedScenarios.text("retailer.yaml")
    let inputs = try #require(ScenarioReader.inputs(path: "retailer.yaml", text: text).inputs)
    let scenario = inputs.scenario
    let runs = try await ReportRuns.run(scenario.baseline, variants: scenario.variants, plan: plan)
    let fixes = try #require(runs.whatIf?.onlyFixes)
    let fixed = try #require(try WhatIf.everything(scenario.baseline)).journey
    var input = ReportInput(
      scenario: scenario,
      simulation: runs.simulation,
      whatIf: runs.whatIf,
      variants: runs.variants,
      uncertainty: try await InputUncertainty.run(
        inputs,
        .fixes,
        comparison: fixes,
        plan: plan,
        UncertaintyPlan(draws: 50, travellers: 200, batches: 4, travellersPerRule: 0)
      ),
      command: "journey report retailer.yaml"
    )
    var single = plan
    single.periods = 1
    input.target = try await Simulator.run(fixed, plan: single)
    return input
  }

  /// Everything that a report of it is made from.
  static func input() async throws -> ReportInput { try await made.value }
}
