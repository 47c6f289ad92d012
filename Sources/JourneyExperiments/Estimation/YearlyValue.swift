import JourneyModel
import JourneyStatistics

/// What a change is worth: a year's arrivals times the lifetime value it adds to each traveller.
public struct YearlyValue: Sendable, Hashable {
  /// What the figures advise. The limits are judgement, and printed beside the advice.
  public enum Advice: String, Sendable, Hashable, CaseIterable {
    /// Pays back within `quickYears` even at the low end of its interval.
    case go = "do"
    /// Might pay, might not: try it on a part of the customers first.
    case testFirst = "test first"
    /// Does not pay back within `slowYears` even at the high end of its interval.
    case dont = "don't"
  }

  /// Years within which a change must pay back, at the low end of its interval, to be advised.
  public static let quickYears = 2.0
  /// Years beyond which, at the high end of its interval, a change is advised against.
  public static let slowYears = 5.0

  /// Value per year of arrivals, in the run's currency, simulation noise alone in the interval.
  public var gain: Estimate
  /// One-off cost, in the run's currency.
  public var cost: Double
  /// Time until the change works, in years.
  public var leadYears: Double
  /// Whether the gain may be called real, with all changes that stand beside it in mind.
  public var isReal: Bool

  /// Creates it from its parts; the gain is real where its interval excludes zero, unless something else is said.
  public init(gain: Estimate, cost: Double, leadYears: Double, isReal: Bool? = nil) {
    self.gain = gain
    self.cost = cost
    self.leadYears = leadYears
    self.isReal = isReal ?? gain.excludesZero
  }

  /// Years until the cost is earned back, lead time included; nil where there is no gain.
  public var paybackYears: Double? { payback(gain.mean) }

  /// What waiting for a quarter of a year costs.
  public var costOfWaitingAQuarter: Estimate { gain.scaled(by: 0.25) }

  /// What the figures advise.
  public var advice: Advice {
    if isReal, let latest = payback(gain.low), latest <= Self.quickYears { return .go }
    guard let earliest = payback(gain.high), earliest <= Self.slowYears else { return .dont }
    return .testFirst
  }

  private func payback(_ gain: Double) -> Double? {
    gain > 0 ? leadYears + cost / gain : nil
  }
}

extension VariantResult {
  /// What the change is worth a year; nil without arrivals, a value of retention, or a known cost.
  public func yearlyValue(_ journey: Journey) -> YearlyValue? {
    guard let arrivals = journey.run.arrivalsPerSecond, let cost, let value = metric(.clv) else { return nil }
    let year = YearEstimation.year
    let leads = painPoints.compactMap { name in
      journey.painPoints.first { $0.name == name }?.fix?.leadTimeSeconds
    }
    return YearlyValue(
      gain: value.difference.scaled(by: arrivals * year),
      cost: cost,
      leadYears: (leads.max() ?? 0) / year,
      isReal: value.isReal
    )
  }
}
