import JourneyDiagnostics
import JourneyModel

/// Journeys should end well before `longest journey` cuts them off.
///
/// The check follows the paths as typed, moods and pains aside: it is a hint, not the simulation.
enum LongJourneys: Rule {
  /// Moves that are worth following for a hint.
  private static let budget = 20_000_000

  static func check(_ context: RuleContext, into findings: inout Findings) {
    let journey = context.journey
    let limit = journey.run.longestJourney
    var (mean, cut) = (0.0, 0.0)
    let graph = JourneyGraph(journey)
    var work = 0
    for persona in journey.personas where persona.share > .zero {
      let walk = Walk(journey, persona, graph)
      var standing = walk.entry
      var moving = standing.reduce(0, +)
      var length = 0
      while length < limit, moving > 1e-9 {
        mean += persona.share.value * moving
        length += 1
        work += walk.size
        guard work < budget else { return }
        standing = walk.after(standing)
        moving = standing.reduce(0, +)
      }
      cut += persona.share.value * moving
    }
    guard mean > Double(limit) / 3 || cut > 0.01 else { return }
    let shown = NumberValue.shown((mean * 10).rounded() / 10)
    let share = ProbabilityValue.shown((cut * 1000).rounded() / 1000)
    findings.add(
      .longJourney,
      .warning,
      at: context.draft.longestJourney ?? context.draft.pathsMark ?? .start(of: 0),
      "journeys have \(shown) visits on average and \(share) of them are cut off after \(limit)",
      help: ["raise run.longest journey, or let rows lead to an end more often"]
    )
  }
}

/// The paths of one persona as probabilities.
private struct Walk {
  let entry: [Double]
  private let rows: [[(to: Int, share: Double)]]
  let size: Int

  init(_ journey: Journey, _ persona: Persona, _ graph: JourneyGraph) {
    let factors = journey.touchpoints.map { $0.channel.flatMap { persona.prefers[$0] } ?? 1 }
    func shares(_ row: PathRow) -> [(to: Int, share: Double)] {
      let total = row.total
      guard total > 0 else { return [] }
      let leaving = row.weight(to: .leave) / total
      var options: [(to: Int, share: Double)] = []
      var sum = 0.0
      for option in row.options where option.to != .leave {
        switch option.to {
        case .touchpoint(let name):
          guard let at = graph.index[name] else { continue }
          options.append((at, option.weight * factors[at]))
          sum += option.weight * factors[at]
        case .outcome: sum += option.weight
        }
      }
      guard sum > 0 else { return [] }
      return options.map { ($0.to, $0.share / sum * (1 - leaving)) }
    }
    var entry = [Double](repeating: 0, count: graph.names.count)
    for (to, share) in shares(journey.row(at: nil, for: persona)) { entry[to] += share }
    self.entry = entry
    rows = graph.names.map { shares(journey.row(at: $0, for: persona)) }
    size = rows.reduce(graph.names.count) { $0 + $1.count }
  }

  func after(_ standing: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: standing.count)
    for (from, mass) in standing.enumerated() where mass > 0 {
      for (to, share) in rows[from] { next[to] += mass * share }
    }
    return next
  }
}
