import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Moves from stage to stage by channel, of all travellers together: what flows on, what falls out, what goes back.
///
/// All amounts are moves per traveller, so that who comes twice counts twice. Moves that stay within a stage are left
/// out. What skips a stage passes it on a lane of its own. For every stage, what comes in is what goes out or ends.
public struct StageFlow: Sendable {
  /// A place in a column.
  public struct Node: Sendable, Hashable {
    /// What stands there.
    public enum Kind: Sendable, Hashable {
      /// A stage's touchpoints of one channel.
      case channel(ChannelLook)
      /// What skips the stage.
      case passing
      /// An end that is no loss.
      case end(name: String, isGoal: Bool)
    }

    /// The stage, or the number of stages for ends.
    public var column: Int
    /// What stands there.
    public var kind: Kind
    /// Journeys that begin here.
    public var begins = 0.0
    /// Moves that come here from the columns before.
    public var arrives = 0.0
    /// Moves that come back here from later stages.
    public var returns = 0.0
    /// Moves on to the columns behind.
    public var goesOn = 0.0
    /// Journeys lost from here.
    public var lost = 0.0
    /// Moves from here back to earlier stages.
    public var goesBack = 0.0
    /// Changes of channel within the stage, to here less from here; not drawn.
    public var switches = 0.0

    /// All that comes from outside the stage.
    public var comesIn: Double { begins + arrives + returns }
    /// All that leaves the stage.
    public var goesOut: Double { goesOn + lost + goesBack }
    /// The greater of both: changes of channel within the stage make up the difference.
    public var size: Double { max(comesIn, goesOut) }
  }

  /// Moves between two nodes of neighbouring columns.
  public struct Link: Sendable, Hashable {
    /// Index of the node that is left.
    public var from: Int
    /// Index of the node of the next column.
    public var to: Int
    /// Moves per traveller.
    public var amount: Double
  }

  /// One stage.
  public struct Stage: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Share of travellers lost from it.
    public var lost: Double
    /// Whether all of these gave up, and no other loss is among them.
    public var onlyLeave: Bool
    /// Moves back from it by the stage that they lead to.
    public var back: [Double]
  }

  /// The stages in order; a last one without a name holds touchpoints that have none.
  public private(set) var stages: [Stage]
  /// Places by column: channels in the analyst's order, then what passes; ends in the last column.
  public private(set) var nodes: [Node]
  /// Moves between neighbouring columns.
  public private(set) var links: [Link]
  /// Moves that stay within a stage, as a share of all moves between touchpoints.
  public private(set) var withinShare: Double
  /// Moves back to an earlier stage, as a share of all moves between touchpoints.
  public private(set) var backShare: Double
  /// The finding, for those who cannot see the chart.
  public var finding: String

  /// Collects a run's moves; nil without stages or moves.
  ///
  /// - Complexity: O(moves x stages).
  public init?(_ simulation: SimulationResult, finding: String) {
    guard !simulation.stages.isEmpty, !simulation.flows.isEmpty else { return nil }
    var work = StageFlowWork(simulation)
    for flow in simulation.flows { work.add(flow) }
    stages = work.stages
    nodes = work.nodes
    links = work.links
    let moves = max(work.forward + work.back + work.within, .leastNonzeroMagnitude)
    withinShare = work.within / moves
    backShare = work.back / moves
    self.finding = finding
  }
}

/// Collects moves into nodes and links.
private struct StageFlowWork {
  var stages: [StageFlow.Stage]
  var nodes: [StageFlow.Node] = []
  var amounts: [[Int]: Double] = [:]
  var (forward, back, within) = (0.0, 0.0, 0.0)

  private let place: [String: Int]
  private let passing: [Int]
  private let ends: [String: Int]

  init(_ simulation: SimulationResult) {
    let journey = simulation.journey
    let stageOf = Dictionary(simulation.stages.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let rest = simulation.stages.count
    let hasRest = simulation.touchpoints.contains { $0.stage.flatMap { stageOf[$0] } == nil }
    let columns = rest + (hasRest ? 1 : 0)
    stages = simulation.stages.map {
      StageFlow.Stage(name: $0.name, lost: 0, onlyLeave: true, back: .init(repeating: 0, count: columns))
    }
    if hasRest {
      stages.append(.init(name: "", lost: 0, onlyLeave: true, back: .init(repeating: 0, count: columns)))
    }

    let looks = ChannelLook.looks(of: journey) + [.none]
    let channelOf = Dictionary(journey.channels.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var place: [String: Int] = [:]
    var passing: [Int] = []
    for column in 0..<columns {
      for channel in looks.indices {
        let here = simulation.touchpoints.filter {
          ($0.stage.flatMap { stageOf[$0] } ?? rest) == column
            && ($0.channel.flatMap { channelOf[$0] } ?? looks.count - 1) == channel
        }
        guard !here.isEmpty else { continue }
        for touchpoint in here { place[touchpoint.name] = nodes.count }
        nodes.append(.init(column: column, kind: .channel(looks[channel])))
      }
      passing.append(nodes.count)
      nodes.append(.init(column: column, kind: .passing))
    }
    var ends: [String: Int] = [:]
    for outcome in simulation.outcomes.map(\.outcome) where outcome.kind != .loss && ends[outcome.name] == nil
    {
      ends[outcome.name] = nodes.count
      nodes.append(.init(column: columns, kind: .end(name: outcome.name, isGoal: outcome.kind == .goal)))
    }
    (self.place, self.passing, self.ends) = (place, passing, ends)
  }

  var links: [StageFlow.Link] {
    amounts.map { StageFlow.Link(from: $0.key[0], to: $0.key[1], amount: $0.value) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  mutating func add(_ flow: FlowEstimate) {
    let amount = flow.perTraveller
    guard let name = flow.from else {
      if let to = place[flow.to.name] { nodes[to].begins += amount }
      return
    }
    guard let from = place[name] else { return }
    switch flow.to {
    case .outcome(let end):
      if let to = ends[end] { return pass(from, to, amount) }
      nodes[from].lost += amount
      let stage = nodes[from].column
      stages[stage].lost += amount
      if end != Outcome.leaveName { stages[stage].onlyLeave = false }
    case .touchpoint(let next):
      guard let to = place[next] else { return }
      let (here, there) = (nodes[from].column, nodes[to].column)
      if here == there {
        within += amount
        nodes[from].switches -= amount
        nodes[to].switches += amount
      } else if here < there {
        forward += amount
        pass(from, to, amount)
      } else {
        back += amount
        nodes[from].goesBack += amount
        nodes[to].returns += amount
        stages[here].back[there] += amount
      }
    }
  }

  /// Leads moves on from column to column, past the stages that they skip.
  private mutating func pass(_ from: Int, _ to: Int, _ amount: Double) {
    var here = from
    for column in (nodes[from].column + 1)...nodes[to].column {
      let next = column == nodes[to].column ? to : passing[column]
      amounts[[here, next], default: 0] += amount
      nodes[here].goesOn += amount
      nodes[next].arrives += amount
      here = next
    }
  }
}
