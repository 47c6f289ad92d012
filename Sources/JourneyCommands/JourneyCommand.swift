import ArgumentParser

/// The `journey` command: one subcommand per file of this room.
public struct JourneyCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "journey",
    abstract: "Simulate customer journeys: predict satisfaction, outcomes and retention before anybody builds them.",
    subcommands: [
      SolveCommand.self,
    ]
  )

  public init() {}

  /// Runs the command with the process's arguments and ends the process with its exit code.
  public static func launch() async { await main() }
}
