import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// `journey what-if`: what removing and fixing pain points is worth.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Try each fix, each pain point removed, and all together, traveller by traveller.",
    discussion: """
      Without names every pain point is removed (as if it never hit) and fixed (as well as its fix works).
      A name is a pain point or a variant of the scenario's what-if part.

      Examples:
        journey what-if shop.yaml
        journey what-if shop.yaml "late parcel" "slow product page"
        journey what-if shop.yaml --json
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Argument(help: "Pain points or variants to try (default: every pain point).")
  var names: [String] = []

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scenario = try ScenarioLoading.load(
      file,
      edits: set,
      isQuiet: output.quiet,
      isColoured: output.style.isColoured
    )
    let journey = scenario.baseline
    let trials = try trials(scenario)
    let plan = run.plan(journey)
    let progress = ProgressLine(
      "trying \(trials.count) changes",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      try await WhatIf.run(journey, trials, plan: plan, progress: progress.update)
    }
    progress.erase()
    try output.write(
      output.json
        ? ComparisonJSON.document("what-if", scenario, result).pretty + "\n"
        : ComparisonText(scenario, result, style: output.style).whatIf
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  private func trials(_ scenario: Scenario) throws -> [Trial] {
    let journey = scenario.baseline
    let pains = Set(journey.painPoints.map(\.name))
    let variants = scenario.variants.filter { names.contains($0.name) && !pains.contains($0.name) }
    let known = Set(variants.map(\.name)).union(pains)
    if let name = names.first(where: { !known.contains($0) }) {
      let all = journey.painPoints.map(\.name) + scenario.variants.map(\.name)
      try scenario.refuse("pain point or variant", name, known: all)
    }
    guard !journey.painPoints.isEmpty || !variants.isEmpty else {
      try Complaint.end(
        "\(scenario.path) has no pain points; try journey compare for its variants",
        .validationFailure
      )
    }
    let chosen = names.filter(pains.contains)
    let ofPains = names.isEmpty || !chosen.isEmpty ? try WhatIf.trials(journey, only: chosen) : []
    return ofPains + variants.map(Trial.init)
  }
}
