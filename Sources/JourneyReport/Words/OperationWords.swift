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
