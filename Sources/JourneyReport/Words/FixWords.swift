import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says which fixes are worth it.
public struct FixWords: Sendable {
  /// The what-if runs.
  public let whatIf: ComparisonResult

  /// Words for what-if runs.
  public init(_ whatIf: ComparisonResult) { self.whatIf = whatIf }

  /// What leads in one figure.
  public enum Lead: Sendable, Hashable {
    /// One pain point's effect is above all others'.
    case one(String)
    /// These pain points' effects are above zero and cannot be told apart.
    case tie([String])
    /// No effect is certain.
    case none
  }

  /// The effects of single pain points, as costed where a fix is given, if perfect otherwise.
  public var singles: [VariantResult] {
    let fixes = whatIf.variants.filter { $0.operation == "fix" && $0.painPoints.count == 1 }
    return fixes.isEmpty
      ? whatIf.variants.filter { $0.operation == "remove" && $0.painPoints.count == 1 } : fixes
  }

  /// The effect of all at once, in the same world as `singles`.
  public var together: VariantResult? {
    let operation = singles.first?.operation ?? "remove"
    return whatIf.variants.first { $0.operation == operation && $0.painPoints.count != 1 }
  }

  /// What leads in a figure: the greatest good effect, unless another one's interval reaches its own.
  public func lead(in metric: MetricID) -> Lead {
    let sign: Double = metric.higherIsBetter == false ? -1 : 1
    let good = singles.compactMap { variant -> (name: String, low: Double, mean: Double, high: Double)? in
      guard let name = variant.painPoints.first, let figure = variant.metric(metric) else { return nil }
      guard figure.verdict == .better else { return nil }
      let ends = [sign * figure.difference.low, sign * figure.difference.high]
      return (name, ends.min() ?? 0, sign * figure.difference.mean, ends.max() ?? 0)
    }
    guard let best = good.max(by: { $0.mean < $1.mean }) else { return .none }
    let near = good.filter { $0.high >= best.low }.sorted { $0.mean > $1.mean }.map(\.name)
    return near.count > 1 ? .tie(near) : .one(best.name)
  }

  /// The finding, over the figures shown.
  public func heading(_ metrics: [MetricID]) -> String {
    let names = MetricWords(whatIf.journey)
    let leads = metrics.map { (metric: $0, lead: lead(in: $0)) }
    guard let first = leads.first(where: { $0.lead != .none }) else {
      return "No single fix makes a real change"
    }
    func aim(_ metric: MetricID) -> String {
      switch metric {
      case .goal: "reaching \(names.goalName)"
      case .satisfaction: "satisfaction"
      case .kept, .keptAfter, .retention, .retentionAfter: "keeping customers"
      default: names.label(metric).lowercasedFirst
      }
    }
    switch first.lead {
    case .none: return "No single fix makes a real change"
    case .tie(let tied):
      let few = tied.prefix(3).map(Language.quoted)
      let more = tied.count > 3 ? " and \(Language.count(tied.count - 3, "other"))" : ""
      let all = more.isEmpty ? Language.list(Array(few)) : few.joined(separator: ", ") + more
      return "\(all) matter most for \(aim(first.metric)), too close to tell apart"
    case .one(let name):
      let others = leads.compactMap { other -> String? in
        guard case .one(let second) = other.lead, second != name else { return nil }
        return "\(Language.quoted(second)) for \(aim(other.metric))"
      }
      let start = "\(Language.quoted(name)) matters most for \(aim(first.metric))"
      if let other = others.first { return "\(start), \(other)" }
      let same = leads.filter { $0.lead == first.lead }
      return same.count == metrics.count && metrics.count > 1
        ? "\(Language.quoted(name)) matters most, whichever figure you look at" : start
    }
  }

  /// What to do about a pain point, as a request ("Let guests pay").
  public func request(_ painPoint: String) -> String {
    let fix = whatIf.journey.painPoints.first { $0.name == painPoint }?.fix?.name
    return Language.sentence(fix ?? "mend \(Language.quoted(painPoint))")
  }
}
