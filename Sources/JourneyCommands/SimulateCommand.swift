import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// `journey simulate`: what a journey does.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Send travellers through a scenario and print what happens, with intervals.",
    discussion: """
      Examples:
        journey simulate shop.yaml
        journey simulate shop.yaml --variant "faster site" --travellers 500000
        journey simulate shop.yaml --precision 0.1pt
        journey simulate shop.yaml --json -o result.json
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "Run this variant of the scenario's what-if part instead of the baseline.")
  var variant: String?

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var run: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, output)
    let journey = try scenario.world(variant)
    let plan = precision.capped(run.plan(journey), run)
    let wish = try precision.wish(journey, plan, main: WhatIf.rankingMetric(journey))
    let progress = ProgressLine(
      "simulating \(variant ?? "today")",
      total: plan.travellers,
      isQuiet: output.quiet
    )
    let started = ContinuousClock.now
    let result = try await Interruption.run {
      guard let wish else {
        return try await Simulator.run(journey, plan: plan, progress: progress.update)
      }
      return try await Simulator.run(
        journey,
        plan: plan,
        precision: wish,
        progress: progress.update,
        expecting: progress.expect
      )
    }
    progress.erase()
    precision.noteTime(result.stamp, started, isQuiet: output.quiet)
    if output.json {
      try output.write(SimulationJSON.document(scenario, variant: variant, result).pretty + "\n")
    } else {
      try output.write(SimulationText(scenario, variant: variant, result, style: output.style).text)
      Timing.report(started, isWanted: output.verbose)
    }
  }
}

/// How long the work took, for those who ask.
enum Timing {
  static func report(_ started: ContinuousClock.Instant, isWanted: Bool) {
    guard isWanted else { return }
    let milliseconds = (ContinuousClock.now - started) / .milliseconds(1)
    Terminal.note("took \(Int(milliseconds)) ms\n")
  }
}
