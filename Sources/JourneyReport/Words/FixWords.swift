import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says which fixes are worth it.
public struct FixWords: Sendable {
  /// The what-if runs.
  public let whatIf: ComparisonResult

  /// Words for what-if runs.
  public init(_ whatIf: ComparisonResult) { self.whatIf = whatIf }

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

  /// What leads in a figure.
  public func lead(in metric: MetricID) -> Lead {
    Lead(of: singles, in: metric) { $0.painPoints.first ?? $0.name }
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
    let deed = singles.first?.operation == "remove" ? "Removing" : "Fixing"
    switch first.lead {
    case .none: return "No single fix makes a real change"
    case .tie(let tied):
      let few = tied.prefix(3).map(Language.quoted)
      let more = tied.count > 3 ? " and \(Language.count(tied.count - 3, "other"))" : ""
      let all = more.isEmpty ? Language.list(Array(few)) : few.joined(separator: ", ") + more
      return "\(deed) \(all) brings most for \(aim(first.metric)), too close to tell apart"
    case .one(let name):
      let others = leads.compactMap { other -> String? in
        guard case .one(let second) = other.lead, second != name else { return nil }
        return "\(Language.quoted(second)) for \(aim(other.metric))"
      }
      let start = "\(deed) \(Language.quoted(name)) brings most for \(aim(first.metric))"
      if let other = others.first { return "\(start), \(other)" }
      let same = leads.filter { $0.lead == first.lead }
      return same.count == metrics.count && metrics.count > 1
        ? "\(deed) \(Language.quoted(name)) brings most, whichever figure you look at" : start
    }
  }

  /// What to do about a pain point, as a request ("Let guests pay").
  public func request(_ painPoint: String) -> String {
    let fix = whatIf.journey.painPoints.first { $0.name == painPoint }?.fix?.name
    return Language.sentence(fix ?? "mend \(Language.quoted(painPoint))")
  }
}
