import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What one run tells of removing each pain point, beside a dedicated paired run of other travellers for each.
struct Hotspots: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One-run removal effects against dedicated runs: distances in standard errors, and their times."
  )

  @Argument(help: "Scenarios.")
  var files = ["Scenarios/energy-move.yaml", "Scenarios/insurance-claim.yaml", "Scenarios/retailer.yaml"]

  @Option(help: "Travellers per run.")
  var travellers = 200_000

  func run() async throws {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    for file in files {
      let journey = try BenchScenario.load(file).baseline
      var plan = RunPlan(travellers: travellers, seed: 1, threads: threads, isControlled: true)
      var started = ContinuousClock.now
      let one = try await Simulator.run(journey, plan: plan)
      let oneTime = ContinuousClock.now - started
      started = .now
      // Other travellers, so that the two share no noise.
      plan.seed = 2
      let trials = try WhatIf.trials(journey).filter {
        $0.operation == "remove" && $0.name != WhatIf.together
      }
      let dedicated = try await Comparison.run(journey, trials, plan: plan)
      let dedicatedTime = ContinuousClock.now - started
      var worst = (z: 0.0, what: "")
      var count = 0
      for (pain, variant) in one.pains.flatMap({ pain in
        dedicated.variants.filter { $0.painPoints == [pain.pain.name] }.map { (pain, $0) }
      }) {
        for told in pain.effects {
          guard let other = variant.metric(told.id)?.difference else { continue }
          let error =
            (told.estimate.standardError * told.estimate.standardError
            + other.standardError * other.standardError).squareRoot()
          let z = abs(told.estimate.mean - other.mean) / error
          count += 1
          if z > worst.z { worst = (z, "\(pain.pain.name), \(told.id.text)") }
        }
      }
      let times = [oneTime, dedicatedTime].map { ($0 / .seconds(1)).places(2) }
      print(
        "\(file): \(count) effects, greatest |z| \(worst.z.places(2)) (\(worst.what)); "
          + "one run \(times[0]) s, \(trials.count) dedicated \(times[1]) s"
      )
    }
  }
}
