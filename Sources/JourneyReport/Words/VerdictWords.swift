import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// The one sentence that a run comes to, and the figures behind it: the same rules for every command and the report.
///
/// Nothing is said more surely than its interval says it: what cannot be told apart is a tie, what cannot be told from
/// nothing is no real change, and a target whose limit the interval holds is too close to call.
public struct VerdictWords: Sendable {
  let journey: Journey
  let metrics: [MetricEstimate]
  let targets: [TargetVerdict]
  let whatIf: ComparisonResult?
  let words: MetricWords

  /// Words for a run and, where there are any, its what-if runs.
  public init(simulation: SimulationResult, whatIf: ComparisonResult?) {
    journey = simulation.journey
    metrics = simulation.metrics
    targets = simulation.targets
    self.whatIf = whatIf
    words = MetricWords(simulation.journey)
  }

  /// Words for what-if runs alone: today's figures are the baseline's.
  public init(_ whatIf: ComparisonResult) {
    journey = whatIf.journey
    metrics = whatIf.baseline
    targets = whatIf.targets
    self.whatIf = whatIf
    words = MetricWords(whatIf.journey)
  }

  private func estimate(_ metric: MetricID) -> Estimate? { metrics.first { $0.id == metric }?.estimate }

  /// The verdict.
  public var verdict: Verdict { Verdict(headline: headline, explanation: explanation) }

  /// The figure that says how the journey stands.
  private var main: MetricID? { MetricID.main(among: metrics, of: journey) }

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

  /// The verdict for a terminal: the sentence, then the figures behind it in words.
  public var lines: [String] {
    var lines = [headline]
    if whatIf != nil {
      lines += leadSentences.map { Language.sentence($0) + "." } + [moneySentence].compactMap { $0 }
    } else if !targets.isEmpty, let main, let estimate = estimate(main) {
      lines.append(Language.sentence(words.standing(estimate, of: main)) + ".")
    }
    return lines
  }

  /// How the targets stand, or the main figure where there are none.
  var standing: String {
    if let sentence = TargetWords.sentence(targets, words) { return sentence }
    guard let main, let estimate = estimate(main) else { return journey.name }
    return Language.sentence(words.standing(estimate, of: main)) + "."
  }

  /// What the leading fix changes, or each of two that tie.
  private var leadSentences: [String] {
    guard let whatIf else { return [] }
    let fixes = FixWords(whatIf)
    let primary = MetricID.ranking(whatIf)
    func effect(_ name: String) -> Estimate? {
      fixes.singles.first { $0.painPoints == [name] }?.metric(primary)?.difference
    }
    switch fixes.lead(in: primary) {
    case .one(let name): return effect(name).map { [words.change($0, of: primary)] } ?? []
    case .tie(let names) where names.count == 2:
      return names.compactMap { name in
        let request = Language.quoted(fixes.request(name).lowercasedFirst)
        return effect(name).map { "\(request): \(words.change($0, of: primary))" }
      }
    default: return []
    }
  }

  /// What the leading fix is worth a year, or which other one is worth most; said only where one leads for certain.
  private var moneySentence: String? {
    guard let whatIf else { return nil }
    let lines = ActionLine.all(whatIf)
    guard let first = lines.first, first.value.gain.low > 0,
      lines.dropFirst().allSatisfy({ $0.value.gain.high < first.value.gain.low })
    else { return nil }
    let worth = Figure(first.value.gain, in: .money, currency: journey.run.currency)
    let interval = worth.interval.map { " (\($0))" } ?? ""
    if FixWords(whatIf).lead(in: MetricID.ranking(whatIf)) == .one(first.painPoint) {
      return "It is worth \(worth.short) a year\(interval)."
    }
    return "In money \(Language.quoted(first.title)) leads: worth \(worth.short) a year\(interval)."
  }

  /// The figures behind the sentence.
  var explanation: [Phrase] {
    var phrases: [Phrase] = []
    if whatIf.map({ !$0.variants.isEmpty }) == true {
      for sentence in leadSentences { phrases += [.strong(Language.sentence(sentence)), .plain(". ")] }
      if let money = moneySentence { phrases.append(.plain(money + " ")) }
    }
    if let main, let estimate = estimate(main) {
      phrases += [.plain("Today: "), .strong(words.standing(estimate, of: main).lowercasedFirst)]
      if let whatIf, let all = FixWords(whatIf).together?.metric(main), all.verdict == .better {
        let text = Figure(all.variant, in: main.unit, currency: journey.run.currency).short
        phrases.append(.plain("; with all fixes together it would be \(text)"))
      }
      phrases.append(.plain(". "))
    }
    if whatIf != nil, !targets.isEmpty { phrases.append(.plain(standing)) }
    return phrases
  }
}
