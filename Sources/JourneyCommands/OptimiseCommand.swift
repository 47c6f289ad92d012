import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey optimise`: which fixes a budget should buy.
struct OptimiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimise",
    abstract: "Choose the fixes that a budget should buy.",
    discussion: """
      Every fix and every pair of fixes is simulated; of all sets that the budget allows, the best five are walked
      again by fresh travellers, who choose. Every fix needs its one-off costs (`fix: {costs: 20k}`).

      Examples:
        journey optimise shop.yaml --budget 200k
        journey optimise shop.yaml --budget 1.5M --maximise clv
        journey optimise shop.yaml --budget 200k --uncertain
        journey optimise shop.yaml --budget 200k --json
      """,
    aliases: ["optimize"]
  )

  /// What may be maximised.
  enum Aim: String, ExpressibleByArgument, CaseIterable {
    case kept, clv, satisfaction, goal

    var metric: MetricID {
      switch self {
      case .kept: .kept
      case .clv: .clv
      case .satisfaction: .satisfaction
      case .goal: .goal
      }
    }
  }

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "What may be spent, one-off, as in 200k or 1.5M (in run.currency).")
  var budget: String

  @Option(name: .long, help: "The figure to maximise (default: kept, else satisfaction, else goal).")
  var maximise: Aim?

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var doubt: UncertainOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try amount() }

  func run() async throws {
    let budget = try amount()
    let inputs = try ScenarioLoading.loadInputs(file, edits: set, output)
    let scenario = inputs.scenario
    let journey = scenario.baseline
    let plan = run.plan(journey)
    let progress = ProgressLine("trying sets of fixes", total: plan.travellers, isQuiet: output.quiet)
    let metric = maximise?.metric ?? Portfolio.standardMetric(journey)
    let started = ContinuousClock.now
    let (result, uncertainty) = try await Interruption.run {
      do {
        let result = try await Portfolio.run(
          journey,
          budget: budget,
          maximise: metric,
          plan: plan,
          progress: progress.update
        )
        return (result, try await layers(inputs, result, plan))
      } catch let problem as PortfolioProblem {
        progress.erase()
        throw ValidationError("\(scenario.path): \(problem.message)")
      }
    }
    progress.erase()
    try output.write(
      output.json
        ? PortfolioJSON.document(scenario, result, uncertainty: uncertainty).pretty + "\n"
        : PortfolioText(scenario, result, style: output.style).text
          + (uncertainty.map { "\n" + UncertaintyText(scenario, $0, style: output.style).text } ?? "")
    )
    Timing.report(started, isWanted: output.verbose && !output.json)
  }

  /// The best sets under uncertain inputs: what they pay, and how often each is the best.
  private func layers(
    _ inputs: ScenarioInputs,
    _ result: PortfolioResult,
    _ plan: RunPlan
  ) async throws -> UncertaintyResult? {
    guard doubt.uncertain, !result.candidates.isEmpty else { return nil }
    return try await InputUncertainty.run(
      inputs,
      .sets(result.candidates.map(\.painPoints)),
      comparison: try await Portfolio.comparison(result, plan: plan),
      plan: plan,
      doubt.plan
    )
  }

  private func amount() throws -> Double {
    do {
      return try MoneyValue.parse(ValueText(budget))
    } catch {
      throw ValidationError("--budget: \(error.message)")
    }
  }
}
