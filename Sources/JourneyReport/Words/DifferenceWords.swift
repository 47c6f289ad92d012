import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what a variant changes on the map.
public enum DifferenceWords {
  /// Touchpoints whose change the interval keeps apart from zero, greatest first; equal ones by name.
  static func moved(_ change: MapChange) -> [MapChange.Place] {
    change.places.filter { $0.reach.excludesZero }.sorted { left, right in
      let (a, b) = (abs(left.reach.mean), abs(right.reach.mean))
      return a == b ? left.name.precedesCanonically(right.name) : a > b
    }
  }

  /// The finding: where most travellers more come, and where most fewer.
  public static func title(_ change: MapChange) -> String {
    let name = Language.quoted(change.name)
    let moved = moved(change)
    let ends = change.ends.filter { $0.share.excludesZero && $0.name != Outcome.leaveName }
    let end = ends.max { abs($0.share.mean) < abs($1.share.mean) }
    // Where more end otherwise than come to another place, the end is the finding.
    if let end, abs(end.share.mean) > abs(moved.first?.reach.mean ?? 0) {
      return "\(name): \(amount(end.share)) journeys end in \(Language.quoted(end.name))"
    }
    let more = moved.first { $0.reach.mean > 0 }
    let fewer = moved.first { $0.reach.mean < 0 }
    switch (more, fewer) {
    case (let up?, let down?):
      let (first, second) = abs(up.reach.mean) >= abs(down.reach.mean) ? (up, down) : (down, up)
      return "\(name): \(places(first)), \(places(second, isFollowing: true))"
    case (let up?, nil): return "\(name): \(places(up))"
    case (nil, let down?): return "\(name): \(places(down))"
    case (nil, nil):
      return "\(name) changes no way for certain"
    }
  }

  private static func places(_ place: MapChange.Place, isFollowing: Bool = false) -> String {
    isFollowing
      ? "\(amount(place.reach, unit: "")) to \(place.name)"
      : "\(amount(place.reach)) travellers come to \(place.name)"
  }

  /// "8.1 points more", "6.9 fewer".
  private static func amount(_ change: Estimate, unit: String? = nil) -> String {
    let figure = Figure(difference: change, in: .share).value.drop { "+−".contains($0) }
    let noun = unit ?? (figure == "1" ? "point" : "points")
    return [String(figure), noun, change.mean > 0 ? "more" : "fewer"].filter { !$0.isEmpty }.joined(
      separator: " "
    )
  }

  /// How ends and satisfaction change, with intervals.
  public static func answer(_ change: MapChange, metrics: VariantResult?, words: MetricWords) -> String {
    var parts: [String] = []
    let goals = change.journey.outcomes.filter { $0.kind == .goal }.map(\.name)
    for end in change.ends where goals.contains(end.name) && parts.count < 2 {
      // An outcome that no first journey reaches in either world has nothing to say.
      if end.share.mean == 0, end.share.halfWidth == 0 { continue }
      parts.append("ends in \(Language.quoted(end.name)) \(figure(end.share, in: .share))")
    }
    for id in [MetricID.satisfaction, .kept, .cost] {
      guard let metric = metrics?.metric(id) else { continue }
      let text =
        metric.difference.excludesZero
        ? Figure(difference: metric.difference, in: id.unit, currency: words.journey.run.currency).long
        : "no real change"
      parts.append("\(words.label(id).lowercasedFirst) \(text)")
    }
    return parts.isEmpty
      ? "Variant minus today." : "Variant minus today: " + parts.joined(separator: "; ") + "."
  }

  private static func figure(_ estimate: Estimate, in unit: MetricUnit) -> String {
    estimate.excludesZero ? Figure(difference: estimate, in: unit).long : "no real change"
  }
}
