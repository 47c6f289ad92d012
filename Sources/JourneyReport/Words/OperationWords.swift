import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What the operations of a what-if run are called, and the question that each answers.
public enum OperationWords {
  /// The heading of an operation's block.
  static func heading(_ operation: String) -> String {
    switch operation {
    case "fix": "Fixed as costed (the share of hits that the fix prevents)"
    case "partial": "Fixed in part"
    case "remove": "Removed altogether"
    case "neutral": "Which touchpoints create value"
    case "bypass": "Touchpoints bypassed"
    case "close": "Touchpoints closed"
    case "close channel": "Channels closed"
    case "dependence": "Dependence on touchpoints"
    case "variant": "Variants"
    default: operation
    }
  }

  /// The question that an operation answers, in one sentence; nil for one that has none of its own.
  public static func question(_ operation: String) -> String? {
    if operation.hasPrefix("fix ") {
      return "What if a fix prevented \(operation.dropFirst("fix ".count)) of the hits?"
    }
    switch operation {
    case "fix": return "What would the fix bring, working as well as it is said to?"
    case "partial": return "How much is gained if only a part of the hits is prevented?"
    case "remove": return "What is there to gain at most, if the pain point never hit?"
    case "neutral":
      return
        "What does each touchpoint add or take away today, against visits that are just what people expect?"
    case "bypass": return "What if this step did not exist, and people went straight on to what follows it?"
    case "close":
      return "What if the touchpoint were taken away, and people chose among what remains, leaving included?"
    case "close channel":
      return "What if the whole channel were taken away, and people chose among what remains?"
    case "dependence":
      return "How much passes through here: what if whoever gets there left? For attribution only; it is not "
        + "what closing would do."
    default: return nil
    }
  }
}

extension OperationWords {
  /// The answer of changes to places in a sentence: what would do good, or what most depends on.
  ///
  /// - Returns: nil for operations on pain points and for `neutral`, which have sentences of their own.
  static func answer(_ operation: String, _ result: ComparisonResult) -> String? {
    let verbs = ["bypass": "Bypassing", "close": "Closing", "close channel": "Closing"]
    let rows = result.variants.filter { $0.operation == operation }
    let metric = WhatIf.rankingMetric(result)
    let words = MetricWords(result.journey)
    if operation == "dependence" {
      let worse = rows.filter { $0.metric(metric)?.verdict == .worse }
      let most = worse.min {
        ($0.metric(metric)?.difference.mean ?? 0) < ($1.metric(metric)?.difference.mean ?? 0)
      }
      guard let most, let effect = most.metric(metric) else {
        return "Nothing depends on any of them for certain"
      }
      return
        "Most depends on \(Language.quoted(most.name)): \(words.change(effect.difference, of: metric)) without it"
    }
    guard let verb = verbs[operation], !rows.isEmpty else { return nil }
    switch Lead(of: rows, in: metric) {
    case .one(let name):
      let effect = rows.first { $0.name == name }?.metric(metric)
      return "\(verb) \(Language.quoted(name)) would do good"
        + (effect.map { ": \(words.change($0.difference, of: metric))" } ?? "")
    case .tie(let names):
      let few = names.prefix(3).map(Language.quoted)
      let rest = names.count - few.count
      return
        "\(verb) \(Language.list(few + (rest > 0 ? ["\(Language.count(rest)) more"] : []))) would do good, "
        + "too close to tell apart"
    case .none:
      let harms = rows.contains { $0.metric(metric)?.verdict == .worse }
      return "\(verb) any of them does no good for certain" + (harms ? ", and some do harm" : "")
    }
  }
}
