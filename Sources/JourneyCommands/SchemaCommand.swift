import ArgumentParser
import JourneyScenario

/// `journey schema`: the scenario language as a JSON Schema, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for editors.",
    discussion: """
      Example:
        journey schema > .journey/schema.json
      and as the first line of a scenario:
        # yaml-language-server: $schema=./.journey/schema.json
      """
  )

  @Option(name: .shortAndLong, help: "File to write; standard output unless given.")
  var output: String?

  func run() throws {
    guard let output, output != "-" else {
      print(JSONSchema.text, terminator: "")
      return
    }
    try OutputFiles.write(JSONSchema.text, to: output)
  }
}
