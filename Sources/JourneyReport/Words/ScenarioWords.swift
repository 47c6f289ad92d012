import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what variants change.
public enum ScenarioWords {
  /// How many figures a variant betters, worsens and leaves.
  public struct Count: Sendable, Hashable {
    /// Better than today.
    public var better: Int
    /// Worse than today.
    public var worse: Int
    /// No real change.
    public var same: Int
    /// Figures that have a better and a worse side.
    public var total: Int { better + worse + same }
  }

  /// Counts the figures that have a better and a worse side.
  public static func count(_ variant: VariantResult, among metrics: [MetricID]) -> Count {
    var count = Count(better: 0, worse: 0, same: 0)
    for metric in variant.metrics where metrics.contains(metric.id) && metric.id.higherIsBetter != nil {
      switch metric.verdict {
      case .better: count.better += 1
      case .worse: count.worse += 1
      case .different, .noRealChange: count.same += 1
      }
    }
    return count
  }

  /// The finding: the variant that betters most, ties said as ties.
  public static func heading(_ variants: [VariantResult], among metrics: [MetricID]) -> String {
    let counts = variants.map { count($0, among: metrics) }
    let best = counts.map(\.better).max() ?? 0
    guard let total = counts.map(\.total).max(), total > 0 else { return "What the variants change" }
    if best == 0 {
      return counts.contains { $0.worse > 0 }
        ? "No variant improves anything for certain, and some make things worse"
        : "No variant makes a real change"
    }
    let leaders = zip(variants, counts).filter { $0.1.better == best }
    let names = Language.list(leaders.map { Language.quoted($0.0.name) })
    let amount = "\(Language.count(best)) of \(Language.count(total, "figure"))"
    guard leaders.count == 1, let leader = leaders.first else { return "\(names) each improve \(amount)" }
    let price = leader.1.worse
    if price == 0 { return "\(names) improves \(amount) and worsens none" }
    return "\(names) improves \(amount), at the price of \(Language.count(price, "other"))"
  }
}
