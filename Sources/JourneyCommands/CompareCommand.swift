import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics

/// `journey compare`: variants of one file, or several files, side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the variants of a scenario, or several scenario files, with the same travellers.",
    discussion: """
      With one file its variants are compared with the file as it stands; with several, the first is the baseline.

      --best names a figure and says which world is the best in it: worlds that fall
      behind drop out while travellers keep coming. The best is found with a
      probability of 95% wherever it is ahead by --indifference, which is 0.2 points
      for shares and satisfaction unless you say otherwise; what is closer is a tie.

      Examples:
        journey compare shop.yaml
        journey compare shop.yaml --best goal
        journey compare shop.yaml --best clv --indifference 2%
        journey compare shop.yaml --variants "faster site","no surprises"
        journey compare shop.yaml shop-without-chat.yaml
      """
  )

  @Argument(help: "Scenario files; the first is the baseline.")
  var files: [String]

  @Option(name: .long, help: "Variants to compare, separated by commas (default: all).")
  var variants: String?

  @Option(name: .long, help: "Find the best world by this figure, as goal, satisfaction or kept.")
  var best: String?

  @Option(
    name: .long,
    help: "With --best: how small a difference does not matter, as 0.2pt, 1% or '0.5 EUR'."
  )
  var indifference: String?

  @Option(name: .long, help: "Change a value of every file first, as in --set 'run.seed=7'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.count > 1, variants != nil {
      throw ValidationError("--variants goes with one file; several files are compared as they stand")
    }
    if indifference != nil, best == nil {
      throw ValidationError("--indifference goes with --best, as in --best goal --indifference 0.2pt")
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
    let plan = precision.capped(run.plan(first.baseline), run)
    let main = WhatIf.rankingMetric(first.baseline)
    let wish = try precision.wish(first.baseline, plan, main: main)
    let contest = try contest(first.baseline, trials, plan)
    let progress = ProgressLine(
      "comparing \(trials.count + 1) worlds",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      guard let wish else {
        return try await Comparison.run(
          first.baseline,
          trials,
          plan: plan,
          standingIn: main,
          progress: progress.update
        )
      }
      return try await Comparison.run(
        first.baseline,
        trials,
        plan: plan,
        precision: wish,
        standingIn: main,
        progress: progress.update,
        expecting: progress.expect
      )
    }
    progress.erase()
    precision.noteTime(result.stamp, started, isQuiet: output.quiet)
    let selection = try await contest?.run(beside: result, isQuiet: output.quiet)
    try output.write(
      output.json
        ? ComparisonJSON.document("compare", first, result, selection: selection).pretty + "\n"
        : ComparisonText(first, result, selection: selection, style: output.style).comparison
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  /// The contest that --best asks for.
  private func contest(_ baseline: Journey, _ trials: [Trial], _ plan: RunPlan) throws -> Contest? {
    guard let best else { return nil }
    let metrics = Selection.metrics([baseline] + trials.map(\.journey), periods: plan.periods)
    guard let metric = MetricID(best), metrics.contains(metric) else {
      let names = metrics.map(\.text).joined(separator: ", ")
      try Complaint.end(
        "--best: \"\(best)\" is no figure by which these worlds can be chosen; there are \(names)",
        .validationFailure
      )
    }
    var plan = plan
    plan.travellers = run.travellers ?? Precision.mostTravellers
    guard plan.travellers >= Selection.batch * Selection.firstStage else {
      try Complaint.end(
        "--best needs at least \(Selection.batch * Selection.firstStage) travellers",
        .validationFailure
      )
    }
    guard let indifference else {
      guard let standard = Selection.standardIndifference(metric) else {
        try Complaint.end(
          "--best \(best): say how small a difference does not matter, as in --indifference 1%",
          .validationFailure
        )
      }
      let width = Precision.HalfWidth.amount(standard, metric.unit)
      return Contest(baseline: baseline, trials: trials, metric: metric, width: width, plan: plan)
    }
    let width = try Widths.width(indifference, of: metric, baseline, "--indifference")
    return Contest(baseline: baseline, trials: trials, metric: metric, width: width, plan: plan)
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

/// A contest of worlds, ready to be run.
private struct Contest {
  var baseline: Journey
  var trials: [Trial]
  var metric: MetricID
  var width: Precision.HalfWidth
  var plan: RunPlan

  /// Runs the contest.
  ///
  /// - Parameter result: knows today's figure, of which a relative width is a share.
  func run(beside result: JourneyExperiments.ComparisonResult, isQuiet: Bool) async throws -> SelectionResult
  {
    let today = result.baseline.first { $0.id == metric }?.estimate.mean ?? 0
    let indifference: Double? =
      if case .relative(let share) = width { share * abs(today) } else {
        width.wanted(of: today, in: metric.unit)
      }
    guard let indifference, indifference > 0 else {
      try Complaint.end(
        "--indifference: a share of today's \(metric.text), which is 0, is nothing; name an amount",
        .validationFailure
      )
    }
    let progress = ProgressLine(
      "finding the best by \(metric.text)",
      total: plan.travellers,
      isQuiet: isQuiet
    )
    let contest = self
    let result = try await Interruption.run {
      try await Selection.run(
        contest.baseline,
        contest.trials,
        by: contest.metric,
        indifference: indifference,
        plan: contest.plan,
        progress: progress.update
      )
    }
    progress.erase()
    return result
  }
}
