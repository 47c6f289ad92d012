import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Builds pictures of a run. All views, and all worlds of a scenario, share their positions.
public struct JourneyPictures: Sendable {
  /// The run.
  public let simulation: SimulationResult
  /// The scenario's path, for the caption.
  public let path: String
  /// The world that was run, in words ("with fit first"); empty for the scenario as it stands.
  public let world: String
  let frame: PictureFrame
  let words: MetricWords

  /// Pictures of a run of the scenario at `path`.
  ///
  /// - Parameters:
  ///   - layout: what all pictures of the scenario share; the journey's own unless given.
  ///   - variant: the variant that was run, for the answer line.
  ///   - stage: the stage that they are about; the whole journey unless given.
  public init(
    _ simulation: SimulationResult,
    path: String,
    layout: PictureLayout? = nil,
    variant: String? = nil,
    stage: String? = nil
  ) {
    self.simulation = simulation
    self.path = path
    world = variant.map { "With \(Language.quoted($0)): " } ?? ""
    frame = PictureFrame(
      simulation,
      layout: layout ?? PictureLayout([simulation.journey], today: simulation),
      stage: stage
    )
    words = MetricWords(simulation.journey)
  }

  /// What a finding is about: all touchpoints, or those of the stage with their shares of its dissatisfaction.
  private var subject: [TouchpointEstimate] {
    guard frame.stage != nil else { return simulation.touchpoints }
    let own = simulation.touchpoints.filter { frame.isAbout($0.stage) }
    let total = own.reduce(0) { $0 + ($1.dissatisfaction?.mean ?? 0) }
    guard total > 0 else { return own }
    return own.map { touchpoint in
      var part = touchpoint
      part.dissatisfaction = part.dissatisfaction?.scaled(by: 1 / total)
      return part
    }
  }

  /// A finding about the journey as the title of a page about a stage.
  func titled(_ finding: String) -> String { frame.stage.map { "\($0): " + finding } ?? finding }

  /// Visits that felt bad or very bad count as bad.
  static func bad(_ touchpoint: TouchpointEstimate) -> Double? {
    touchpoint.feelings.isEmpty ? nil : touchpoint.feelings.prefix(2).reduce(0, +)
  }

  /// Flow and feeling: where travellers go and how it is for them.
  public func map(theme: Theme = .light) -> JourneyPicture {
    let scale = HeatScale(touchpoints: simulation.touchpoints.count)
    var picture = picture(
      view: .map,
      title: simulation.journey.hasQuality
        ? PictureWords.mapTitle(subject, stage: frame.stage)
        : titled(PictureWords.plainTitle(simulation) ?? PictureWords.mapTitle(subject)),
      answer: PictureWords.mapAnswer(simulation, words: words, stage: frame.stage),
      marks: simulation.journey.hasQuality
        ? "Coloured chip: share of all dissatisfaction that collects here, where it is high." : "",
      theme: theme
    ) { touchpoint, card in
      card.left = "\(Figure.percent(touchpoint.reach.mean)) get here"
      if let leave = touchpoint.leave, leave.mean >= 0.1 {
        card.right = "\(Figure.percent(leave.mean)) leave"
      }
      if touchpoint.feelings.count == 5 {
        let shares = touchpoint.feelings
        card.feelings = Feelings(
          veryBad: shares[0],
          bad: shares[1],
          neutral: shares[2],
          good: shares[3],
          veryGood: shares[4]
        )
      }
      if let share = touchpoint.dissatisfaction?.mean, scale.level(of: share) >= 3 {
        card.chip = Chip(text: Figure.percent(share), tone: .heat(scale.level(of: share)))
      }
    }
    // Where nothing is felt the moves are the message: the largest say how many they are.
    if !simulation.journey.hasQuality {
      for index in picture.flows.indices {
        picture.flows[index].label = Figure.percent(picture.flows[index].share)
      }
    }
    return picture
  }

  /// Heat alone: where dissatisfaction collects.
  public func hotspots(theme: Theme = .light) -> JourneyPicture {
    let scale = HeatScale(touchpoints: simulation.touchpoints.count)
    let subject = subject
    let ranks = HotspotWords.shownRanks(subject)
    return picture(
      view: .hotspots,
      title: frame.stage.map {
        "\($0): " + HotspotWords.heading(subject, of: "its dissatisfaction").lowercasedFirst
      }
        ?? "Hotspots: " + HotspotWords.heading(subject).lowercasedFirst,
      answer: "Colour and number: share of all dissatisfaction that collects here. "
        + (frame.stage == nil ? "" : "Ranks: among the touchpoints of this stage. ")
        + (HotspotWords.rankNote(subject) ?? ""),
      notes:
        "Dissatisfaction: how far visits fall short of what travellers expect, times how much they matter. "
        + "Bad visits: under 40 of 100 points.",
      theme: theme
    ) { touchpoint, card in
      if let bad = Self.bad(touchpoint) { card.left = "\(Figure.percent(bad)) of visits bad" }
      if let share = touchpoint.dissatisfaction?.mean {
        card.heat = Heat(
          level: scale.level(of: share),
          text: Figure.percent(share),
          rank: ranks[touchpoint.name]
        )
      }
    }
  }

  /// What map and hotspots share; `dress` adds what a view says of a touchpoint.
  private func picture(
    view: PictureView,
    title: String,
    answer: String,
    notes: String = "",
    marks: String = "",
    theme: Theme,
    dress: (TouchpointEstimate, inout Card) -> Void
  ) -> JourneyPicture {
    let tabs = painTabs
    let cards = frame.cards { touchpoint, card in
      card.painTab = tabs[touchpoint.name]
      card.tooltip = tooltip(touchpoint)
      dress(touchpoint, &card)
      if touchpoint.reach.mean == 0 {
        card.left = "nobody on a first journey"
        card.isGrey = true
      }
    }
    let answer = world + (world.isEmpty ? answer : answer.lowercasedFirst)
    var picture = frame.picture(
      view: view,
      title: title,
      answer: answer,
      caption: [caption(hasFailure: !frame.failureDemand.isEmpty), notes],
      theme: theme,
      cards: cards
    )
    picture.marks = [marks, tabNote(cards)].filter { !$0.isEmpty }.joined(separator: " ")
    return picture
  }

  private func tabNote(_ cards: [Card]) -> String {
    cards.contains { $0.painTab != nil }
      ? "Tab under a card: pain point, and how often a visit meets it." : ""
  }

  /// Sample size, seed, model and interval.
  var provenance: String {
    let count = DecimalText.count(simulation.stamp.travellers)
    return "\(count) simulated travellers, seed \(simulation.stamp.seed), \(path). Intervals are 95%."
  }

  private func caption(hasFailure: Bool) -> String {
    provenance
      + (hasFailure ? " Red lines lead to contacts that exist because something failed." : "")
  }

  /// The pain point that takes most at each touchpoint, and how often a visit meets it.
  private var painTabs: [String: String] {
    var worst: [String: (pain: PainEstimate, weight: Double)] = [:]
    for pain in simulation.pains {
      guard let often = pain.incidence?.mean, often > 0 else { continue }
      let points =
        switch pain.pain.hurts {
        case .constant(let points): points
        case .normal(let mean, _): mean
        }
      let weight = often * max(0.1, points)
      if let known = worst[pain.pain.at] {
        // Equal weights: the first by name.
        let isWorse =
          known.weight == weight
          ? pain.pain.name.precedesCanonically(known.pain.pain.name) : weight > known.weight
        if !isWorse { continue }
      }
      worst[pain.pain.at] = (pain, weight)
    }
    return worst.mapValues { "\($0.pain.pain.name) · \(Figure.percent($0.pain.incidence?.mean ?? 0))" }
  }

  private func tooltip(_ touchpoint: TouchpointEstimate) -> String {
    var lines = ["\(touchpoint.name): \(Figure.percent(touchpoint.reach.mean)) of travellers come here"]
    if let felt = touchpoint.satisfaction { lines.append("satisfaction \(Figure(felt, in: .points).long)") }
    if let leave = touchpoint.leave {
      lines.append("\(Figure(leave, in: .share).long) of visits end in leaving")
    }
    if let share = touchpoint.dissatisfaction {
      lines.append("\(Figure(share, in: .share).long) of all dissatisfaction")
    }
    return lines.joined(separator: ", ")
  }
}
