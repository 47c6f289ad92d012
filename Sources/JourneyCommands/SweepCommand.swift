import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey sweep`: figures over a range of inputs.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Vary one value or several and see what each figure does, with the same travellers.",
    discussion: """
      A value is a range with a number of points (5%..20%/4 is 5%, 10%, 15% and
      20%) or a list (5%,10%,20%). Several --set make a grid of all combinations,
      at most 1,000 points. Changes are paired differences to the scenario as it
      stands. CSV has for each figure its mean, the ends of its 95% interval, and
      the same for the change; shares are written as 0.43.

      Examples:
        journey sweep shop.yaml --set 'pain points.late parcel.hits=5%..20%/4'
        journey sweep shop.yaml --set 'touchpoints.chat.feels=60,70' --format table
        journey sweep shop.yaml --set 'handoffs.default=0..-8/3' --metrics goal,nps
      """
  )

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, table, json }

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "A path and its values: 'path=low..high/points' or 'path=a,b,c'; repeatable.")
  var set: [String] = []

  @Option(name: .long, help: "Figures, separated by commas (default: goal, satisfaction and kept).")
  var metrics: String?

  @Option(name: .long, help: "csv, table or json.")
  var format: Format = .csv

  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let grid = try grid()
    let wanted = try wantedMetrics()
    let source = try source()
    let scenario = try ScenarioLoading.settle(
      source.read([]),
      isQuiet: output.quiet,
      isColoured: output.style.isColoured
    )
    let plan = run.plan(scenario.baseline)
    let shown = try shownMetrics(wanted, scenario.baseline, plan)
    let trials = try grid.points.map { settings in
      let edits = settings.map { "\($0.path)=\($0.value)" }
      // What the file itself warns of was said once already.
      let changed = try ScenarioLoading.settle(
        source.read(edits),
        isQuiet: true,
        isColoured: output.style.isColoured
      )
      return SweepTrial(settings: settings, journey: changed.baseline)
    }
    let batches = (trials.count + Sweep.batch - 1) / Sweep.batch
    let progress = ProgressLine(
      "sweeping \(trials.count) points",
      total: plan.travellers * batches,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      try await Sweep.run(scenario.baseline, trials, plan: plan, progress: progress.update)
    }
    progress.erase()
    switch output.json ? .json : format {
    case .csv: try output.write(SweepCSV.text(result, shown))
    case .table: try output.write(SweepText(result, shown, style: output.style).text)
    case .json: try output.write(SweepJSON.document(scenario, result, shown).pretty + "\n")
    }
    Timing.report(started, isWanted: output.verbose)
  }

  private func grid() throws -> SweepGrid {
    do {
      return try SweepGrid(set)
    } catch {
      try Complaint.end(error.message, .validationFailure)
    }
  }

  private func wantedMetrics() throws -> [MetricID]? {
    try metrics?.split(separator: ",").map { part in
      guard let metric = MetricID(part.trimmed) else {
        let known = MetricID.plain.map(\.text).joined(separator: ", ")
        try Complaint.end(
          "\"\(part.trimmed)\" is no figure; there are \(known), retention@k and kept@k",
          .validationFailure
        )
      }
      return metric
    }
  }

  /// The figures that were asked for, or those that people ask for first.
  private func shownMetrics(
    _ wanted: [MetricID]?,
    _ journey: Journey,
    _ plan: RunPlan
  ) throws -> [MetricID] {
    let given = CompiledJourney(journey).figures(periods: plan.periods).map(\.id)
    guard let wanted, !wanted.isEmpty else {
      return [.goal, .satisfaction, .kept].filter(given.contains)
    }
    if let missing = wanted.first(where: { !given.contains($0) }) {
      let names = given.map(\.text).joined(separator: ", ")
      try Complaint.end(
        "this scenario does not give \(missing.text); it gives \(names)",
        .validationFailure
      )
    }
    return wanted
  }

  private func source() throws -> SweepSource {
    guard file == "-" else { return SweepSource(path: file, text: nil) }
    let data = (try? FileHandle.standardInput.readToEnd()) ?? Data()
    guard let text = String(validating: data, as: UTF8.self) else {
      try Complaint.end("standard input is not UTF-8 text", ScenarioLoading.invalidInput)
    }
    return SweepSource(path: file, text: text)
  }
}

/// A scenario that is read once for every point: a file, or the text that standard input held.
private struct SweepSource {
  let path: String
  let text: String?

  func read(_ edits: [String]) -> ScenarioReading {
    let edits = edits.map { ScenarioEdit($0) }
    guard let text else { return ScenarioReader.read(path: path, edits: edits) }
    return ScenarioReader.read(text: text, path: path, edits: edits)
  }
}
