import ArgumentParser
import JourneyDiagnostics
import JourneyExperiments
import JourneyScenario

/// The `journey` command: one subcommand per file of this room.
public struct JourneyCommand: AsyncParsableCommand {
  /// Name and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "journey",
    abstract: "Predict what a customer journey will do before anyone builds it.",
    version: ProgramVersion.current,
    subcommands: [
      ValidateCommand.self,
      SimulateCommand.self,
      WhatIfCommand.self,
      CompareCommand.self,
      CheckCommand.self,
      SweepCommand.self,
      SensitivityCommand.self,
      OptimiseCommand.self,
      TraceCommand.self,
      ReportCommand.self,
      WatchCommand.self,
      DiagramCommand.self,
      InitCommand.self,
      SchemaCommand.self,
      ExplainCommand.self,
      SolveCommand.self,
      FitCommand.self,
    ]
  )

  /// Creates the command.
  public init() {}

  /// Runs the command with the process's arguments and ends the process with its exit code.
  public static func launch() async {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-"), !known.contains(name) {
      let nearest = Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? "."
      Terminal.note(
        "error: there is no command \(DisplayText.safe(name))\(nearest) All are in: journey --help\n"
      )
      exit(withError: ExitCode.validationFailure)
    }
    await main()
  }
}
