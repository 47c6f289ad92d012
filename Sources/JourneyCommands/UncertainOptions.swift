import ArgumentParser
import JourneyExperiments
import JourneyReport
import JourneyScenario
import JourneyStatistics

/// The options of commands that can carry uncertain inputs through.
struct UncertainOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: "Carry uncertain inputs (24% ?, ± 20%, of 340, seen) and rival rules through: two intervals."
  )
  var uncertain = false

  @Option(name: .long, help: "Draws of the uncertain inputs, with --uncertain.")
  var draws = 100

  func validate() throws {
    guard (InformationValue.leastDraws...100_000).contains(draws) else {
      throw ValidationError("--draws must be at least \(InformationValue.leastDraws)")
    }
  }

  /// How much is run.
  var plan: UncertaintyPlan { UncertaintyPlan(draws: draws) }
}

extension ScenarioLoading {
  /// Loads a scenario with the list of its numbers.
  ///
  /// - Throws: `ExitCode` 65 or 66 after the findings were printed.
  static func loadInputs(
    _ path: String,
    edits: [String],
    _ output: OutputOptions
  ) throws -> ScenarioInputs {
    try loadInputs(path, edits: edits, isQuiet: output.quiet, isColoured: output.style.isColoured)
  }

  /// Loads a scenario with the list of its numbers.
  ///
  /// - Throws: `ExitCode` 65 or 66 after the findings were printed.
  static func loadInputs(
    _ path: String,
    edits: [String],
    isQuiet: Bool,
    isColoured: Bool
  ) throws -> ScenarioInputs {
    let (reading, inputs) = ScenarioReader.inputs(path: path, edits: edits.map { ScenarioEdit($0) })
    _ = try settle(reading, isQuiet: isQuiet, isColoured: isColoured)
    guard let inputs else { throw exitCode(of: reading) }
    return inputs
  }
}
