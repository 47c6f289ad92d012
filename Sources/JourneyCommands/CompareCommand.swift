import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

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
        journey compare shop.yaml shop-without-chat.yaml
      """
  )

  @Argument(help: "Scenario files; the first is the baseline.")
  var files: [String]

  @Option(name: .long, help: "Variants to compare, separated by commas (default: all).")
  var variants: String?

  @Option(name: .long, help: "Change a value of every file first, as in --set 'run.seed=7'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.count > 1, variants != nil {
      throw ValidationError("--variants goes with one file; several files are compared as they stand")
    }
  }

  func run() async throws {
    let scenarios = try files.map {
      try ScenarioLoading.load(
        $0,
        edits: set,
        isQuiet: output.quiet,
        isColoured: output.style.isColoured
      )
    }
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
    let result = try await Interruption.run {
      try await Comparison.run(first.baseline, trials, plan: plan, progress: progress.update)
    }
    progress.erase()
    try output.write(
      output.json
        ? ComparisonJSON.document("compare", first, result).pretty + "\n"
        : ComparisonText(first, result, style: output.style).comparison
    )
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
