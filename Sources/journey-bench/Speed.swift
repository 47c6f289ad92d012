import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyProbability
import JourneyStatistics

/// How long a visit takes, beside the time of one Philox block measured in the same run.
struct Speed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Nanoseconds per visit and per traveller, as ratios to one Philox block in the same run."
  )

  @Argument(help: "Scenarios.")
  var files = ["Scenarios/retailer.yaml", "Scenarios/analytic/k4.yaml"]

  @Option(help: "Travellers per run.")
  var travellers = 300_000

  func run() async throws {
    let reference = block()
    print("one Philox4x32-10 block: \(reference.places(2)) ns")
    for file in files {
      let journey = try BenchScenario.load(file).baseline
      let compiled = CompiledJourney(journey)
      for (label, detailed, threads) in [
        ("figures only, 1 thread", false, 1), ("in detail, 1 thread", true, 1),
        ("in detail, 2 threads", true, 2),
      ] {
        var best = Double.infinity
        var visits = 0.0
        for _ in 0..<5 {
          let plan = RunPlan(travellers: travellers, seed: 1, threads: threads)
          let started = ContinuousClock.now
          let tally = try await Engine.run(compiled, plan: plan, detailed: detailed)
          best = min(best, (ContinuousClock.now - started) / .nanoseconds(1))
          let figures = tally.allFigures
          if let index = figures.figures.firstIndex(where: { $0.id == .visits }) {
            visits = figures.moments[index].y.value
          }
        }
        let perVisit = best / visits
        print(
          "\(file), \(label): \(perVisit.places(1)) ns a visit (\((perVisit / reference).places(1)) blocks), "
            + "\((best / Double(travellers)).places(0)) ns a traveller"
        )
      }
    }
  }

  /// Nanoseconds of one block, the best of five passes over ten million.
  private func block() -> Double {
    let random = Philox4x32(seed: 1)
    var best = Double.infinity
    var sink: UInt32 = 0
    for _ in 0..<5 {
      let started = ContinuousClock.now
      for index in 0..<10_000_000 as Range<UInt32> { sink ^= random.block(index, 1, 2, 3).x0 }
      best = min(best, (ContinuousClock.now - started) / .nanoseconds(10_000_000))
    }
    return sink == 0 ? best.nextUp : best
  }
}
