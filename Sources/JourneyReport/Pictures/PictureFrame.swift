import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What every view of a run shares: columns, lanes, flows, entries, outcomes, and the ids that tie them together.
struct PictureFrame {
  let simulation: SimulationResult
  let layout: PictureLayout
  /// The stage that pictures are about; nil for the whole journey.
  let stage: String?
  private let looks: [ChannelLook]

  init(_ simulation: SimulationResult, layout: PictureLayout, stage: String? = nil) {
    self.simulation = simulation
    self.layout = layout
    self.stage = stage
    looks = ChannelLook.looks(of: layout.union)
  }

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
    let names = layout.union.stages.map(\.name)
    guard !names.isEmpty else { return [] }
    let named = names.map { name in
      let reach = simulation.stages.first { $0.name == name }?.reach.mean
      return StageHeader(name: name, note: reach.map(StageWords.reach) ?? "")
    }
    let needsOther = layout.union.touchpoints.contains { $0.stage == nil }
    return named + (needsOther ? [StageHeader(name: Self.other)] : [])
  }

  /// The column of touchpoints without a stage, and the lane of those without a channel.
  private static let other = "Other"

  /// Whether pictures are about a touchpoint, told by its stage.
  func isAbout(_ stage: String?) -> Bool { self.stage == nil || self.stage == stage ?? Self.other }

  /// Lanes; a last one takes touchpoints without a channel. Without stages and channels there are none.
  var lanes: [Lane] {
    if looks.isEmpty, layout.union.stages.isEmpty { return [] }
    let named = looks.enumerated().map { index, look in
      let colour = look.colour.map { LaneColour.custom(light: $0.text, dark: $0.text) } ?? .slot(index)
      return Lane(name: look.name, glyph: look.glyph, colour: colour)
    }
    let needsOther = looks.isEmpty || layout.union.touchpoints.contains { $0.channel == nil }
    let name = looks.isEmpty ? "" : Self.other
    return named + (needsOther ? [Lane(name: name, colour: .slot(looks.count))] : [])
  }

  /// A card for every touchpoint of any world, dressed where this one knows it; the others keep their places empty.
  func cards(_ dress: (TouchpointEstimate, inout Card) -> Void) -> [Card] {
    let stageOf = Dictionary(layout.union.stages.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let laneOf = Dictionary(layout.union.channels.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let estimates = Dictionary(simulation.touchpoints.map { ($0.name, $0) }) { first, _ in first }
    return layout.union.touchpoints.map { touchpoint in
      var card = Card(
        id: Self.id(touchpoint.name),
        name: touchpoint.name,
        stage: touchpoint.stage.flatMap { stageOf[$0] } ?? stageOf.count,
        lane: touchpoint.channel.flatMap { laneOf[$0] } ?? laneOf.count,
        hasTabRoom: layout.withPain.contains(touchpoint.name)
      )
      guard let estimate = estimates[touchpoint.name] else {
        card.isAbsent = true
        return card
      }
      card.score = estimate.satisfaction?.mean
      dress(estimate, &card)
      return card
    }
  }

  /// A picture with all that its views share.
  func picture(
    view: PictureView,
    title: String,
    answer: String,
    caption: [String],
    theme: Theme,
    cards: [Card]
  ) -> JourneyPicture {
    let columns = stages
    var picture = JourneyPicture(
      title: title,
      answer: answer,
      caption: caption,
      stages: columns,
      lanes: lanes,
      cards: cards,
      outcomes: outcomes,
      flows: flows,
      entries: entries,
      view: view,
      theme: theme,
      layoutFlows: layout.flows
    )
    picture.keptCards = layout.hottest
    picture.focus = columns.firstIndex { $0.name == stage }
    return picture
  }

  /// Every outcome of any world, so that all pictures have the same boxes; a cap that ends fewer than one journey in
  /// 2,000 is left to the method section. Leaving is written in the cards and drawn without lines.
  var outcomes: [OutcomeBox] {
    layout.union.outcomes.compactMap { outcome in
      let estimate = simulation.outcomes.first { $0.outcome.name == outcome.name }?.share
      let least =
        switch outcome.name {
        case Outcome.timedOutName: 0.0005
        case Outcome.leaveName: 0.0
        default: -1.0
        }
      guard (estimate?.mean ?? 0) > least else { return nil }
      let figure = Figure(estimate ?? .exact(0), in: .share)
      guard let estimate, estimate.mean > 0 else {
        return OutcomeBox(
          id: Self.id(.outcome(outcome.name)),
          name: Language.sentence(outcome.name),
          value: "0%",
          interval: "no first journey ends so",
          kind: .left,
          tooltip: "\(outcome.name): no first journey of this run ends so"
        )
      }
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
        name: Language.outcome(outcome.name),
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
    var names: [String] = []
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
      names.append("\(from) → \(flow.to.name)")
      flows.append(Flow(from: start, to: end, share: flow.perTraveller, isFailureDemand: fails))
    }
    for index in flows.indices {
      let moves = DecimalText.fixed(flows[index].share * 100, places: 1)
      flows[index].tooltip = "\(names[index]): \(moves) moves per 100 travellers"
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
