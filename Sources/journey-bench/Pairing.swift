import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// How much the pairing of travellers saves: the variance of a difference from independent runs over that from
/// paired runs, measured across seeds (not estimated within one run).
struct Pairing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Variance of 'remove one pain point' from independent runs, over that from paired runs."
  )

  @Argument(help: "The scenario.")
  var file = "Scenarios/retailer.yaml"

  @Option(help: "Number of seeds.")
  var seeds = 200

  @Option(help: "Travellers per run.")
  var travellers = 4_000

  func run() async throws {
    let journey = try BenchScenario.load(file).baseline
    let trials = try WhatIf.trials(journey).filter { $0.operation == "remove" && $0.name != WhatIf.together }
    var paired = [[Double]](repeating: [], count: trials.count)
    var variantMeans = [[Double]](repeating: [], count: trials.count)
    var baselineMeans: [Double] = []
    for seed in 1...UInt64(seeds) {
      let plan = RunPlan(
        travellers: travellers,
        seed: seed,
        threads: ProcessInfo.processInfo.activeProcessorCount
      )
      let result = try await Comparison.run(journey, trials, plan: plan)
      for (index, variant) in result.variants.enumerated() {
        guard let metric = variant.metric(.satisfaction) else { continue }
        paired[index].append(metric.difference.mean)
        variantMeans[index].append(metric.variant.mean)
        if index == 0 { baselineMeans.append(metric.baseline.mean) }
      }
    }
    // Independent runs: the variant of one seed against the baseline of the next.
    let shifted = Array(baselineMeans.dropFirst()) + baselineMeans.prefix(1)
    var ratios: [Double] = []
    print("pain point                     sd paired  sd independent  variance ratio")
    for (index, trial) in trials.enumerated() {
      let independent = zip(variantMeans[index], shifted).map { $0 - $1 }
      let ratio = variance(independent) / variance(paired[index])
      ratios.append(ratio)
      let name = trial.name.padding(toLength: 30, withPad: " ", startingAt: 0)
      print(
        "\(name) \(variance(paired[index]).squareRoot().places(4))     "
          + "\(variance(independent).squareRoot().places(4))          \(ratio.places(1))"
      )
    }
    let spread = Spread(ratios)
    print(
      "satisfaction, \(seeds) seeds x \(travellers) travellers: median ratio \(spread.median.places(1)), "
        + "least \(spread.least.places(1))"
    )
  }

  private func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
