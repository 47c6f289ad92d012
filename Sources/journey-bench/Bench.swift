import ArgumentParser

/// `journey-bench`: figures about the simulator itself, each beside a reference from the same run.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journey-bench",
    abstract: """
      Measure the simulator: how much pairing and controls save, whether intervals cover, whether one run tells what many
      do, how fast it walks, whether stopping and choosing keep their promises.
      """,
    subcommands: [Pairing.self, Coverage.self, Hotspots.self, Speed.self, Selecting.self, Sequences.self]
  )

  /// Runs the command with the process's arguments and ends the process with its exit code.
  static func launch() async { await main() }
}
