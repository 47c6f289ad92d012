import ArgumentParser

/// The `journey` command: one subcommand per file of this room.
public struct JourneyCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(commandName: "journey")

  public init() {}
}
