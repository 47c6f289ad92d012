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

      "Removing" something can mean different things; --operation says which:
        fix         a pain point hits less, as well as its fix works
        remove      a pain point never hits
        neutral     a visit to a touchpoint is just what people expect: what it adds or takes away today
        bypass      a touchpoint is skipped: people go straight on to what follows it
        close       a touchpoint or channel is taken away: people choose among what remains
        dependence  whoever gets to a touchpoint leaves (attribution's removal effect)
        all         all of these, and fixes that prevent 25, 50 and 100% of the hits
      With it a name is a pain point, a touchpoint or a channel.

      Examples:
        journey what-if shop.yaml
        journey what-if shop.yaml "late parcel" "slow product page"
        journey what-if shop.yaml --precision 0.02pt
        journey what-if shop.yaml --operation close chat
        journey what-if shop.yaml --operation all --json
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Argument(help: "Pain points or variants to try (default: every pain point); see --operation.")
  var names: [String] = []

  @Option(name: .long, help: "What to do: fix, remove, neutral, bypass, close, dependence or all.")
  var operation: OperationChoice?

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scenario = try ScenarioLoading.load(
      file,
      edits: set,
      isQuiet: output.quiet,
      isColoured: output.style.isColoured
    )
    if let operation { return try await run(operation.operations, on: scenario) }
    let journey = scenario.baseline
    let trials = try trials(scenario)
    let plan = precision.capped(run.plan(journey), run)
    let wish = try precision.wish(journey, plan, main: WhatIf.rankingMetric(journey))
    let progress = ProgressLine(
      "trying \(trials.count) changes",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      guard let wish else {
        return try await WhatIf.run(journey, trials, plan: plan, progress: progress.update)
      }
      return try await WhatIf.run(
        journey,
        trials,
        plan: plan,
        precision: wish,
        progress: progress.update,
        expecting: progress.expect
      )
    }
    progress.erase()
    precision.noteTime(result.stamp, started, isQuiet: output.quiet)
    try output.write(
      output.json
        ? ComparisonJSON.document("what-if", scenario, result).pretty + "\n"
        : ComparisonText(scenario, result, style: output.style).whatIf
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  /// Tries operations on everything named that they can be done to.
  private func run(_ operations: [Operation], on scenario: Scenario) async throws {
    let journey = scenario.baseline
    let trials = try trials(scenario, operations)
    let plan = precision.capped(run.plan(journey), run)
    let wish = try precision.wish(journey, plan, main: WhatIf.rankingMetric(journey))
    let progress = ProgressLine(
      "trying \(trials.trials.count) changes",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      try await WhatIf.run(
        journey,
        trials,
        plan: plan,
        precision: wish,
        progress: progress.update,
        expecting: progress.expect
      )
    }
    progress.erase()
    let comparison = result.comparison
    precision.noteTime(comparison.stamp, started, isQuiet: output.quiet)
    try output.write(
      output.json
        ? ComparisonJSON.document("what-if", scenario, comparison, inapplicable: result.inapplicable).pretty
          + "\n"
        : OperationText(scenario, result, style: output.style).text
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  private func trials(_ scenario: Scenario, _ operations: [Operation]) throws -> OperationTrials {
    let journey = scenario.baseline
    var parts: [(kind: String, names: [String])] = []
    if operations.contains(where: \.isOfPainPoints) {
      parts.append(("pain point", journey.painPoints.map(\.name)))
    }
    if operations.contains(where: { !$0.isOfPainPoints }) {
      parts.append(("touchpoint", journey.touchpoints.map(\.name)))
    }
    if operations.contains(.close) { parts.append(("channel", journey.channels.map(\.name))) }
    let kind = parts.map(\.kind).joined(separator: " or ")
    let known = parts.flatMap(\.names)
    if let name = names.first(where: { !known.contains($0) }) {
      try scenario.refuse(kind, name, known: known)
    }
    if operations == [.neutral], !journey.hasQuality {
      try Complaint.end(
        "\(scenario.path): nothing is better or worse than expected where touchpoints have no feels",
        .validationFailure
      )
    }
    let trials = try WhatIf.trials(journey, operations, only: names)
    guard !trials.trials.isEmpty || !trials.inapplicable.isEmpty else {
      try Complaint.end("\(scenario.path) has no \(kind) to try this on", .validationFailure)
    }
    return trials
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

/// What `--operation` may be.
enum OperationChoice: String, ExpressibleByArgument, CaseIterable {
  case fix, remove, neutral, bypass, close, dependence, all

  /// The operations that it stands for, in the order in which they are shown.
  var operations: [Operation] {
    switch self {
    case .all: Operation.allCases
    default: Operation(rawValue: rawValue).map { [$0] } ?? []
    }
  }
}
