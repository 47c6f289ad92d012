import JourneyEngine
import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

/// On a Markov journey, what a traveller gets is what was expected of it plus the surprises on its way, exactly.
///
/// Y - V(start) - sum of (V(next) - E[V(next) | here]) = 0 for every single traveller (Henderson & Glynn 2002), with
/// V from the exact solver and the walk from the engine: the two must agree on every transition.
@Suite struct MartingaleTests {
  private let journey = SampleJourneys.k4

  @Test func `the surprises of every traveller add up to what it got`() throws {
    let worst = try worstResidual(journey, values: journey)
    #expect(worst < 1e-12)
  }

  @Test func `values of another journey do not add up`() throws {
    var other = journey
    other.paths.rows["basket"] = PathRow([
      .init(to: .leave, weight: 0.3), .init(to: .touchpoint("product"), weight: 0.15),
      .init(to: .touchpoint("help"), weight: 0.10), .init(to: .outcome("buy"), weight: 0.45),
    ])
    let worst = try worstResidual(journey, values: other)
    #expect(worst > 1e-3)
  }

  private func worstResidual(_ walked: Journey, values solved: Journey) throws -> Double {
    let persona = try #require(walked.personas.first)
    let skeleton = MarkovSkeleton(of: solved, for: persona)
    let solution = try #require(ChainSolution(skeleton.chain))
    let names = walked.touchpoints.map(\.name).sorted { $0.precedesCanonically($1) }
    let outcomes = walked.outcomes.map(\.name).sorted { $0.precedesCanonically($1) }
    let buy = try #require(outcomes.firstIndex(of: "buy"))
    let value = try #require(solution.absorption(into: buy))
    func v(_ destination: Destination) -> Double {
      switch destination {
      case .touchpoint(let name): names.firstIndex(of: name).map { value[$0] } ?? 0
      case .outcome(let name): name == "buy" ? 1 : 0
      }
    }
    func mean(_ row: PathRow) -> Double {
      row.options.reduce(0) { $0 + $1.weight * v($1.to) } / row.total
    }
    let compiled = CompiledJourney(walked)
    let start = mean(walked.row(at: nil, for: persona))
    return (0..<2_000 as Range<UInt64>).map { number in
      let trace = Trace(compiled, traveller: number, seed: 5)
      var rest = (trace.outcome == "buy" ? 1 : 0) - start - (v(trace.entry) - start)
      for step in trace.steps {
        rest -= v(step.next) - mean(walked.row(at: step.touchpoint, for: persona))
      }
      return abs(rest)
    }.max() ?? .infinity
  }
}
