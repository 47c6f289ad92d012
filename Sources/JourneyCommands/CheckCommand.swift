import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// `journey check`: a scenario's targets as tests.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a scenario against its targets; exit code 3 where one is missed.",
    discussion: """
      A target is met or missed where the figure's whole 95% interval is on one
      side of it, and undecided where the interval holds it. Every miss comes with
      a traveller who shows it, ready to be replayed.

      Exit codes: 0 all met (or undecided), 3 a target is missed, 64 the scenario
      has no targets. With --strict an undecided target ends with 3 too.

      Examples:
        journey check shop.yaml
        journey check shop.yaml --strict --travellers 1000000
        journey check shop.yaml --precision 0.1pt      until all are decided, or known to ±0.1 points
        journey check shop.yaml --variant "faster site" --json
      """
  )

  /// Exit code where a target is missed.
  static let missed = ExitCode(3)

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "Check this variant of the scenario's what-if part instead of the baseline.")
  var variant: String?

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @Flag(name: .long, help: "An undecided target fails too.")
  var strict = false

  @OptionGroup var run: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, output)
    let journey = try scenario.world(variant)
    guard !journey.targets.isEmpty else {
      try Complaint.end(
        "\(file) has no targets; write some, as in `targets: {goal: at least 40%, visits: at most 6}`",
        .validationFailure
      )
    }
    let plan = precision.capped(run.plan(journey), run)
    let wish = try precision.wishForTargets(journey)
    let progress = ProgressLine(
      "checking \(variant ?? "today")",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      guard let wish else {
        return try await TargetCheck.run(journey, plan: plan, progress: progress.update)
      }
      return try await TargetCheck.run(
        journey,
        plan: plan,
        precision: wish,
        progress: progress.update,
        expecting: progress.expect
      )
    }
    progress.erase()
    if output.json {
      let document = CheckJSON.document(
        scenario,
        variant: variant,
        result,
        isStrict: strict,
        trace: replay
      )
      try output.write(document.pretty + "\n")
    } else {
      let text = CheckText(
        result,
        variant: variant,
        isStrict: strict,
        style: output.style,
        trace: replay
      )
      try output.write(text.text)
      Timing.report(started, isWanted: output.verbose)
    }
    guard result.passes(strictly: strict) else { throw Self.missed }
  }

  /// The words of the command that replays a traveller of this run.
  private func replay(_ traveller: UInt64) -> [String] {
    var words = ["journey", "trace", file, "--traveller", String(traveller)]
    if let variant { words += ["--variant", variant] }
    if let seed = run.seed { words += ["--seed", String(seed)] }
    for edit in set { words += ["--set", edit] }
    return words
  }
}
