import JourneyEngine
import JourneyModel
import JourneyStatistics

/// What an analyst types is an input: moods, pain points and preferences bend it. This sets both side by side.
struct TypedComparison {
  let journey: Journey
  let touchpoints: [TouchpointEstimate]
  let flows: [FlowEstimate]
  let travellers: Int

  /// Differences of more than a point (a hundredth of a share, a point of quality), the largest first.
  ///
  /// A plain chain has none: nothing bends it.
  func differences() -> [TypedDifference] {
    if journey.isPlainChain && journey.personas.allSatisfy(\.prefers.isEmpty) { return [] }
    let painsAt = Dictionary(grouping: journey.painPoints.filter { $0.hits > .zero }, by: \.at)
    let switched = enteredFromOtherChannels()
    var list: [TypedDifference] = []
    for (touchpoint, estimate) in zip(journey.touchpoints, touchpoints) where estimate.visits.mean > 0 {
      let pains = painsAt[touchpoint.name] ?? []
      list += leaving(touchpoint, estimate, pains)
      list += quality(touchpoint, estimate, pains, changesChannel: switched.contains(touchpoint.name))
    }
    list += paths(painsAt)
    return list.filter {
      abs($0.typed - $0.simulated.mean) > $0.quantity.point && !$0.simulated.covers($0.typed)
    }
    .sorted { $0.pointsApart > $1.pointsApart }
  }

  private func sharedRow(at touchpoint: String?) -> PathRow? {
    guard let first = journey.personas.first else { return nil }
    let row = journey.row(at: touchpoint, for: first)
    return journey.personas.allSatisfy { journey.row(at: touchpoint, for: $0) == row } ? row : nil
  }

  private func leaving(
    _ touchpoint: Touchpoint,
    _ estimate: TouchpointEstimate,
    _ pains: [PainPoint]
  ) -> [TypedDifference] {
    guard let row = sharedRow(at: touchpoint.name), row.total > 0, let simulated = estimate.leave else {
      return []
    }
    var reasons: [String] = []
    let leavers = pains.filter { $0.leaves > .zero }
    if !leavers.isEmpty {
      reasons.append("\(names(leavers)) \(leavers.count == 1 ? "makes" : "make") people leave")
    }
    if moodsCount {
      reasons.append(
        simulated.mean > row.weight(to: .leave) / row.total
          ? "customers in a bad mood leave more" : "customers in a good mood leave less"
      )
    }
    return [
      TypedDifference(
        quantity: .leaving(touchpoint: touchpoint.name),
        typed: row.weight(to: .leave) / row.total,
        simulated: simulated,
        reason: sentence(reasons, else: "journeys that take too long end before anyone is asked")
      )
    ]
  }

  private var moodsCount: Bool {
    journey.hasQuality && (journey.satisfaction.moodToLeave != 0 || personalMoods)
  }

  private var personalMoods: Bool { journey.personas.contains { ($0.moodToLeave ?? 0) != 0 } }

  private func quality(
    _ touchpoint: Touchpoint,
    _ estimate: TouchpointEstimate,
    _ pains: [PainPoint],
    changesChannel: Bool
  ) -> [TypedDifference] {
    guard let feels = touchpoint.feels, let simulated = estimate.quality else { return [] }
    var reasons: [String] = []
    let hurting = pains.filter { $0.hurts != .constant(0) }
    if !hurting.isEmpty {
      reasons.append("\(names(hurting)) \(hurting.count == 1 ? "takes" : "take") points when hit")
    }
    if changesChannel {
      reasons.append("changes of channel cost points")
    }
    return [
      TypedDifference(
        quantity: .quality(touchpoint: touchpoint.name),
        typed: feels.typedMean,
        simulated: simulated,
        reason: sentence(reasons, else: "the tails are cut off at 0 and 100")
      )
    ]
  }

  /// Touchpoints to which somebody comes from a touchpoint of another channel, and feels it.
  ///
  /// - Complexity: O(touchpoints + flows).
  private func enteredFromOtherChannels() -> Set<String> {
    let outbound = Set(journey.channels.filter(\.isOutbound).map(\.name))
    var channels: [String: String] = [:]
    for touchpoint in journey.touchpoints { channels[touchpoint.name] = touchpoint.channel }
    var entered: Set<String> = []
    for flow in flows {
      guard case .touchpoint(let name) = flow.to, let from = flow.from, let channel = channels[name] else {
        continue
      }
      if channels[from] != channel, !outbound.contains(channel) { entered.insert(name) }
    }
    return entered
  }

  /// The paths that at least one traveller in twenty takes.
  private func paths(_ painsAt: [String: [PainPoint]]) -> [TypedDifference] {
    var visits: [String: Double] = [:]
    for touchpoint in touchpoints { visits[touchpoint.name] = touchpoint.visits.mean }
    let prefers = journey.personas.contains { !$0.prefers.isEmpty }
    return flows.compactMap { flow in
      guard flow.perTraveller >= 0.05, flow.to != .leave, let row = sharedRow(at: flow.from), row.total > 0
      else { return nil }
      let from = flow.from.map { visits[$0] ?? 0 } ?? 1
      guard from > 0 else { return nil }
      let moves = Int((flow.perTraveller * Double(travellers)).rounded())
      let chances = Int((from * Double(travellers)).rounded())
      guard let simulated = Estimate.share(successes: min(moves, chances), of: chances) else { return nil }
      var reasons: [String] = []
      let senders = (flow.from.flatMap { painsAt[$0] } ?? []).filter { !$0.sendsTo.isEmpty }
      if !senders.isEmpty {
        reasons.append("\(names(senders)) \(senders.count == 1 ? "sends" : "send") people elsewhere")
      }
      if prefers { reasons.append("personas prefer channels") }
      if moodsCount, flow.from != nil { reasons.append("moods change how many leave first") }
      return TypedDifference(
        quantity: .path(from: flow.from, to: flow.to.name),
        typed: row.weight(to: flow.to) / row.total,
        simulated: simulated,
        reason: sentence(reasons, else: "few travellers come here")
      )
    }
  }

  private func names(_ pains: [PainPoint]) -> String {
    let names = pains.map(\.name)
    return names.count > 2 ? "\(names[0]) and \(names.count - 1) others" : names.joined(separator: " and ")
  }

  private func sentence(_ reasons: [String], else fallback: String) -> String {
    reasons.isEmpty ? fallback : reasons.joined(separator: "; ")
  }
}

extension TypedDifference.Quantity {
  /// The size of one point in the quantity's unit.
  fileprivate var point: Double {
    switch self {
    case .quality: 1
    case .leaving, .path: 0.01
    }
  }
}

extension TypedDifference {
  fileprivate var pointsApart: Double { abs(typed - simulated.mean) / quantity.point }
}
