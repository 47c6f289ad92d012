import JourneyDiagram
import JourneyExperiments
import JourneyModel

/// What all pictures of a scenario have in common, whichever view and whichever world they show: the touchpoints,
/// stages, channels and outcomes of the baseline and all variants together, and the moves by which they are placed.
///
/// Computed once from the model alone, so a touchpoint stands in the same place in every picture.
public struct PictureLayout: Sendable {
  /// The words of all worlds together, in the baseline's order, what only variants have after it.
  let union: Journey
  /// Touchpoints where something can hurt in some world: their cards keep room for a tab.
  let withPain: Set<String>
  /// Expected moves, averaged over the worlds.
  let flows: [Flow]
  /// Touchpoints that are never folded away: the hottest of today.
  let hottest: Set<String>

  /// The layout of a scenario and all its variants.
  ///
  /// - Parameter today: a run of the baseline, which says which touchpoints a large picture must not fold away.
  public init(_ scenario: Scenario, today: SimulationResult? = nil) {
    self.init([scenario.baseline] + scenario.variants.map(\.journey), today: today)
  }

  /// The layout of several journeys; the first one's order counts.
  ///
  /// - Complexity: O(transitions x steps) per journey.
  public init(_ journeys: [Journey], today: SimulationResult? = nil) {
    var union =
      journeys.first
      ?? Journey(name: "", touchpoints: [], outcomes: [], paths: Paths(start: PathRow([]), rows: [:]))
    var known = Known(union)
    for journey in journeys.dropFirst() { known.add(journey, to: &union) }
    self.union = union
    withPain = Set(journeys.flatMap { $0.painPoints.map(\.at) })

    var sums: [ExpectedMoves.Move: Double] = [:]
    var entries: [String: Double] = [:]
    var seen: [Journey] = []
    for journey in journeys {
      // Variants that only mend pain points walk nearly the same ways.
      guard !seen.contains(where: { $0.paths == journey.paths && $0.personas == journey.personas }) else {
        continue
      }
      seen.append(journey)
      let expected = ExpectedMoves(of: journey)
      for (move, share) in expected.perTraveller { sums[move, default: 0] += share }
      for (name, share) in expected.entries { entries[name, default: 0] += share }
    }
    let count = Double(max(1, seen.count))
    // An entry is a flow from nowhere.
    let all =
      sums.map { move, share in
        Flow(from: PictureFrame.id(move.from), to: PictureFrame.id(move.to), share: share / count)
      } + entries.map { Flow(from: "", to: PictureFrame.id($0), share: $1 / count) }
    flows = all.sorted { ($1.share, $0.from, $0.to) < ($0.share, $1.from, $1.to) }
    hottest = Set(
      today.map { HotspotWords.ranked($0.touchpoints).prefix(5).map { PictureFrame.id($0.name) } } ?? []
    )
  }

  /// Whether a picture of these journeys is folded, so that the hottest touchpoints should be known.
  public var isFolded: Bool { union.touchpoints.count > JourneyPicture.usualMostCards }

  /// Names that a union already has.
  private struct Known {
    var stages, channels, touchpoints, outcomes: Set<String>

    init(_ journey: Journey) {
      stages = Set(journey.stages.map(\.name))
      channels = Set(journey.channels.map(\.name))
      touchpoints = Set(journey.touchpoints.map(\.name))
      outcomes = Set(journey.outcomes.map(\.name))
    }

    mutating func add(_ journey: Journey, to union: inout Journey) {
      for stage in journey.stages where stages.insert(stage.name).inserted { union.stages.append(stage) }
      for channel in journey.channels where channels.insert(channel.name).inserted {
        union.channels.append(channel)
      }
      for touchpoint in journey.touchpoints where touchpoints.insert(touchpoint.name).inserted {
        union.touchpoints.append(touchpoint)
      }
      for outcome in journey.outcomes where outcomes.insert(outcome.name).inserted {
        union.outcomes.append(outcome)
      }
    }
  }
}
