import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says how targets stand: one rule for every command and the report.
public enum TargetWords {
  /// The most figures that a sentence names.
  private static let named = 3

  /// How targets stand, as a sentence; nil where there are none.
  ///
  /// What is missed comes first, then what the intervals do not decide; a target is met only where nothing else is said.
  public static func sentence(
    _ targets: [(metric: MetricID, verdict: TargetVerdict.Verdict)],
    _ words: MetricWords
  ) -> String? {
    guard !targets.isEmpty else { return nil }
    let total = Language.count(targets.count, "target")
    func part(_ verdict: TargetVerdict.Verdict, _ says: String, isFirst: Bool) -> String? {
      let metrics = targets.filter { $0.verdict == verdict }.map(\.metric)
      guard !metrics.isEmpty else { return nil }
      let count = Language.count(metrics.count)
      let verb = metrics.count == 1 ? "is" : "are"
      let start =
        !isFirst
        ? "\(count) \(verb) \(says)"
        : metrics.count == targets.count
          ? "\(Language.sentence(Language.all(targets.count, "target"))) \(verb) \(says)"
          : "\(Language.sentence(count)) of \(total) \(verb) \(says)"
      return "\(start): \(names(metrics, words))"
    }
    let missed = part(.missed, "missed", isFirst: true)
    let undecided = part(.undecided, "too close to call", isFirst: missed == nil)
    let parts = [missed, undecided].compactMap { $0 }
    guard parts.isEmpty else { return parts.joined(separator: "; ") + "." }
    let verb = targets.count == 1 ? "is" : "are"
    return "\(Language.sentence(Language.all(targets.count, "target"))) \(verb) met."
  }

  /// How the targets of a run stand.
  public static func sentence(_ targets: [TargetVerdict], _ words: MetricWords) -> String? {
    sentence(targets.map { ($0.target.metric, $0.verdict) }, words)
  }

  private static func names(_ metrics: [MetricID], _ words: MetricWords) -> String {
    let few = metrics.prefix(named).map { words.targetName($0) }
    let rest = metrics.count - few.count
    return Language.list(few + (rest > 0 ? ["\(Language.count(rest)) more"] : []))
  }
}

extension MetricWords {
  /// The figure's name in a list within a sentence.
  func targetName(_ metric: MetricID) -> String {
    switch metric {
    case .satisfaction: "satisfaction"
    case .csat: "satisfaction (CSAT)"
    case .csatTop2: "satisfied answers"
    case .ces: "ease"
    default: label(metric).lowercasedFirst
    }
  }
}
