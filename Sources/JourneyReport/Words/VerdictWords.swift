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
  /// Which fix comes first; nil where nothing was tried.
  private let decision: FixDecision?

  /// Words for a run and, where there are any, its what-if runs.
  public init(simulation: SimulationResult, whatIf: ComparisonResult?) {
    journey = simulation.journey
    metrics = simulation.metrics
    targets = simulation.targets
    self.whatIf = whatIf
    words = MetricWords(simulation.journey)
    decision = whatIf.map { FixDecision($0) }
  }

  /// Words for what-if runs alone: today's figures are the baseline's.
  public init(_ whatIf: ComparisonResult) {
    journey = whatIf.journey
    metrics = whatIf.baseline
    targets = whatIf.targets
    self.whatIf = whatIf
    words = MetricWords(whatIf.journey)
    decision = FixDecision(whatIf)
  }

  private func estimate(_ metric: MetricID) -> Estimate? { metrics.first { $0.id == metric }?.estimate }

  /// The verdict.
  public var verdict: Verdict { Verdict(headline: headline, explanation: explanation) }

  /// The figure that says how the journey stands.
  private var main: MetricID? { MetricID.main(among: metrics, of: journey) }

  /// The sentence: what to do first where the figures tell, how the targets stand otherwise, else the main figure.
  var headline: String {
    guard let whatIf, let decision, !whatIf.variants.isEmpty else { return standing }
    let goals = [estimate(.goal)] + whatIf.variants.map { $0.metric(.goal)?.variant }
    if estimate(.goal) != nil, goals.allSatisfy({ ($0?.mean ?? 0) == 0 }) {
      return "Nobody reaches \(words.goalName), and no fix changes that."
    }
    let fixes = FixWords(whatIf)
    if decision.advice == .dont {
      return "No fix pays back within \(Language.count(Int(YearlyValue.slowYears), "year"))."
    }
    let verb = decision.advice == .testFirst ? "Test" : "Do"
    let question = decision.isByMoney ? "is worth" : "brings"
    switch decision.lead {
    case .one(let name):
      let share = shareOfAll(fixes, name, decision.metric).map { " " + $0 } ?? ""
      return "\(verb) this first: \(fixes.request(name).lowercasedFirst).\(share)"
    case .tie(let names) where names.count == 2:
      let requests = names.map { Language.quoted(fixes.request($0).lowercasedFirst) }
      return
        "\(verb) one of these first: \(requests[0]) or \(requests[1]). Which \(question) more cannot be told."
    case .tie(let names):
      let count = Language.sentence(Language.count(names.count))
      return "\(count) fixes lead; which of them \(question) most cannot be told."
    case .none: return "No single fix makes a real change. " + standing
    }
  }

  /// What share of the effect of all fixes the first one alone has; said only where the intervals allow it.
  private func shareOfAll(_ fixes: FixWords, _ name: String, _ metric: MetricID) -> String? {
    guard let all = fixes.together?.metric(metric), all.verdict == .better,
      let one = fixes.singles.first(where: { $0.painPoints == [name] })?.metric(metric)
    else { return nil }
    let count = fixes.singles.count
    let fixes = count == 2 ? "both fixes" : "all \(Language.count(count)) fixes"
    return Language.part(one.difference, of: all.difference).map {
      "It brings \($0) of what \(fixes) bring together."
    }
  }

  /// The verdict for a terminal: the sentence, then the figures behind it in words.
  public var lines: [String] {
    var lines = [headline]
    if whatIf != nil {
      lines += (leadSentences + moneySentences).map { Language.sentence($0) + "." }
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
    guard let whatIf, let decision else { return [] }
    let fixes = FixWords(whatIf)
    let ranking = MetricID.ranking(whatIf)
    func single(_ name: String) -> VariantResult? { fixes.singles.first { $0.painPoints == [name] } }
    func request(_ name: String) -> String { Language.quoted(fixes.request(name).lowercasedFirst) }
    func effect(_ name: String) -> Estimate? {
      single(name)?.metric(ranking).flatMap { $0.verdict == .noRealChange ? nil : $0.difference }
    }
    switch decision.lead {
    case .one(let name):
      var sentences = effect(name).map { [words.change($0, of: ranking)] } ?? []
      if decision.advice == .dont { sentences = sentences.map { "\(request(name)): \($0)" } }
      let headlines: [MetricID] = [.goal, .satisfaction, .kept]
      if let worse = single(name).flatMap({ ScenarioWords.worsened($0, among: headlines, words) }) {
        sentences.append("it worsens \(worse)")
      }
      return sentences
    case .tie(let names) where names.count == 2 && !decision.isByMoney:
      let effects = names.compactMap { name in effect(name).map { (name, $0) } }
      let among = effects.map { words.among($0.1, of: ranking) }.max() ?? 1
      return effects.map { "\(request($0)): \(words.change($1, of: ranking, among: among))" }
    default: return []
    }
  }

  /// What the fix that leads is worth a year, each of two that tie, or which one is worth most where money did not
  /// decide; said only where one leads for certain.
  private var moneySentences: [String] {
    guard let whatIf, let decision else { return [] }
    let lines = ActionLine.all(whatIf)
    func worth(_ line: ActionLine) -> String {
      let worth = Figure(line.value.gain, in: .money, currency: journey.run.currency)
      return "worth \(worth.short) a year" + (worth.interval.map { " (\($0))" } ?? "")
    }
    func line(_ name: String) -> ActionLine? { lines.first { $0.painPoint == name && $0.value.isReal } }
    if decision.advice != nil {
      switch decision.lead {
      case .one(let name): return line(name).map { ["it is \(worth($0))"] } ?? []
      case .tie(let names) where names.count == 2:
        return names.compactMap { line($0).map { "\(Language.quoted($0.title)) is \(worth($0))" } }
      default: return []
      }
    }
    guard let first = lines.first, first.value.gain.low > 0,
      lines.dropFirst().allSatisfy({ $0.value.gain.high < first.value.gain.low })
    else { return [] }
    if decision.lead == .one(first.painPoint) { return ["it is \(worth(first))"] }
    return ["in money \(Language.quoted(first.title)) leads: \(worth(first))"]
  }

  /// The figures behind the sentence.
  var explanation: [Phrase] {
    var phrases: [Phrase] = []
    if whatIf.map({ !$0.variants.isEmpty }) == true {
      for sentence in leadSentences { phrases += [.strong(Language.sentence(sentence)), .plain(". ")] }
      for sentence in moneySentences { phrases.append(.plain(Language.sentence(sentence) + ". ")) }
    }
    if let main, let estimate = estimate(main) {
      phrases += [.plain("Today: "), .strong(words.standing(estimate, of: main).lowercasedFirst)]
      if let whatIf, let all = FixWords(whatIf).together?.metric(main), all.verdict == .better {
        let text = words.level(all.variant, of: main, beside: estimate)
        phrases.append(.plain("; with all fixes together it would be \(text)"))
      }
      phrases.append(.plain(". "))
    }
    if whatIf != nil, !targets.isEmpty { phrases.append(.plain(standing)) }
    return phrases
  }
}
