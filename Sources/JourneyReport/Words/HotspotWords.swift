import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says where dissatisfaction collects.
public enum HotspotWords {
  /// The touchpoints that hold dissatisfaction, greatest share first, equal shares by name.
  public static func ranked(_ touchpoints: [TouchpointEstimate]) -> [TouchpointEstimate] {
    touchpoints.filter { ($0.dissatisfaction?.mean ?? 0) > 0 }.sorted { left, right in
      let (a, b) = (left.dissatisfaction?.mean ?? 0, right.dissatisfaction?.mean ?? 0)
      return a == b ? left.name.precedesCanonically(right.name) : a > b
    }
  }

  /// How many touchpoints hold about half, and how much they hold.
  public static func half(_ touchpoints: [TouchpointEstimate]) -> (count: Int, share: Double)? {
    var sum = 0.0
    for (index, touchpoint) in ranked(touchpoints).enumerated() {
      sum += touchpoint.dissatisfaction?.mean ?? 0
      if sum >= 0.48 { return (index + 1, sum) }
    }
    return nil
  }

  /// The finding: few places that hold about half where there are few, an even spread where there is one.
  ///
  /// - Parameter whole: what the shares are of.
  public static func heading(
    _ touchpoints: [TouchpointEstimate],
    of whole: String = "all dissatisfaction"
  ) -> String {
    let all = ranked(touchpoints)
    guard let half = half(touchpoints), let worst = all.first else {
      return "No visit falls short of what travellers expect"
    }
    if half.count == 1, all.count > 1, settledRanks(touchpoints) == 0 {
      let ranks = ranks(touchpoints)
      let first = all.filter { ranks[$0.name] == 1 }
      let sum = first.reduce(0) { $0 + ($1.dissatisfaction?.mean ?? 0) }
      let places =
        first.count <= 3 ? Language.list(first.map { Language.quoted($0.name) }) : "The first \(first.count)"
      return "\(places) hold \(amount(sum)) of \(whole), too close to rank"
    }
    if half.count == 1 {
      return "\(Language.quoted(worst.name)) alone holds \(amount(half.share)) of \(whole)"
    }
    // Of a handful half is no few, and yet worth saying.
    let isSmall = touchpoints.count <= 6
    if half.count * 2 > touchpoints.count, !isSmall || half.count == touchpoints.count {
      return "Dissatisfaction is spread out: no few touchpoints hold most of it"
    }
    let places =
      isSmall
      ? "\(Language.count(half.count)) of \(Language.count(touchpoints.count, "touchpoint"))"
      : Language.count(half.count, "touchpoint")
    return "\(Language.sentence(places)) hold \(amount(half.share)) of \(whole)"
  }

  /// A share around one half in words.
  static func amount(_ share: Double) -> String {
    switch share {
    case ..<0.525: "about half"
    case ..<0.6: "over half"
    default: Figure.percent(share)
    }
  }

  /// How many ranks from the top the intervals keep apart: neighbours whose intervals overlap are not settled.
  public static func settledRanks(_ touchpoints: [TouchpointEstimate]) -> Int {
    let shares = ranked(touchpoints).compactMap(\.dissatisfaction)
    var settled = 0
    for (upper, lower) in zip(shares, shares.dropFirst()) {
      guard upper.low > lower.high else { break }
      settled += 1
    }
    return settled
  }

  /// Ranks by name; neighbours whose intervals overlap share the first of their ranks.
  public static func ranks(_ touchpoints: [TouchpointEstimate]) -> [String: Int] {
    let all = ranked(touchpoints)
    var ranks: [String: Int] = [:]
    var current = 1
    for (index, touchpoint) in all.enumerated() {
      if index > 0, let above = all[index - 1].dissatisfaction, let here = touchpoint.dissatisfaction,
        above.low > here.high
      {
        current = index + 1
      }
      ranks[touchpoint.name] = current
    }
    return ranks
  }

  /// Ranks to be drawn: of the first five, those whose ties all fit into them.
  public static func shownRanks(_ touchpoints: [TouchpointEstimate]) -> [String: Int] {
    let ranks = ranks(touchpoints)
    var tied: [Int: Int] = [:]
    for rank in ranks.values { tied[rank, default: 0] += 1 }
    return ranks.filter { $0.value + (tied[$0.value] ?? 1) - 1 <= 5 }
  }

  /// Which of the first five ranks are settled, as a sentence; nil where nothing is ranked.
  public static func rankNote(_ touchpoints: [TouchpointEstimate]) -> String? {
    let shown = min(5, ranked(touchpoints).count)
    guard shown > 1 else { return nil }
    let settled = min(shown, settledRanks(touchpoints))
    if settled == shown || (settled == shown - 1 && ranked(touchpoints).count == shown) {
      return "The intervals keep ranks 1 to \(shown) apart."
    }
    if settled == 0 { return "The intervals do not keep the first ranks apart: read them as ties." }
    let sure =
      switch settled {
      case 1: "The first rank is settled"
      case 2: "Ranks 1 and 2 are settled"
      default: "Ranks 1 to \(settled) are settled"
      }
    return "\(sure); the intervals do not keep the next ones apart."
  }
}
