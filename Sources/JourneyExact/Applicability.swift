import JourneyModel

/// Whether a journey's simulation must agree with the exact answer of its skeleton, and if not, why.
enum Applicability {
  /// The largest share of journeys beyond the length cap that is too small to tell.
  static let negligibleShare = 1e-9

  /// The mechanisms that the skeleton leaves out and that matter in this journey, in plain words.
  static func obstacles(
    _ journey: Journey,
    skeletons: [(persona: Persona, skeleton: MarkovSkeleton, visits: [Double])],
    beyondCap: ForwardPropagation.Bounds
  ) -> [String] {
    var reasons: [String] = []
    if let place = placeWhereMoodMatters(journey, skeletons) {
      reasons.append("mood moves the chance to leave (for instance at \"\(place)\")")
    }
    if let limit = journey.run.giveUpAfterSeconds, timeCanEnd(journey, within: limit) {
      reasons.append("journeys that take too long end early (give up after)")
    }
    if !(beyondCap.upper < negligibleShare) {
      let cap = journey.run.longestJourney
      reasons.append("some journeys have more visits than the longest journey allows (\(cap))")
    }
    return reasons
  }

  private static func placeWhereMoodMatters(
    _ journey: Journey,
    _ skeletons: [(persona: Persona, skeleton: MarkovSkeleton, visits: [Double])]
  ) -> String? {
    guard journey.hasQuality, journey.satisfaction.moodNewest != 0 else { return nil }
    for (persona, skeleton, visits) in skeletons where persona.share > .zero {
      guard (persona.moodToLeave ?? journey.satisfaction.moodToLeave) != 0 else { continue }
      for (place, varies) in skeleton.leavingMayVary.enumerated() where varies && visits[place] > 0 {
        return skeleton.touchpoints[place]
      }
    }
    return nil
  }

  private static func timeCanEnd(_ journey: Journey, within limit: Double) -> Bool {
    var slowest = 0.0
    for touchpoint in journey.touchpoints {
      guard let own = longest(touchpoint.takes) else { return true }
      var longestVisit = own
      for pain in journey.painPoints where pain.at == touchpoint.name {
        guard let delay = longest(pain.delays) else { return true }
        longestVisit += delay
      }
      slowest = max(slowest, longestVisit)
    }
    return slowest * Double(journey.run.longestJourney) > limit
  }

  /// The longest that a law can give, in seconds; nil where there is no limit.
  private static func longest(_ law: DurationLaw?) -> Double? {
    switch law {
    case nil: 0
    case .fixed(let seconds): seconds
    case .lognormal: nil
    }
  }
}
