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

  /// What a variant worsens, named where it is one figure or two; nil where it worsens nothing.
  static func worsened(_ variant: VariantResult, among metrics: [MetricID], _ words: MetricWords) -> String? {
    let worse = variant.metrics.filter {
      metrics.contains($0.id) && $0.id.higherIsBetter != nil && $0.verdict == .worse
    }
    guard !worse.isEmpty else { return nil }
    var names: [String] = []
    for figure in worse where !names.contains(words.short(figure.id)) { names.append(words.short(figure.id)) }
    return names.count > 2 ? Language.count(worse.count, "other figure") : Language.list(names)
  }

  /// The finding: the variant that brings most in the figure that ranks, ties said as ties, and its price.
  public static func heading(_ comparison: ComparisonResult, among metrics: [MetricID]) -> String {
    let metric = MetricID.ranking(comparison)
    let words = MetricWords(comparison.journey)
    let counts = comparison.variants.map { count($0, among: metrics) }
    switch Lead(of: comparison.variants, in: metric) {
    case .one(let name):
      guard let index = comparison.variants.firstIndex(where: { $0.name == name }),
        let effect = comparison.variants[index].metric(metric)
      else { return "What the variants change" }
      let gain = words.change(effect.difference, of: metric)
      let verb = comparison.variants.count == 1 ? "does good" : "brings most"
      let price =
        worsened(comparison.variants[index], among: metrics, words).map { "; it worsens \($0)" } ?? ""
      return "\(Language.quoted(name)) \(verb): \(gain)\(price)"
    case .tie(let names):
      let few = names.prefix(3).map(Language.quoted)
      let rest = names.count - few.count
      let all = rest > 0 ? few + ["\(Language.count(rest)) more"] : Array(few)
      return "\(Language.list(all)) bring most, too close to tell apart"
    case .none:
      let improves = counts.contains { $0.better > 0 }
      let worsens = counts.contains { $0.worse > 0 }
      if improves {
        return "No variant improves \(words.quoted(metric)) for certain, but some change other figures"
      }
      return worsens
        ? "No variant improves anything for certain, and some make things worse"
        : "No variant makes a real change"
    }
  }
}
