import ArgumentParser
import Foundation
import JourneyScenario

/// `journey init`: a scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented scenario to start from.",
    discussion: """
      Examples:
        journey init "Alder & Finch"
        journey init Onboarding --stages aarrr -o onboarding.yaml

      Stages: 5a (aware, appeal, ask, act, advocate), aida (attention, interest, desire, action),
      inquiry (inquiry, comparison, purchase, installation), loyalty (awareness to loyalty),
      aarrr (acquisition, activation, retention, referral, revenue).
      """
  )

  @Argument(help: "The journey's name.")
  var name = "My journey"

  @Option(help: "Stages to start from: 5a, aida, inquiry, loyalty or aarrr.")
  var stages = StageLadder.loyalty

  @Option(
    name: .shortAndLong,
    help: "File to write, - for standard output; named after the journey unless given."
  )
  var output: String?

  func run() throws {
    let text = StarterScenario.text(name: name, ladder: stages)
    let path = output ?? StarterScenario.fileName(for: name)
    guard path != "-" else {
      print(text, terminator: "")
      return
    }
    try OutputFiles.write(text, to: path, replacing: false)
    let schema = URL(filePath: path).deletingLastPathComponent().appending(path: ".journey/schema.json").path
    if !FileManager.default.fileExists(atPath: schema) {
      try OutputFiles.write(JSONSchema.text, to: schema, replacing: false)
    }
    print("Wrote \(path). Next: journey simulate \(path)")
  }
}

extension StageLadder: ExpressibleByArgument {}
