import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey compare`: variants of one file, or several files, side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the variants of a scenario, or several scenario files, with the same travellers.",
    discussion: """
      With one file its variants are compared with the file as it stands; with several, the first is the baseline.

      Examples:
        journey compare shop.yaml
        journey compare shop.yaml --variants "faster site","no surprises"
        journey compare shop.yaml --uncertain
        journey compare shop.yaml shop-without-chat.yaml
      """
  )

  @Argument(help: "Scenario files; the first is the baseline.")
  var files: [String]

  @Option(name: .long, help: "Variants to compare, separated by commas (default: all).")
  var variants: String?

  @Option(name: .long, help: "Change a value of every file first, as in --set 'run.seed=7'.")
  var set: [String] = []

  @OptionGroup var doubt: UncertainOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.count > 1, doubt.uncertain {
      throw ValidationError("--uncertain goes with one file and its variants")
    }
    if files.count > 1, variants != nil {
      throw ValidationError("--variants goes with one file; several files are compared as they stand")
    }
  }

  func run() async throws {
    let inputs = try files.map { try ScenarioLoading.loadInputs($0, edits: set, output) }
    let scenarios = inputs.map(\.scenario)
    guard let first = scenarios.first else { throw ValidationError("name a scenario file") }
    let trials =
      scenarios.count == 1
      ? try chosenVariants(first)
      : scenarios.dropFirst().map { Trial(name: $0.label, operation: "scenario", journey: $0.baseline) }
    let plan = run.plan(first.baseline)
    let progress = ProgressLine(
      "comparing \(trials.count + 1) worlds",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let (result, uncertainty) = try await Interruption.run {
      let result = try await Comparison.run(first.baseline, trials, plan: plan, progress: progress.update)
      guard doubt.uncertain, let own = inputs.first else { return (result, UncertaintyResult?.none) }
      let choice = TrialChoice.variants(trials.map(\.name))
      let layers = try await InputUncertainty.run(own, choice, comparison: result, plan: plan, doubt.plan)
      return (result, layers)
    }
    progress.erase()
    if let uncertainty, !output.json {
      try output.write(UncertaintyText(first, uncertainty, style: output.style).text)
    } else {
      try output.write(
        output.json
          ? ComparisonJSON.document("compare", first, result, uncertainty: uncertainty).pretty + "\n"
          : ComparisonText(first, result, style: output.style).comparison
      )
    }
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  private func chosenVariants(_ scenario: Scenario) throws -> [Trial] {
    guard !scenario.variants.isEmpty else {
      try Complaint.end(
        "\(scenario.path) has no variants to compare; add some under `what if`, or name a second file",
        .validationFailure
      )
    }
    guard let variants else { return scenario.variants.map(Trial.init) }
    return try variants.split(separator: ",").map { part in
      Trial(try scenario.variant(part.trimmed))
    }
  }
}

extension Substring {
  /// The text without spaces around it.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension Scenario {
  /// The file's name without folder and ending, by which it stands in a table.
  fileprivate var label: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }
}
