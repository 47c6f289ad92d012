import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

/// A generator for test chains only.
private struct Numbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func unit() -> Double { (Double(next(below: 1 << 30)) + 0.5) / Double(1 << 30) }
}

@Suite("Solutions of chains")
struct ChainSolutionTests {
  private typealias Row = AbsorbingChain.Row
  private typealias Edge = AbsorbingChain.Edge

  private func relative(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / abs(expected)
  }

  /// A random chain; `leak` scales the probabilities to end.
  private func randomChain(_ numbers: inout Numbers, states: Int, degree: Int, leak: Double) -> AbsorbingChain
  {
    let rows = (0..<states).map { state -> Row in
      // A ring keeps all states connected.
      var weights = [(state + 1) % states: numbers.unit()]
      for _ in 1..<degree { weights[numbers.next(below: states), default: 0] += numbers.unit() }
      let ends = [leak * numbers.unit(), leak * numbers.unit() * 1e-6]
      let total = weights.sorted { $0.key < $1.key }.reduce(ends[0] + ends[1]) { $0 + $1.value }
      return Row(
        moves: weights.sorted { $0.key < $1.key }.map { Edge(to: $0.key, probability: $0.value / total) },
        ends: ends.enumerated().map { Edge(to: $0, probability: $1 / total) }
      )
    }
    let entry = Row(
      moves: [Edge(to: 0, probability: 0.75), Edge(to: states / 2, probability: 0.25)]
    )
    return AbsorbingChain(entry: entry, rows: rows, outcomeCount: 2)
  }

  /// The largest relative difference from the same chain solved by ordinary elimination with 32 digits.
  private func worstDifference(_ chain: AbsorbingChain, _ solution: ChainSolution) throws -> Double {
    let count = chain.stateCount
    // The diagonal as the sum of the others, as the solver sees it: the inputs themselves are rounded.
    let matrix = (0..<count).map { state in
      var row = [DoubleDouble](repeating: DoubleDouble(0), count: count)
      var leaving = DoubleDouble(0)
      for move in chain.rows[state].moves where move.to != state {
        row[move.to] = DoubleDouble(-move.probability)
        leaving = leaving + DoubleDouble(move.probability)
      }
      for end in chain.rows[state].ends { leaving = leaving + DoubleDouble(end.probability) }
      row[state] = leaving
      return row
    }
    let inverse = DoubleDouble.inverse(of: matrix)
    var worst = 0.0
    var outcomes = [DoubleDouble(0), DoubleDouble(0)]
    let reach = solution.reach()
    let second = try #require(solution.absorption(into: 1))
    for state in 0..<count {
      var visits = DoubleDouble(0)
      for move in chain.entry.moves {
        visits = visits + DoubleDouble(move.probability) * inverse[move.to][state]
      }
      var steps = DoubleDouble(0)
      var rare = DoubleDouble(0)
      for other in 0..<count {
        steps = steps + inverse[state][other]
        for end in chain.rows[other].ends where end.to == 1 {
          rare = rare + inverse[state][other] * DoubleDouble(end.probability)
        }
      }
      for end in chain.rows[state].ends {
        outcomes[end.to] = outcomes[end.to] + visits * DoubleDouble(end.probability)
      }
      worst = max(worst, relative(solution.visits[state], visits.high))
      worst = max(worst, relative(solution.stepsFrom[state], steps.high))
      worst = max(worst, relative(second[state], rare.high))
      if let reach { worst = max(worst, relative(reach[state], (visits / inverse[state][state]).high)) }
    }
    for (value, expected) in zip(solution.outcomes, outcomes) {
      worst = max(worst, relative(value, expected.high))
    }
    return worst
  }

  @Test(
    "Random chains agree with elimination in 32 digits",
    arguments: [(5, 2), (12, 4), (30, 8), (49, 3), (60, 2), (70, 2), (90, 3), (64, 20)]
  )
  func randomChains(states: Int, degree: Int) throws {
    var numbers = Numbers(state: UInt64(states * 100 + degree))
    for leak in [1, 1e-3, 1e-6] {
      let chain = randomChain(&numbers, states: states, degree: degree, leak: leak)
      let solution = try #require(ChainSolution(chain))
      #expect(try worstDifference(chain, solution) < 1e-12)
    }
    // The twin: another chain's solution must not pass.
    let chain = randomChain(&numbers, states: states, degree: degree, leak: 0.1)
    var rows = chain.rows
    rows[1].ends[0].probability *= 1 + 1e-6
    let other = AbsorbingChain(entry: chain.entry, rows: rows, outcomeCount: 2)
    #expect(try worstDifference(chain, try #require(ChainSolution(other))) > 1e-9)
  }

  @Test("Every graph of three touchpoints and two outcomes agrees with whole-number arithmetic")
  func everySmallGraph() throws {
    /// The determinant of a matrix of three rows.
    func determinant(_ m: [[Int]]) -> Int {
      m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    }
    // Options 0-2 are states, 3 and 4 outcomes; weight 1, 2, 3, ... by option, so that no symmetry hides a mistake.
    let subsets = (1..<32).map { mask in (0..<5).map { mask >> $0 & 1 == 1 ? $0 + 1 : 0 } }
    var worst = 0.0
    var endless = 0
    for first in subsets {
      for second in subsets {
        for third in subsets {
          let weights = [first, second, third]
          let totals = weights.map { $0.reduce(0, +) }
          let rows = weights.indices.map { state in
            Row(
              moves: (0..<3).map {
                .init(to: $0, probability: Double(weights[state][$0]) / Double(totals[state]))
              },
              ends: (3..<5).map {
                .init(to: $0 - 3, probability: Double(weights[state][$0]) / Double(totals[state]))
              }
            )
          }
          let chain = AbsorbingChain(
            entry: Row(moves: [Edge(to: 0, probability: 1)]),
            rows: rows,
            outcomeCount: 2
          )
          let solution = try #require(ChainSolution(chain))
          let matrix = (0..<3).map { row in
            (0..<3).map { (row == $0 ? totals[row] : 0) - weights[row][$0] }
          }
          let whole = determinant(matrix)
          guard whole != 0 else {
            endless += 1
            continue
          }
          for outcome in 0..<2 {
            let from = try #require(solution.absorption(into: outcome))
            for state in 0..<3 {
              // Cramer's rule: the column of the state replaced by the weights of the outcome.
              let replaced = (0..<3).map { row in
                (0..<3).map { $0 == state ? weights[row][3 + outcome] : matrix[row][$0] }
              }
              worst = max(worst, relative(from[state], Double(determinant(replaced)) / Double(whole)))
            }
            worst = max(worst, relative(solution.outcomes[outcome], from[0]))
          }
          for state in 0..<3 {
            // Visits from the first state: its row of the inverse, again by Cramer's rule on the transpose.
            let replaced = (0..<3).map { row in
              (0..<3).map { row == state ? ($0 == 0 ? 1 : 0) : matrix[row][$0] }
            }
            let visits = Double(determinant(replaced) * totals[state]) / Double(whole)
            worst = max(worst, relative(solution.visits[state], visits))
          }
        }
      }
    }
    #expect(worst < 1e-14)
    #expect(endless > 0)
  }

  @Test("A fair gambler with 1,000 of 2,000 coins plays a million rounds")
  func longFairGame() throws {
    let chain = MarkovSkeleton(
      of: SampleJourneys.gambler(winning: 0.5, start: 1_000, goal: 2_000),
      for: .everyone
    ).chain
    let solution = try #require(ChainSolution(chain))
    #expect(relative(solution.steps, 1_000_000) < 1e-12)
    #expect(relative(solution.outcomes[1], 0.5) < 1e-12)
  }

  @Test("The chance of a hopeless gambler keeps its digits")
  func rareOutcome() throws {
    let answer = try #require(ExactAnswer.solve(SampleJourneys.gambler(winning: 0.4, start: 3, goal: 200)))
    var ratio = 1.0
    for _ in 0..<200 { ratio *= 1.5 }
    // (1.5^3 - 1) / (1.5^200 - 1), about 1e-35.
    #expect(relative(answer.goal, (1.5 * 1.5 * 1.5 - 1) / (ratio - 1)) < 1e-12)
  }

  @Test("Crowds that hardly ever let anyone go keep their digits", arguments: [6, 40, 200])
  func slowCrowds(size: Int) throws {
    // Two crowds in which everybody goes to anybody; one journey in a million ends, one in a billion changes sides.
    let (leak, change) = (1e-6, 1e-9)
    let rows = (0..<(2 * size)).map { state -> Row in
      let isFirst = state < size
      let base = isFirst ? 0 : size
      // Uneven weights: everybody is thrice as likely to go to the next in line.
      var moves = (0..<size).filter { base + $0 != state }.map { Edge(to: base + $0, probability: 1) }
      let next = base + (state - base + 1) % size
      moves = moves.map { $0.to == next ? Edge(to: $0.to, probability: 3) : $0 }
      let stay = 1 - leak - (isFirst ? change : 0)
      let total = moves.reduce(0) { $0 + $1.probability }
      moves = moves.map { Edge(to: $0.to, probability: $0.probability / total * stay) }
      if isFirst { moves.append(Edge(to: size + state, probability: change)) }
      return Row(moves: moves, ends: [Edge(to: isFirst ? 0 : 1, probability: leak)])
    }
    let chain = AbsorbingChain(entry: Row(moves: [Edge(to: 0, probability: 1)]), rows: rows, outcomeCount: 2)
    let solution = try #require(ChainSolution(chain))
    let steps = 1 / (leak + change) + change / (leak + change) / leak
    #expect(relative(solution.steps, steps) < 1e-11)
    #expect(relative(solution.outcomes[0], leak / (leak + change)) < 1e-11)
    #expect(relative(solution.outcomes[1], change / (leak + change)) < 1e-11)
  }

  @Test("Journeys that can get caught are seen")
  func caught() throws {
    let rows = [
      Row(moves: [Edge(to: 1, probability: 0.25)], ends: [Edge(to: 0, probability: 0.75)]),
      Row(moves: [Edge(to: 1, probability: 1)]),
    ]
    let chain = AbsorbingChain(entry: Row(moves: [Edge(to: 0, probability: 1)]), rows: rows, outcomeCount: 1)
    let solution = try #require(ChainSolution(chain))
    #expect(solution.endless == 0.25)
    #expect(solution.outcomes == [0.75])
    #expect(solution.visits == [1, .infinity])
    #expect(solution.steps == .infinity)
  }

  @Test("A tangle that is too large for a matrix is summed up between bounds", arguments: [1, 1e-2, 1e-3])
  func tangle(leak: Double) throws {
    var numbers = Numbers(state: 1)
    let chain = randomChain(&numbers, states: 120, degree: 12, leak: leak)
    let possible = ChainSolution(chain, denseLimit: 50)
    let solution = try #require(possible)
    #expect(solution.reach() == nil)
    #expect(try worstDifference(chain, solution) < 1e-9)
  }

  @Test("A ring that turns half a billion times keeps its digits")
  func ring() throws {
    let rows = (0..<400).map { state in
      Row(
        moves: [
          Edge(to: (state + 1) % 400, probability: 0.5 - 1e-9),
          Edge(to: (state + 399) % 400, probability: 0.5 - 1e-9),
        ],
        ends: [Edge(to: state % 2, probability: 2e-9)]
      )
    }
    let chain = AbsorbingChain(entry: Row(moves: [Edge(to: 0, probability: 1)]), rows: rows, outcomeCount: 2)
    let solution = try #require(ChainSolution(chain))
    #expect(relative(solution.steps, 5e8) < 1e-12)
  }
}
