import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Turns figures per traveller into those of a year's arrivals.
enum YearEstimation {
  /// What a year's arrivals do today; nothing without arrivals.
  static func today(_ journey: Journey, _ metrics: [MetricEstimate], _ load: LoadTally?, travellers: Int)
    -> [YearFigure]
  {
    guard let arrivals = journey.arrivalsPerYear, let load else { return [] }
    func metric(_ id: MetricID) -> Estimate? { metrics.first { $0.id == id }?.estimate }
    return [YearFigure(quantity: .travellers, estimate: .exact(arrivals))]
      + figures([journey], metric, load, times: arrivals) { .mean($0.among(travellers)) }
  }

  /// How a variant moves those figures, traveller by traveller; nothing where it changes the arrivals.
  static func changes(
    from baseline: Journey,
    to variant: Journey,
    _ metrics: [MetricDifference],
    _ load: LoadTally?,
    travellers: Int
  ) -> [YearFigure] {
    guard let arrivals = baseline.arrivalsPerYear, arrivals == variant.arrivalsPerYear, let load
    else { return [] }
    func metric(_ id: MetricID) -> Estimate? { metrics.first { $0.id == id }?.difference }
    return figures([variant, baseline], metric, load, times: arrivals) {
      .pairedDifference($0.among(travellers))
    }
  }

  /// The figures that apply to any of the worlds, by the channels of the first.
  private static func figures(
    _ worlds: [Journey],
    _ metric: (MetricID) -> Estimate?,
    _ load: LoadTally,
    times factor: Double,
    _ estimate: (MomentSums) -> Estimate?
  ) -> [YearFigure] {
    var figures: [YearFigure] = []
    func add(_ quantity: YearFigure.Quantity, _ estimate: Estimate?, by share: Double = 1) {
      guard let estimate else { return }
      figures.append(YearFigure(quantity: quantity, estimate: estimate.scaled(by: factor * share)))
    }
    add(.goal, metric(.goal))
    add(.kept, metric(.kept))
    if worlds.contains(where: \.hasIncome) {
      // Where each goal brings the same and nothing else does, income is that many times the goal: one number, not two.
      let perGoal = Set(worlds.map(\.incomePerGoal))
      if perGoal.count == 1, let income = perGoal.first ?? nil {
        add(.income, metric(.goal), by: income)
      } else {
        add(.income, estimate(load.income))
      }
    }
    add(.cost, metric(.cost))
    add(.lifetimeValue, metric(.clv))
    for (number, channel) in (worlds.first?.channels ?? []).enumerated()
    where load.contacts.indices.contains(number) {
      let places = worlds.flatMap(\.touchpoints).filter { $0.channel == channel.name }
      guard !places.isEmpty else { continue }
      let contacts = estimate(load.contacts[number])
      guard !channel.isOutbound else {
        add(.messages(channel: channel.name), contacts)
        continue
      }
      add(.contacts(channel: channel.name), contacts)
      if places.contains(where: \.isServed) {
        add(.hours(channel: channel.name), estimate(load.minutes[number]), by: 1 / 60.0)
      }
    }
    return figures
  }
}

extension Journey {
  /// Whether any end of a journey brings money in, or takes it.
  fileprivate var hasIncome: Bool { retention?.value != nil || outcomes.contains { $0.value != nil } }

  /// What every goal brings where nothing else brings anything; nil where ends differ.
  fileprivate var incomePerGoal: Double? {
    let margin = retention?.value?.marginPerPurchase ?? 0
    let goals = Set(outcomes.filter { $0.kind == .goal }.map { $0.value ?? margin })
    let others = outcomes.filter { $0.kind != .goal }.allSatisfy { ($0.value ?? 0) == 0 }
    return others && goals.count == 1 ? goals.first : nil
  }
}
