import JourneyModel
import JourneyStatistics
import RealModule

extension Target {
  /// How the target stands: the whole interval must be on one side, else it is undecided.
  func verdict(_ estimate: Estimate) -> TargetVerdict.Verdict {
    switch comparison {
    case .atLeast: estimate.low >= value ? .met : estimate.high < value ? .missed : .undecided
    case .atMost: estimate.high <= value ? .met : estimate.low > value ? .missed : .undecided
    }
  }
}

extension ComparisonResult {
  /// The journey's targets beside the baseline's figures.
  public var targets: [TargetVerdict] { SimulationResult.verdicts(journey, baseline) }
}

extension SimulationResult {
  /// Every target whose figure this run gives.
  static func verdicts(_ journey: Journey, _ metrics: [MetricEstimate]) -> [TargetVerdict] {
    journey.targets.compactMap { target in
      guard let estimate = metrics.first(where: { $0.id == target.metric })?.estimate else { return nil }
      return TargetVerdict(target: target, estimate: estimate, verdict: target.verdict(estimate))
    }
  }

  /// Every measured fact beside what the run gives for it.
  static func comparisons(
    _ journey: Journey,
    _ metrics: [MetricEstimate],
    _ touchpoints: [TouchpointEstimate]
  ) -> [ObservationComparison] {
    journey.observed.map { observation in
      func place(_ name: String) -> TouchpointEstimate? { touchpoints.first { $0.name == name } }
      let simulated: Estimate? =
        switch observation.quantity {
        case .metric(let id): metrics.first { $0.id == id }?.estimate
        case .leaveAt(let name): place(name)?.leave
        case .satisfactionAt(let name): place(name)?.satisfaction
        case .visitsOf(let name): place(name)?.visits
        case .churnPerYear: churnPerYear(journey, metrics)
        }
      return ObservationComparison(observation: observation, simulated: simulated)
    }
  }

  /// Share of customers lost within a year, from the retention curve where it reaches that far.
  ///
  /// Between two periods the curve is taken as geometric; beyond its end the last period's rate is carried on.
  private static func churnPerYear(_ journey: Journey, _ metrics: [MetricEstimate]) -> Estimate? {
    guard let retention = journey.retention else { return nil }
    let periodsPerYear = 365 * 86_400 / retention.everySeconds
    func curve(_ period: Int) -> Estimate? {
      metrics.first { $0.id == .retentionAfter(period) }?.estimate
        ?? (period == 1 ? metrics.first { $0.id == .retention }?.estimate : nil)
    }
    var last = 1
    while Double(last) < periodsPerYear, curve(last + 1) != nil { last += 1 }
    guard let end = curve(last), end.mean > 0 else { return nil }
    let before = last > 1 ? curve(last - 1)?.mean ?? 1 : 1
    let rate = before > 0 ? end.mean / before : 0
    let extra = Double.pow(rate, periodsPerYear - Double(last))
    let kept = end.scaled(by: extra)
    var churn = kept.scaled(by: -1)
    churn.mean += 1
    churn.low += 1
    churn.high += 1
    return churn
  }
}
