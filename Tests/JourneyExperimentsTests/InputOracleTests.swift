import JourneyExact
import JourneyModel
import JourneyScenario
import Testing

/// The reference chain K4 with rows of which 2,000, 1,500, 600 and 300 moves were seen.
@Suite("Input uncertainty of K4")
struct InputOracleTests {
  private static func text(_ factor: Int) -> String {
    func row(_ counts: [(String, Int)]) -> String {
      counts.map { "\($0.0): \($0.1 * factor / 4) seen" }.joined(separator: ", ")
    }
    return """
      journey: K4
      touchpoints: {landing: {}, product: {}, basket: {}, help: {}}
      paths:
        START: {landing: 100%}
        landing: {\(row([("product", 1_200), ("help", 200), ("leave", 600)]))}
        product: {\(row([("landing", 300), ("basket", 525), ("help", 150), ("leave", 525)]))}
        basket: {\(row([("product", 90), ("help", 60), ("buy", 330), ("leave", 120)]))}
        help: {\(row([("product", 120), ("basket", 90), ("buy", 15), ("leave", 75)]))}
      outcomes: {buy: goal}
      """
  }

  private func inputs(_ factor: Int = 4) throws -> ScenarioInputs {
    try #require(ScenarioReader.inputs(path: "k4.yaml", text: Self.text(factor)).inputs)
  }

  /// Var = sum over nodes of visits^2 Var_row(value of where it leads) / (moves seen + 1), by node.
  private func delta(_ journey: Journey) throws -> [String: Double] {
    let skeleton = MarkovSkeleton(of: journey, for: .everyone)
    let solution = try #require(ChainSolution(skeleton.chain))
    let buy = try #require(skeleton.outcomes.firstIndex(of: "buy"))
    let values = try #require(solution.absorption(into: buy))
    var parts: [String: Double] = [:]
    for (at, name) in skeleton.touchpoints.enumerated() {
      let row = skeleton.chain.rows[at]
      let leads =
        row.moves.map { ($0.probability, values[$0.to]) }
        + row.ends.map { ($0.probability, $0.to == buy ? 1 : 0) }
      let mean = leads.reduce(0) { $0 + $1.0 * $1.1 }
      let variance = leads.reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
      let moves = try #require(journey.paths.rows[name]).total
      parts[name] = solution.visits[at] * solution.visits[at] * variance / (moves + 1)
    }
    return parts
  }

  @Test("the delta method gives the printed standard deviation and shares by node")
  func deltaMethod() throws {
    let parts = try delta(try inputs().scenario.baseline)
    let variance = parts.values.reduce(0, +)
    #expect(abs(variance.squareRoot() - 0.010_198_1) < 5e-8)
    for (name, share) in [("landing", 0.134), ("product", 0.334), ("basket", 0.392), ("help", 0.140)] {
      #expect(abs(try #require(parts[name]) / variance - share) < 5e-4, "\(name)")
    }
    // A twin with half of the moves is not taken for it.
    let twin = try delta(try inputs(2).scenario.baseline).values.reduce(0, +)
    #expect(abs(twin.squareRoot() - 0.010_198_1) > 1e-3)
  }

  @Test("20,000 posterior draws, each solved exactly, have the same standard deviation", arguments: [4, 2])
  func posterior(factor: Int) throws {
    let inputs = try inputs(factor)
    let journey = inputs.scenario.baseline
    let skeleton = MarkovSkeleton(of: journey, for: .everyone)
    let buy = try #require(skeleton.outcomes.firstIndex(of: "buy"))
    let places = Dictionary(
      uniqueKeysWithValues: inputs.drawn.map { (inputs.inputs[$0].path, $0) }
    )
    func chain(_ draw: [Int: Double]) throws -> AbsorbingChain {
      let rows = try skeleton.touchpoints.enumerated().map { at, name in
        func share(_ to: String) throws -> Double {
          let place = try #require(places["paths.\(name).\(to)"])
          return try #require(draw[place])
        }
        let row = skeleton.chain.rows[at]
        return AbsorbingChain.Row(
          moves: try row.moves.map { .init(to: $0.to, probability: try share(skeleton.touchpoints[$0.to])) },
          ends: try row.ends.map { .init(to: $0.to, probability: try share(skeleton.outcomes[$0.to])) }
        )
      }
      return AbsorbingChain(
        entry: skeleton.chain.entry,
        rows: rows,
        outcomeCount: skeleton.chain.outcomeCount
      )
    }
    var (sum, squares) = (0.0, 0.0)
    let count = 20_000
    for number in 0..<count {
      let draw = inputs.draw(UInt64(number), seed: 2_026)
      let goal = try #require(ChainSolution(chain(draw))).outcomes[buy]
      if number < 20 {
        // What is solved here is what a scenario with these inputs is.
        let whole = try #require(
          ExactAnswer.solve(inputs.scenario(setting: draw).baseline, depth: .everything)
        )
        #expect(abs(whole.goal - goal) < 1e-9)
      }
      sum += goal
      squares += goal * goal
    }
    let mean = sum / Double(count)
    let deviation = (squares / Double(count) - mean * mean).squareRoot()
    #expect((abs(deviation - 0.010_2) < 1e-4) == (factor == 4), "\(deviation)")
    print("K4, counts x \(factor) / 4: posterior sd \(deviation), mean \(mean)")
  }
}
