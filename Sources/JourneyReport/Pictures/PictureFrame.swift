import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What every view of a run shares: columns, lanes, flows, entries, outcomes, and the ids that tie them together.
struct PictureFrame {
  let simulation: SimulationResult

  init(_ simulation: SimulationResult) { self.simulation = simulation }

  /// How far below expectation, in points, a touchpoint's mean marks it as a contact that nobody wants.
  static let farBelow = 18.0

  static func id(_ touchpoint: String) -> String { "touchpoint " + touchpoint }

  static func id(_ destination: Destination) -> String {
    switch destination {
    case .touchpoint(let name): id(name)
    case .outcome(let name): "outcome " + name
    }
  }

  /// Columns; a last one takes touchpoints without a stage, where others have one.
  var stages: [StageHeader] {
    guard !simulation.stages.isEmpty else { return [] }
    let named = simulation.stages.map {
      StageHeader(name: $0.name, note: "\(Figure.percent($0.reach.mean)) get here")
    }
    return named + (simulation.touchpoints.contains { $0.stage == nil } ? [StageHeader(name: "Other")] : [])
  }

  /// Lanes; a last one takes touchpoints without a channel. Without stages and channels there are none.
  var lanes: [Lane] {
    let looks = ChannelLook.looks(of: simulation.journey)
    if looks.isEmpty, simulation.stages.isEmpty { return [] }
    let named = looks.enumerated().map { index, look in
      let colour = look.colour.map { LaneColour.custom(light: $0.text, dark: $0.text) } ?? .slot(index)
      return Lane(name: look.name, glyph: look.glyph, colour: colour)
    }
    let needsOther = looks.isEmpty || simulation.touchpoints.contains { $0.channel == nil }
    return named + (needsOther ? [Lane(name: looks.isEmpty ? "" : "Other", colour: .slot(looks.count))] : [])
  }

  func card(_ touchpoint: TouchpointEstimate) -> Card {
    let stage = simulation.stages.firstIndex { $0.name == touchpoint.stage } ?? simulation.stages.count
    let channels = simulation.journey.channels
    let lane = channels.firstIndex { $0.name == touchpoint.channel } ?? channels.count
    return Card(id: Self.id(touchpoint.name), name: touchpoint.name, stage: stage, lane: lane)
  }

  /// Outcomes that happened; a cap that ends fewer than one journey in 2,000 is left to the method section. Leaving is
  /// written in the cards and drawn without lines.
  var outcomes: [OutcomeBox] {
    simulation.outcomes.compactMap { estimate in
      let outcome = estimate.outcome
      let least = outcome.name == Outcome.timedOutName ? 0.0005 : 0
      guard estimate.share.mean > least else { return nil }
      let figure = Figure(estimate.share, in: .share)
      let isLeave = outcome.name == Outcome.leaveName
      let kind: OutcomeBox.Kind =
        switch outcome.kind {
        case _ where isLeave: .left
        case .goal: .goal
        case .loss: .loss
        case .neutral: .neutral
        }
      return OutcomeBox(
        id: Self.id(.outcome(outcome.name)),
        name: isLeave ? "Left on the way" : Language.sentence(outcome.name),
        value: figure.short,
        interval: figure.interval.map { $0.count > 14 ? $0 : "95% interval \($0)" } ?? "",
        kind: kind,
        tooltip: "\(outcome.name): \(figure.long)"
      )
    }
  }

  /// Share of arrivals that pain points must force for a touchpoint to count as failure demand.
  static let mostlyForced = 0.3

  /// Touchpoints that exist because something failed: where pain points force much of the traffic, and where visits
  /// fall far short of what travellers expect.
  var failureDemand: Set<String> {
    var arrivals: [String: (all: Double, forced: Double)] = [:]
    for flow in simulation.flows {
      guard case .touchpoint(let name) = flow.to else { continue }
      arrivals[name, default: (0, 0)].all += flow.perTraveller
      arrivals[name, default: (0, 0)].forced += flow.perTraveller * flow.forcedShare
    }
    let expected = simulation.journey.satisfaction.expects
    return Set(
      simulation.touchpoints.filter { touchpoint in
        let (all, forced) = arrivals[touchpoint.name] ?? (0, 0)
        let isForced = all > 0 && forced >= Self.mostlyForced * all
        return isForced || (touchpoint.satisfaction?.mean ?? expected) < expected - Self.farBelow
      }.map(\.name)
    )
  }

  /// Moves between touchpoints and to outcomes, one per pair, in the order of the run.
  var flows: [Flow] {
    let failure = failureDemand
    let losses = Set(simulation.outcomes.filter { $0.outcome.kind == .loss }.map(\.outcome.name))
    var places: [String: Int] = [:]
    var flows: [Flow] = []
    for flow in simulation.flows {
      guard let from = flow.from, flow.perTraveller > 0 else { continue }
      let (start, end) = (Self.id(from), Self.id(flow.to))
      let key = start + "\u{0}" + end
      if let place = places[key] {
        flows[place].share += flow.perTraveller
        continue
      }
      let fails =
        switch flow.to {
        case .touchpoint(let name): failure.contains(name) || flow.forcedShare > 0.5
        case .outcome(let name): losses.contains(name)
        }
      places[key] = flows.count
      flows.append(Flow(from: start, to: end, share: flow.perTraveller, isFailureDemand: fails))
    }
    for index in flows.indices {
      let moves = DecimalText.fixed(flows[index].share * 100, places: 1)
      flows[index].tooltip = "\(moves) moves per 100 travellers"
    }
    return flows
  }

  /// Where journeys begin.
  var entries: [Entry] {
    simulation.flows.compactMap { flow in
      guard flow.from == nil, case .touchpoint(let name) = flow.to else { return nil }
      return Entry(card: Self.id(name), share: flow.perTraveller)
    }
  }
}
