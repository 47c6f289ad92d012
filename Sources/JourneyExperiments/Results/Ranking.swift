import JourneyModel
import JourneyStatistics

/// Things ranked by what they bring to one figure, with the ties that a run leaves.
public struct Ranking<Element: Sendable>: Sendable {
  /// The figure by which they are ranked.
  public var metric: MetricID
  /// The greatest first.
  public var elements: [Element]
  /// Groups of names whose order the run does not settle.
  public var ties: [[String]]

  /// Ranks those whose effect on the figure is known.
  init(
    _ elements: [Element],
    by metric: MetricID,
    _ certainty: Certainty,
    name: (Element) -> String,
    effect: (Element) -> Estimate?
  ) {
    self.metric = metric
    let known = elements.compactMap { element in
      effect(element).map { (element: element, name: name(element), estimate: $0) }
    }
    .sorted { ($1.estimate.mean, $0.name) < ($0.estimate.mean, $1.name) }
    self.elements = known.map(\.element)
    ties = TieRule.groups(known.map { ($0.name, $0.estimate) }, certainty)
  }
}

extension SimulationResult {
  /// The pain points that can be ranked by what removing them would bring, told from this run alone.
  public var painRanking: Ranking<PainEstimate>? {
    guard let metric = sensitivityMetric(pains.map(\.effects)) else { return nil }
    return Ranking(pains, by: metric, Certainty(stamp), name: \.pain.name) { $0.effect(on: metric) }
  }

  /// The touchpoints that can be ranked by what one more point of quality there would bring: moments of truth.
  public var momentRanking: Ranking<TouchpointEstimate>? {
    guard let metric = sensitivityMetric(touchpoints.map(\.moments)) else { return nil }
    return Ranking(touchpoints, by: metric, Certainty(stamp), name: \.name) { $0.moment(of: metric) }
  }

  /// Kept where it is told (and not the same for everybody), else satisfaction, else the goal.
  private func sensitivityMetric(_ effects: [[MetricEstimate]]) -> MetricID? {
    let wanted: [MetricID] =
      journey.retention?.base == .everyone ? [.satisfaction, .goal] : [.satisfaction, .kept, .goal]
    return wanted.first { id in effects.contains { $0.contains { $0.id == id } } }
  }
}

extension PainEstimate {
  /// What removing it would change in a figure, or nil where that is not told.
  public func effect(on id: MetricID) -> Estimate? { effects.first { $0.id == id }?.estimate }

  /// The same for every time it hits.
  public func impact(on id: MetricID) -> Estimate? {
    guard hits.mean > 0 else { return nil }
    return effect(on: id)?.scaled(by: 1 / hits.mean)
  }
}

extension TouchpointEstimate {
  /// What one more point of quality here would change in a figure, or nil where that is not told.
  public func moment(of id: MetricID) -> Estimate? { moments.first { $0.id == id }?.estimate }

  /// The same for every visit: where a single contact matters most.
  public func leverage(on id: MetricID) -> Estimate? {
    guard visits.mean > 0 else { return nil }
    return moment(of: id)?.scaled(by: 1 / visits.mean)
  }
}
