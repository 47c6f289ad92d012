import ArgumentParser
import Foundation
import JourneyExact
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey solve`: what a scenario gives exactly, without simulating anybody.
struct SolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Work out outcomes, visits and dependence exactly, without simulating anybody.",
    discussion: """
      Examples:
        journey solve shop.yaml
        journey solve shop.yaml --variant "faster site" --json

      Mood, give-up times and the length cap are left out; the answer says whether that matters.
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "Solve this variant of the scenario's what-if part instead of the baseline.")
  var variant: String?

  @Option(name: .long, help: "Change a value first, as in --set 'paths.basket.leave=10'.")
  var set: [String] = []

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, output)
    let journey = try scenario.world(variant)
    guard let answer = ExactAnswer.solve(journey) else {
      try Complaint.end(
        "this graph is too large and too tangled to be solved exactly; simulate it instead",
        .failure
      )
    }
    if output.json {
      let document = SolveDocument(answer, scenario: scenario, variant: variant)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try output.write(String(decoding: try encoder.encode(document), as: UTF8.self) + "\n")
    } else {
      try output.write(SolveText(answer, journey: journey, variant: variant, file: file).text)
    }
  }
}

/// The answer as JSON; what has no finite value is null.
private struct SolveDocument: Encodable {
  struct Model: Encodable {
    var path: String
    var digest: String
  }

  struct Ending: Encodable {
    var id: String
    var kind: String
    var probability: Double
  }

  struct Place: Encodable {
    var id: String
    var visits: Double?
    var reach: Double?
    var dependence: Double?
  }

  /// Limits of a share.
  struct Limits: Encodable {
    var lower: Double
    var upper: Double
  }

  var schema = "journey.solve/1"
  var model: Model
  var variant: String?
  var applies: Bool
  var reason: String?
  var outcomes: [Ending]
  var goal: Double
  var steps: Double?
  var stepsVariance: Double?
  var minutes: Double?
  var cost: Double?
  var beyondCap: Limits
  var touchpoints: [Place]

  init(_ answer: ExactAnswer, scenario: Scenario, variant: String?) {
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    model = Model(path: scenario.path, digest: scenario.digest)
    self.variant = variant
    applies = answer.applies
    reason = answer.reason
    outcomes = answer.outcomes.map {
      Ending(id: $0.name, kind: $0.kind.rawValue, probability: $0.probability)
    }
    goal = answer.goal
    steps = finite(answer.steps)
    stepsVariance = finite(answer.stepsVariance)
    minutes = finite(answer.minutes)
    cost = finite(answer.cost)
    beyondCap = Limits(lower: answer.beyondCap.lower, upper: answer.beyondCap.upper)
    touchpoints = answer.touchpoints.map {
      Place(id: $0.name, visits: finite($0.visits), reach: $0.reach, dependence: $0.dependence)
    }
  }
}
