import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// Runs everything that a report is made from.
struct ReportMaking {
  let inputs: ScenarioInputs
  let plan: RunPlan
  /// The command that makes the same figures again.
  let command: String
  let isQuiet: Bool
  /// The values that were changed first, as `--set` takes them.
  var edits: [String] = []
  /// Whether uncertain inputs and rival rules are carried through, which takes longest.
  var withDoubts = true

  init(_ inputs: ScenarioInputs, _ plan: RunPlan, command: String, isQuiet: Bool) {
    self.inputs = inputs
    self.plan = plan
    self.command = command
    self.isQuiet = isQuiet
  }

  /// The command that makes the same figures again.
  static func command(_ file: String, _ plan: RunPlan, periods: Int?, edits: [String]) -> String {
    ShellWords.line(
      ["journey", "report", file, "--travellers", "\(plan.travellers)", "--seed", "\(plan.seed)"]
        + (periods.map { ["--periods", "\($0)"] } ?? []) + edits.flatMap { ["--set", $0] }
    )
  }

  /// Runs the baseline, the fixes and the variants: the same travellers in all.
  func input() async throws -> ReportInput {
    let scenario = inputs.scenario
    let journey = scenario.baseline
    let travellers = plan.travellers
    let steps = 2 + (scenario.variants.isEmpty ? 0 : 1)
    let progress = ProgressLine("simulating", total: travellers * steps, isQuiet: isQuiet)
    defer { progress.erase() }
    return try await Interruption.run {
      let runs = try await ReportRuns.run(
        journey,
        variants: scenario.variants,
        plan: plan,
        progress: progress.update
      )
      // The first journey is all that these two look at.
      var first = plan
      first.periods = 1
      let single = first
      var changes: [MapChange] = []
      if let compared = runs.variants {
        let trials = scenario.variants.map { Trial($0) }
        changes = try await MapChanges.run(trials, compared: compared, plan: single) {
          progress.update(travellers + $0)
        }
      }
      let paths = try await PathsExperiment.run(journey, plan: single) {
        progress.update(travellers * (steps - 1) + $0)
      }
      var input = ReportInput(
        scenario: scenario,
        simulation: runs.simulation,
        whatIf: runs.whatIf,
        variants: runs.variants,
        values: runs.values,
        uncertainty: try await doubts(runs.whatIf),
        sensitivity: try await bars(runs.whatIf),
        paths: paths,
        changes: changes,
        command: command
      )
      input.pairs = try await pairs(runs.whatIf)
      if let everything = try WhatIf.everything(journey) {
        input.target = try await target(journey, everything, plan: single)
        input.customer = customer(journey, everything)
      }
      return input
    }
  }

  /// What pairs of fixes bring beyond both alone, in the figures that the page answers for.
  private func pairs(_ whatIf: JourneyExperiments.ComparisonResult?) async throws -> FixPairs? {
    guard let whatIf else { return nil }
    return try await FixPairs.run(whatIf, metrics: LiveModel.metrics(whatIf), plan: plan)
  }

  /// The first journey with all fixes done, in detail, for what it feels like then: the same travellers and draws.
  private func target(
    _ journey: Journey,
    _ everything: Trial,
    plan: RunPlan
  ) async throws -> SimulationResult? {
    guard journey.hasQuality, !journey.stages.isEmpty, everything.operation == "fix" else { return nil }
    return try await Simulator.run(everything.journey, plan: plan)
  }

  /// A traveller whose journey changes in a typical way when everything is mended.
  private func customer(_ journey: Journey, _ everything: Trial) -> TypicalTraveller? {
    let scan = min(plan.travellers, TypicalTraveller.usualScan)
    var customer = TypicalTraveller(journey, everything, seed: plan.seed, among: scan)
    customer?.edits = edits
    return customer
  }

  /// The fixes under uncertain inputs and rival rules, with as many draws as `what-if --uncertain` takes: the page and
  /// the command answer alike.
  private func doubts(_ whatIf: JourneyExperiments.ComparisonResult?) async throws -> UncertaintyResult? {
    guard withDoubts, let fixes = whatIf?.onlyFixes else { return nil }
    return try await InputUncertainty.run(inputs, .fixes, comparison: fixes, plan: plan)
  }

  /// What marked inputs do at both ends of their ranges.
  private func bars(_ whatIf: JourneyExperiments.ComparisonResult?) async throws -> SensitivityResult? {
    guard withDoubts, let fixes = whatIf?.onlyFixes, !inputs.drawn.isEmpty else { return nil }
    return try await Sensitivity(
      inputs,
      .fixes,
      .level,
      metric: WhatIf.rankingMetric(fixes),
      comparison: fixes,
      plan: plan,
      SensitivityPlan(travellers: 5_000, withUnmarked: false, withSwitches: false)
    ).run()
  }
}
