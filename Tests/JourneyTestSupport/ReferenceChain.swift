import Foundation
import JourneyModel

/// An absorbing Markov chain from the outside reference data, with the answers stated there.
public struct ReferenceChain: Decodable, Sendable {
  /// A transition of the chain.
  public struct Transition: Decodable, Sendable {
    /// The state left.
    public let from: String
    /// The state entered.
    public let to: String
    /// Its probability.
    public let probability: Double
  }

  /// What an independent model checker says.
  public struct Expected: Decodable, Sendable {
    /// Transitions until the end.
    public let steps: Double
    /// Standard deviation of the number of transitions.
    public let stepsDeviation: Double
    /// By absorbing state.
    public let absorption: [String: Double]
    /// By group of absorbing states.
    public let groups: [String: Double]
    /// Share that has ended after a number of transitions.
    public let endedWithin: [String: Double]

    enum CodingKeys: String, CodingKey {
      case steps = "expected_steps"
      case stepsDeviation = "stddev_steps_scipy"
      case absorption = "absorption_probability"
      case groups = "group_probability"
      case endedWithin = "absorbed_within_steps"
    }
  }

  /// Names of the states.
  public let states: [String]
  /// Where it starts.
  public let initial: [String: Double]
  /// All transitions, the self-loops of absorbing states included.
  public let transitions: [Transition]
  /// Names of the absorbing states.
  public let absorbing: [String]
  /// Named groups of absorbing states.
  public let groups: [String: [String]]
  /// The stated answers.
  public let expected: Expected

  /// Reads a chain, or gives nil where the reference data is absent.
  public static func read(_ folder: String, _ file: String) throws -> ReferenceChain? {
    guard let url = ProjectFiles.outsideData(folder)?.appending(path: file) else { return nil }
    return try JSONDecoder().decode(ReferenceChain.self, from: Data(contentsOf: url))
  }

  /// Weights by place left, absorbing states left out.
  private var rows: [String: [String: Double]] {
    let ends = Set(absorbing)
    var rows: [String: [String: Double]] = [:]
    for transition in transitions where !ends.contains(transition.from) {
      rows[transition.from, default: [:]][transition.to] = transition.probability
    }
    return rows
  }

  /// The chain as a journey; absorbing states are goal outcomes.
  public var journey: Journey {
    SampleJourneys.chain(start: initial, rows: rows, goals: Set(absorbing))
  }

  /// The chain as the text of a scenario file.
  public var scenario: String {
    func row(_ name: String, _ weights: [String: Double]) -> String {
      let options = weights.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return "  \(name): {\(options.joined(separator: ", "))}\n"
    }
    let touchpoints = rows.keys.sorted()
    return """
      journey: Reference chain
      run: {longest journey: 100000 visits}
      touchpoints:
      \(touchpoints.map { "  \($0): {}\n" }.joined())
      outcomes:
      \(absorbing.sorted().map { "  \($0): goal\n" }.joined())
      paths:
      \(row("START", initial))\(touchpoints.map { row($0, rows[$0] ?? [:]) }.joined())
      """
  }
}
