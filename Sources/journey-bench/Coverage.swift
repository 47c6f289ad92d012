import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Whether 95 % intervals hold the truth in 95 % of runs. The truth comes from one very long run with another seed.
struct Coverage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How many runs' 95 % intervals cover the truth: goal, satisfaction and a difference."
  )

  @Argument(help: "The scenario.")
  var file = "Scenarios/retailer.yaml"

  @Option(help: "Number of runs.")
  var runs = 1_000

  @Option(help: "Travellers per run.")
  var travellers = 2_000

  @Option(help: "Travellers of the long run that gives the truth.")
  var truth = 40_000_000

  @Option(help: "The pain point that is removed for the paired difference (default: the first).")
  var pain: String?

  @Flag(help: "Leave out the control variates.")
  var plain = false

  func run() async throws {
    let journey = try BenchScenario.load(file).baseline
    guard let pain = pain ?? journey.painPoints.first?.name else {
      throw ValidationError("\(file) has no pain points")
    }
    let trial = Trial(
      name: pain,
      operation: "remove",
      journey: try journey.applying(.remove(painPoint: pain))
    )
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let long = try await Comparison.run(
      journey,
      [trial],
      plan: RunPlan(travellers: truth, seed: .max / 3, threads: threads)
    )
    var covered = [0, 0, 0]
    for run in 1...UInt64(runs) {
      let result = try await Comparison.run(
        journey,
        [trial],
        plan: RunPlan(travellers: travellers, seed: run, threads: threads, isControlled: !plain)
      )
      for (index, pair) in zip(estimates(result), estimates(long)).enumerated() {
        if pair.0.covers(pair.1.mean) { covered[index] += 1 }
      }
    }
    print("\(runs) runs of \(travellers) travellers, truth from \(truth) travellers")
    let names = ["goal", "satisfaction", "difference in satisfaction when \"\(pain)\" is removed"]
    for (name, count) in zip(names, covered) {
      print("\(name): \(count) of \(runs) intervals cover (acceptable at 99.9 %: 926-971 of 1,000)")
    }
  }

  private func estimates(_ result: JourneyExperiments.ComparisonResult) -> [Estimate] {
    func baseline(_ id: MetricID) -> Estimate? { result.baseline.first { $0.id == id }?.estimate }
    let difference = result.variants.first?.metric(.satisfaction)?.difference
    let wanted: [Estimate?] = [baseline(.goal), baseline(.satisfaction), difference]
    return wanted.compactMap { $0 }
  }
}
