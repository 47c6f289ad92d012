import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// How many travellers it takes to tell the effect of removing a pain point: in independent runs, with the same
/// travellers in both worlds, and with control variates too. Measured across seeds, not estimated within one run.
struct Pairing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Travellers needed for ±0.05 points (95 %) on removing each pain point: unpaired, paired, controlled."
  )

  @Argument(help: "The scenario.")
  var file = "Scenarios/retailer.yaml"

  @Option(help: "Number of seeds.")
  var seeds = 200

  @Option(help: "Travellers per run.")
  var travellers = 4_000

  /// Half the width of the interval that is wanted, in points.
  private static let wanted = 0.05

  func run() async throws {
    let journey = try BenchScenario.load(file).baseline
    let trials = try WhatIf.trials(journey).filter { $0.operation == "remove" && $0.name != WhatIf.together }
    let plain = try await results(journey, trials, isControlled: false)
    let controlled = try await results(journey, trials, isControlled: true)
    for metric in [MetricID.satisfaction, .goal] {
      report(metric, trials, plain, controlled)
    }
  }

  private func results(
    _ journey: Journey,
    _ trials: [Trial],
    isControlled: Bool
  ) async throws -> [JourneyExperiments.ComparisonResult] {
    var results: [JourneyExperiments.ComparisonResult] = []
    for seed in 1...UInt64(seeds) {
      let plan = RunPlan(
        travellers: travellers,
        seed: seed,
        threads: ProcessInfo.processInfo.activeProcessorCount,
        isControlled: isControlled
      )
      results.append(try await Comparison.run(journey, trials, plan: plan))
    }
    return results
  }

  private func report(
    _ metric: MetricID,
    _ trials: [Trial],
    _ plain: [JourneyExperiments.ComparisonResult],
    _ controlled: [JourneyExperiments.ComparisonResult]
  ) {
    print("\(metric.text): travellers per world for ±\(Self.wanted) points")
    print(
      "pain point                        unpaired      paired  controlled   saved by pairing, by controls"
    )
    var savings: (pairing: [Double], controls: [Double]) = ([], [])
    for (index, trial) in trials.enumerated() {
      func differences(_ results: [JourneyExperiments.ComparisonResult]) -> [MetricDifference] {
        results.compactMap { $0.variants[index].metric(metric) }
      }
      let before = differences(plain)
      // Independent runs: the variant of one seed against the baseline of the next.
      let baselines = before.map(\.baseline.mean)
      let shifted = Array(baselines.dropFirst()) + baselines.prefix(1)
      let unpaired = needed(zip(before, shifted).map { $0.variant.mean - $1 }, metric)
      let paired = needed(before.map(\.difference.mean), metric)
      let fewest = needed(differences(controlled).map(\.difference.mean), metric)
      savings.pairing.append(unpaired / paired)
      savings.controls.append(paired / fewest)
      print(
        trial.name.padding(toLength: 30, withPad: " ", startingAt: 0) + column(unpaired) + column(paired)
          + column(fewest) + "   x \((unpaired / paired).places(1)), x \((paired / fewest).places(1))"
      )
    }
    for (name, ratios) in [("pairing", savings.pairing), ("controls", savings.controls)] {
      let spread = Spread(ratios)
      print("\(name): median x \(spread.median.places(1)), least x \(spread.least.places(1))")
    }
    print("from \(seeds) seeds x \(travellers) travellers\n")
  }

  /// Travellers for which the half-width of a 95 % interval is what is wanted.
  private func needed(_ estimates: [Double], _ metric: MetricID) -> Double {
    let points = metric.unit == .share ? 100.0 : 1
    let mean = estimates.reduce(0, +) / Double(estimates.count)
    let variance = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(estimates.count - 1)
    let reach = 1.96 * points / Self.wanted
    return reach * reach * variance * Double(travellers)
  }

  private func column(_ number: Double) -> String {
    let text = DecimalText.count(Int(number.rounded()))
    return String(repeating: " ", count: max(0, 12 - text.count)) + text
  }
}
