import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// Conclusions, whether they survive, and what would change them, in words.
public struct ConclusionWords: Sendable {
  private let words: MetricWords
  private let inputs: InputWords
  private let metric: MetricID

  /// Words for a journey whose changes are ranked by a figure.
  public init(_ journey: Journey, metric: MetricID) {
    words = MetricWords(journey)
    inputs = InputWords(journey)
    self.metric = metric
  }

  /// What is concluded ("“late parcel” ranks first").
  public func statement(_ kind: Conclusion.Kind) -> String {
    switch kind {
    case .first(let name): return "\(Language.quoted(name)) ranks first"
    case .moves(let name, let isBetter):
      return
        "\(Language.quoted(name)) is \(isBetter ? "better" : "worse") than today on \(words.quoted(metric))"
    case .pays(let name, let isPaying):
      return "\(Language.quoted(name)) \(isPaying ? "earns" : "does not earn") its cost in a year of working"
    case .target(let target, let isMet):
      let wish = target.comparison == .atLeast ? "at least" : "at most"
      let limit = Figure.plain(target.value, in: target.metric.unit, currency: words.journey.run.currency)
      return "\(words.quoted(target.metric)) \(isMet ? "meets" : "misses") \(wish) \(limit)"
    }
  }

  /// Why a conclusion does not survive; nil where it does.
  public func failure(_ conclusion: Conclusion) -> String? {
    guard !conclusion.isRobust else { return nil }
    var reasons: [String] = []
    let isFirst = if case .first = conclusion.kind { true } else { false }
    if conclusion.inputShare < 0.95 {
      let rounded = Figure.percent(conclusion.inputShare)
      let share = rounded == "95%" ? "just under 95%" : rounded
      reasons.append(isFirst ? "first in \(share) of the draws" : "holds in \(share) of the draws")
    }
    if let first = conclusion.failingRules.first {
      let others = conclusion.failingRules.count - 1
      let more = others > 0 ? " and \(Language.count(others, "other rule"))" : ""
      reasons.append("not under “\(first)”" + more)
    }
    return reasons.isEmpty ? nil : Language.list(reasons)
  }

  /// "17 of 26 conclusions survive".
  public static func count(_ conclusions: [Conclusion]) -> String {
    let robust = conclusions.count { $0.isRobust }
    return
      "\(robust) of \(conclusions.count) \(conclusions.count == 1 ? "conclusion survives" : "conclusions survive")"
  }

  /// The value at which a conclusion changes ("late parcels is under 6%; you said 12%").
  public func unless(_ found: SwitchingValue) -> String {
    let isBelow = found.value < found.input.value
    var text = "\(found.input.path) is \(isBelow ? "under" : "over") "
    text += "\(inputs.value(found.value, of: found.input)); "
    text += found.input.isWritten ? "you said " : "the default is "
    text += inputs.typed(found.input)
    if let instead = found.instead { text += " (then \(Language.quoted(instead)) does)" }
    return text
  }

  /// A conclusion with the value at which it changes ("… unless … is under 6%; you said 12%").
  public func condition(_ found: SwitchingValue) -> String {
    "\(statement(found.conclusion)) unless \(unless(found))"
  }
}
