import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey sensitivity`: what would change our mind.
struct SensitivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Find the inputs that a figure or a fix hangs on, and the values at which conclusions change.",
    discussion: """
      Every number of the scenario is moved alone: one with a mark (24% ?, 40% (± 15%), 12% of 340,
      7241 seen) to both ends of what it may be, any other by 20%. Then values are looked for at which
      a conclusion changes: the best fix, whether a fix earns its cost in a year, a target.
      A name is a pain point, whose fix is looked at; without one it is the figure as it stands.

      Examples:
        journey sensitivity shop.yaml
        journey sensitivity shop.yaml "late parcel" --metric clv
        journey sensitivity shop.yaml --variant "faster site" --metric goal
        journey sensitivity shop.yaml --screen --json
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Argument(help: "Pain points whose fix is looked at; several together as one set.")
  var names: [String] = []

  @Option(name: .long, help: "Look at the effect of this variant instead.")
  var variant: String?

  @Option(name: .long, help: "The figure (default: kept, else satisfaction, else goal).")
  var metric: String?

  @Flag(name: .long, help: "Move marked inputs only.")
  var marked = false

  @Flag(name: .long, help: "Screen all inputs at once by elementary effects (Morris).")
  var screen = false

  @Option(name: .long, help: "Trajectories of the screening.")
  var trajectories = 10

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if variant != nil, !names.isEmpty {
      throw ValidationError("name pain points or a --variant, not both")
    }
    guard (2...1_000).contains(trajectories) else {
      throw ValidationError("--trajectories must be between 2 and 1000")
    }
    if let metric, MetricID(metric) == nil { throw ValidationError("\"\(metric)\" is no figure") }
  }

  func run() async throws {
    let inputs = try ScenarioLoading.loadInputs(file, edits: set, output)
    let scenario = inputs.scenario
    let (choice, subject) = try question(scenario)
    let plan = run.plan(scenario.baseline)
    let progress = ProgressLine(
      "moving \(inputs.inputs.count) inputs",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      let trials = try choice.trials(scenario)
      let comparison = try await WhatIf.run(scenario.baseline, trials, plan: plan)
      let metric = try figure(comparison)
      return try await Sensitivity(
        inputs,
        choice,
        subject,
        metric: metric,
        comparison: comparison,
        plan: plan,
        SensitivityPlan(withUnmarked: !marked, trajectories: screen ? trajectories : 0)
      ).run(progress: progress.update)
    }
    progress.erase()
    try output.write(
      output.json
        ? SensitivityJSON.document(scenario, result).pretty + "\n"
        : SensitivityText(scenario, result, style: output.style).text
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  /// The changes whose conclusions are tested, and what is looked at.
  private func question(_ scenario: Scenario) throws -> (TrialChoice, SensitivitySubject) {
    if let variant {
      _ = try scenario.variant(variant)
      return (.variants([]), .difference(name: variant, operation: "variant"))
    }
    let pains = scenario.baseline.painPoints
    if let unknown = names.first(where: { name in !pains.contains { $0.name == name } }) {
      try scenario.refuse("pain point", unknown, known: pains.map(\.name))
    }
    let named = pains.filter { names.contains($0.name) }
    guard let first = named.first else {
      return (pains.isEmpty ? .variants([]) : .fixes, .level)
    }
    let operation = named.allSatisfy { $0.fix != nil } ? "fix" : "remove"
    return named.count == 1
      ? (
        operation == "fix" ? .fixes : .painPoints(only: [], variants: []),
        .difference(name: first.name, operation: operation)
      )
      : (
        .painPoints(only: named.map(\.name), variants: []),
        .difference(name: WhatIf.together, operation: operation)
      )
  }

  private func figure(_ comparison: ComparisonResult) throws -> MetricID {
    guard let wanted = metric.flatMap({ MetricID($0) }) else { return WhatIf.rankingMetric(comparison) }
    guard comparison.baseline.contains(where: { $0.id == wanted }) else {
      let names = comparison.baseline.map(\.id.text).joined(separator: ", ")
      try Complaint.end(
        "this scenario does not give \(wanted.text); it gives \(names)",
        .validationFailure
      )
    }
    return wanted
  }
}
