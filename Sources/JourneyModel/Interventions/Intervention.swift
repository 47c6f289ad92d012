/// A change to a journey whose meaning does not depend on how the file was written.
public enum Intervention: Sendable, Hashable {
  /// The pain point never hits.
  case remove(painPoint: String)
  /// The pain point hits less, by the share that its fix works.
  case fix(painPoint: String)
  /// The pain point hits less, by the share of hits that is prevented.
  case lessen(painPoint: String, by: Probability)
  /// The touchpoint is skipped: predecessors inherit its successors.
  case bypass(touchpoint: String)
  /// The touchpoint is taken away; the other options absorb its travellers.
  case closeTouchpoint(String)
  /// All touchpoints of the channel are taken away.
  case closeChannel(String)
  /// Whoever gets to the touchpoint leaves (the removal effect of attribution; Anderl et al. 2016).
  case sever(touchpoint: String)
  /// Every visit to the touchpoint is just what its traveller expects: no surprise, no hand-off loss, no pain point.
  case neutral(touchpoint: String)

  /// What it does, in a few words.
  public var summary: String {
    switch self {
    case .remove(let name): "remove \(name)"
    case .fix(let name): "fix \(name)"
    case .lessen(let name, let share): "fix \(Int((100 * share.value).rounded()))% of \(name)"
    case .bypass(let name): "bypass \(name)"
    case .closeTouchpoint(let name), .closeChannel(let name): "close \(name)"
    case .sever(let name): "dependence on \(name)"
    case .neutral(let name): "as expected at \(name)"
    }
  }
}

/// Why an intervention cannot be applied.
public enum InterventionProblem: Error, Sendable, Hashable {
  /// No pain point, touchpoint or channel has that name.
  case unknown(name: String)
  /// The place's row would hold no option any more; `nil` is the entry.
  case emptiedRow(touchpoint: String?)
  /// The touchpoint leads only to itself, so nothing could be spliced in.
  case onlySelfLoop(touchpoint: String)
  /// The journey's touchpoints feel like nothing, so none can be better or worse than expected.
  case feelsNothing

  /// One sentence for a person.
  public var message: String {
    switch self {
    case .unknown(let name): "there is no \"\(name)\" to change"
    case .emptiedRow(let touchpoint):
      touchpoint.map { "nothing would be left to do at \"\($0)\"" } ?? "no entry would be left"
    case .onlySelfLoop(let touchpoint): "\"\(touchpoint)\" leads only to itself, so it cannot be bypassed"
    case .feelsNothing: "touchpoints without feels are neither better nor worse than expected"
    }
  }
}

extension Journey {
  /// The journey after a change.
  ///
  /// - Throws: `InterventionProblem` where a name is unknown or a place would be left without options.
  /// - Complexity: O(touchpoints + transitions).
  public func applying(_ intervention: Intervention) throws(InterventionProblem) -> Journey {
    switch intervention {
    case .remove(let name): try scalingHits(of: name) { _ in .zero }
    case .fix(let name): try scalingHits(of: name) { $0.fix?.works.complement ?? .zero }
    case .lessen(let name, let share): try scalingHits(of: name) { _ in share.complement }
    case .bypass(let name): try bypassing(name)
    case .closeTouchpoint(let name): try closing([try known(name)])
    case .closeChannel(let name): try closing(try touchpoints(in: name))
    case .sever(let name): severing(try known(name))
    case .neutral(let name): try neutralising(try known(name))
    }
  }

  /// The journey after several changes, in order.
  public func applying(_ interventions: [Intervention]) throws(InterventionProblem) -> Journey {
    var journey = self
    for intervention in interventions { journey = try journey.applying(intervention) }
    return journey
  }

  private func known(_ touchpoint: String) throws(InterventionProblem) -> String {
    guard touchpoints.contains(where: { $0.name == touchpoint }) else { throw .unknown(name: touchpoint) }
    return touchpoint
  }

  private func touchpoints(in channel: String) throws(InterventionProblem) -> [String] {
    guard channels.contains(where: { $0.name == channel }) else { throw .unknown(name: channel) }
    return touchpoints.filter { $0.channel == channel }.map(\.name)
  }

  private func scalingHits(
    of name: String,
    by factor: (PainPoint) -> Probability
  ) throws(InterventionProblem) -> Journey {
    guard let index = painPoints.firstIndex(where: { $0.name == name }) else { throw .unknown(name: name) }
    var journey = self
    let factor = factor(painPoints[index])
    journey.painPoints[index].hits = painPoints[index].hits * factor
    journey.painPoints[index].hitsByPersona = painPoints[index].hitsByPersona.mapValues { $0 * factor }
    return journey
  }

  private func severing(_ touchpoint: String) -> Journey {
    var journey = self
    journey.severed.insert(touchpoint)
    return journey
  }
}
