import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what a scenario's numbers rest on, and how far that carries.
public enum EvidenceWords {
  /// How many numbers rest on what: counted, known to a range, guessed, and written without a word on it.
  public static func parts(_ evidence: Evidence) -> [(count: Int, words: String)] {
    let guesses = evidence.marks.count { $0.kind == .guess }
    let ranges = evidence.marks.count { if case .relative = $0.kind { true } else { false } }
    let counted = evidence.marks.count - guesses - ranges
    return [
      (counted, "measured or fitted, with the count behind them"), (ranges, "known to within a range"),
      (guesses, "guessed"),
      (max(0, evidence.numbers - evidence.marks.count), "stated, nothing said about how sure"),
    ]
  }

  /// The finding: what most numbers rest on.
  public static func heading(_ evidence: Evidence) -> String {
    let parts = parts(evidence)
    let total = DecimalText.count(evidence.numbers)
    guard !evidence.marks.isEmpty else { return "None of \(total) inputs says how sure it is" }
    if parts[0].count * 2 > evidence.numbers {
      return "\(DecimalText.count(parts[0].count)) of \(total) inputs are measured or fitted"
    }
    return "\(DecimalText.count(evidence.marks.count)) of \(total) inputs say how sure they are"
  }

  /// All of it in one sentence.
  public static func sentence(_ evidence: Evidence) -> String {
    let named = parts(evidence).filter { $0.count > 0 }.map { "\(DecimalText.count($0.count)) \($0.words)" }
    return "The scenario holds \(DecimalText.count(evidence.numbers)) numbers: \(Language.list(named))."
  }

  /// What follows from it for what one would conclude.
  static func consequences(_ evidence: Evidence, _ result: UncertaintyResult?, _ journey: Journey) -> [String]
  {
    guard let result, !result.conclusions.isEmpty else {
      return evidence.marks.isEmpty
        ? [
          "Mark what you doubt (24% ?, 40% (± 15%), 12% of 340), and the report says which conclusions survive it."
        ]
        : []
    }
    var sentences = [ConclusionWords.count(result.conclusions) + doubts(result) + "."]
    let words = ConclusionWords(journey, metric: result.metric)
    // What the headline rests on is said first.
    if let lead = result.conclusions.first(where: { if case .first = $0.kind { true } else { false } }) {
      let statement = words.statement(lead.kind)
      sentences.append(
        words.failure(lead).map { "\(statement), but that may not hold: \($0)." }
          ?? "\(statement), and that survives."
      )
    }
    let failing = result.conclusions.compactMap { conclusion -> String? in
      if case .first = conclusion.kind { return nil }
      return words.failure(conclusion).map { "\(words.statement(conclusion.kind)) (\($0))" }
    }
    if let first = failing.first {
      let others = failing.count - 1
      sentences.append(
        "Not sure: \(first)" + (others > 0 ? ", and \(Language.count(others, "other"))." : ".")
      )
    }
    return sentences
  }

  /// What a conclusion had to survive.
  private static func doubts(_ result: UncertaintyResult) -> String {
    var parts: [String] = []
    if !result.drawn.isEmpty { parts.append(Language.count(result.drawn.count, "uncertain input")) }
    if !result.rules.isEmpty { parts.append(Language.count(result.rules.count, "rival rule")) }
    return parts.isEmpty ? "" : " " + Language.list(parts)
  }
}
