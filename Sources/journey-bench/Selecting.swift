import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyProbability
import JourneyStatistics

/// How often the contest of several worlds finds the best one, and what common random numbers save it.
struct Selecting: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selection",
    abstract:
      "How often the best of five is found where it is ahead by no more than matters, and on a scenario."
  )

  @Argument(help: "The scenario.")
  var file = "Scenarios/retailer.yaml"

  @Option(help: "Contests of five normal systems, the best ahead by 1, standard deviation 5.")
  var contests = 400

  @Option(help: "Contests of the scenario's variants, one per seed.")
  var seeds = 100

  @Option(help: "Travellers of the long run that gives the scenario's truth.")
  var truth = 1_000_000

  func run() async throws {
    let alone = slippage(correlation: 0)
    let common = slippage(correlation: 0.8)
    print(
      "five systems, best ahead by the indifference of 1, sd 5, first stage 20, \(contests) contests, wish 95%"
    )
    print("independent:          \(alone.correct) right, \(alone.mean.places(0)) observations a contest")
    print("correlated by 0.8:    \(common.correct) right, \(common.mean.places(0)) observations a contest")
    print("ratio of observations \((common.mean / alone.mean).places(2)) (at most 0.30)")
    try await scenario()
  }

  private func slippage(correlation: Double) -> (correct: Int, mean: Double) {
    let generator = Philox4x32(seed: correlation == 0 ? 5 : 6)
    var correct = 0
    var observations = 0
    for experiment in 0..<UInt32(contests) {
      var contest = KimNelson(systems: 5, indifference: 1)
      while !contest.isFinished {
        observations += contest.survivors.count
        let one = generator.block(UInt32(contest.stage), 1, experiment, 0)
        let two = generator.block(UInt32(contest.stage), 2, experiment, 0)
        let shared = correlation.squareRoot() * Normal.standardQuantile(two.uniform1)
        let own = [one.uniform0, one.uniform1, one.uniform2, one.uniform3, two.uniform0]
        contest.add(
          own.enumerated().map { system, draw in
            (system == 0 ? 1 : 0)
              + 5 * (shared + (1 - correlation).squareRoot() * Normal.standardQuantile(draw))
          }
        )
      }
      if contest.survivors == [0] { correct += 1 }
    }
    return (correct, Double(observations) / Double(contests))
  }

  private func scenario() async throws {
    let scenario = try BenchScenario.load(file)
    let trials = scenario.variants.map(Trial.init)
    let metric = WhatIf.rankingMetric(scenario.baseline)
    guard !trials.isEmpty, let indifference = Selection.standardIndifference(metric) else {
      print("\(file) has no variants, or no figure with a usual indifference")
      return
    }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let long = try await Comparison.run(
      scenario.baseline,
      trials,
      plan: RunPlan(travellers: truth, seed: .max / 3, threads: threads)
    )
    var values: [String: Double] = [:]
    for variant in long.variants { values[variant.name] = variant.metric(metric)?.difference.mean }
    let best = max(0, values.values.max() ?? 0)
    var right = 0
    var lives = 0
    for seed in 1...UInt64(seeds) {
      let result = try await Selection.run(
        scenario.baseline,
        trials,
        by: metric,
        indifference: indifference,
        plan: RunPlan(travellers: Precision.mostTravellers, seed: seed, threads: threads)
      )
      let chosen = result.winner.map { $0.name.flatMap { values[$0] } ?? 0 } ?? -.infinity
      if chosen > best - indifference { right += 1 }
      lives += result.lives
    }
    print(
      "\(file), best of \(trials.count + 1) by \(metric.text): within the indifference of the truth in \(right) of "
        + "\(seeds) contests, \(lives / seeds) journeys a contest"
    )
  }
}
