import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// The one sentence that a report comes to, and the figures behind it.
public struct VerdictWords: Sendable {
  let simulation: SimulationResult
  let whatIf: ComparisonResult?
  let words: MetricWords

  /// Words for a run and, where there are any, its what-if runs.
  public init(simulation: SimulationResult, whatIf: ComparisonResult?) {
    self.simulation = simulation
    self.whatIf = whatIf
    words = MetricWords(simulation.journey)
  }

  /// The verdict.
  public var verdict: Verdict { Verdict(headline: headline, explanation: explanation) }

  /// The figure that says how the journey stands.
  private var main: MetricID? { MetricID.main(among: simulation.metrics, of: simulation.journey) }

  /// The sentence: what to do first where the figures tell, how the targets stand otherwise, else the main figure.
  var headline: String {
    if let whatIf, !whatIf.variants.isEmpty {
      let fixes = FixWords(whatIf)
      let primary = MetricID.ranking(whatIf)
      switch fixes.lead(in: primary) {
      case .one(let name):
        let share = shareOfAll(fixes, name, primary).map { " " + $0 } ?? ""
        return "Do this first: \(fixes.request(name).lowercasedFirst).\(share)"
      case .tie(let names) where names.count == 2:
        let requests = names.map { Language.quoted(fixes.request($0).lowercasedFirst) }
        return "Do one of these first: \(requests[0]) or \(requests[1]). They bring about the same."
      case .tie(let names):
        return
          "\(Language.sentence(Language.count(names.count))) fixes bring about the same; none leads for certain."
      case .none: return "No single fix makes a real change. " + standing
      }
    }
    return standing
  }

  /// What share of the effect of all fixes the first one alone has; said only where the intervals allow it.
  private func shareOfAll(_ fixes: FixWords, _ name: String, _ metric: MetricID) -> String? {
    guard let all = fixes.together?.metric(metric), all.verdict == .better else { return nil }
    guard let one = fixes.singles.first(where: { $0.painPoints == [name] })?.metric(metric) else {
      return nil
    }
    let ends = [abs(one.difference.low), abs(one.difference.high)]
    let total = [abs(all.difference.low), abs(all.difference.high)]
    guard let least = ends.min(), let most = total.max(), most > 0 else { return nil }
    let number = fixes.singles.count
    let count = number == 2 ? "both fixes" : "all \(Language.count(number)) fixes"
    if least / most >= 0.5 { return "It brings over half of what \(count) bring together." }
    if least / most >= 1 / 3.0 { return "It brings over a third of what \(count) bring together." }
    return nil
  }

  /// How the targets stand, or the main figure where there are none.
  var standing: String {
    let missed = simulation.targets.filter { $0.verdict == .missed }.count
    let undecided = simulation.targets.filter { $0.verdict == .undecided }.count
    let total = simulation.targets.count
    if total > 0 {
      if missed > 0 {
        return
          "\(Language.sentence(Language.count(missed))) of \(Language.count(total, "target")) \(missed == 1 ? "is" : "are") missed."
      }
      if undecided > 0 {
        return
          "\(Language.sentence(Language.count(undecided))) of \(Language.count(total, "target")) \(undecided == 1 ? "is" : "are") too close to call."
      }
      return "\(Language.sentence(Language.all(total, "target"))) \(total == 1 ? "is" : "are") met."
    }
    guard let main, let estimate = simulation.metric(main) else { return simulation.journey.name }
    let statement = words.statement(estimate, of: main, withInterval: false)
    return Language.sentence(statement.strong + statement.rest) + "."
  }

  /// The figures behind the sentence.
  var explanation: [Phrase] {
    var phrases: [Phrase] = []
    if let whatIf, !whatIf.variants.isEmpty {
      let fixes = FixWords(whatIf)
      let primary = MetricID.ranking(whatIf)
      if case .tie(let names) = fixes.lead(in: primary), names.count == 2 {
        let effects = names.compactMap { name in
          fixes.singles.first { $0.painPoints == [name] }?.metric(primary)?.difference
        }
        if effects.count == 2 {
          let second = Figure(difference: effects[1], in: primary.unit, currency: currency)
          phrases += [
            .plain("Mending \(Language.quoted(names[0])) brings "),
            .strong(words.gainPhrase(effects[0], of: primary)),
            .plain(", mending \(Language.quoted(names[1])) "), .strong(second.short), .plain(". "),
          ]
        }
      }
      if case .one(let name) = fixes.lead(in: primary),
        let effect = fixes.singles.first(where: { $0.painPoints == [name] })?.metric(primary)
      {
        let text = Figure(difference: effect.difference, in: primary.unit, currency: currency)
        phrases += [
          .plain("Mending \(Language.quoted(name)) alone brings "),
          .strong(words.gainPhrase(effect.difference, of: primary)),
          .plain(text.interval.map { " (\(MetricWords.level(effect.difference)) interval \($0)). " } ?? ". "),
        ]
      }
    }
    if let main, let estimate = simulation.metric(main) {
      let statement = words.statement(estimate, of: main)
      phrases += [.plain("Today "), .strong(statement.strong), .plain(statement.rest)]
      if let whatIf, let all = FixWords(whatIf).together?.metric(main), all.verdict == .better {
        let text = Figure(all.variant, in: main.unit, currency: currency).short
        phrases.append(.plain("; with all fixes together it would be \(text)"))
      }
      phrases.append(.plain(". "))
    }
    if whatIf != nil, !simulation.targets.isEmpty { phrases.append(.plain(standing)) }
    return phrases
  }

  private var currency: String { simulation.journey.run.currency }
}
