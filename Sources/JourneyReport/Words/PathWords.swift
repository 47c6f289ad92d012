import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says which whole journeys are common.
public enum PathWords {
  /// Whose journeys are ranked: "those that end in “bought”", "those that reach the goal", "all".
  static func whose(_ ranking: PathRanking, _ journey: Journey) -> String {
    let goals = Set(journey.outcomes.filter { $0.kind == .goal }.map(\.name))
    switch ranking.outcomes.count {
    case 0: return "all"
    case 1 where ranking.outcomes[0] == Outcome.leaveName: return "those that left on the way"
    case 1: return "those that end in \(Language.quoted(ranking.outcomes[0]))"
    default:
      return Set(ranking.outcomes) == goals
        ? "those that reach a goal"
        : "those that end in " + Language.list(ranking.outcomes.map(Language.quoted))
    }
  }

  /// The finding: how much the commonest journeys are together.
  public static func title(_ ranking: PathRanking, _ journey: Journey) -> String {
    let whose = whose(ranking, journey)
    guard let together = ranking.together, let first = ranking.paths.first else {
      return ranking.journeys == 0
        ? "No journey is among \(whose)" : "No journey is common enough to be named among \(whose)"
    }
    if ranking.paths.count == 1 {
      return first.journeys == ranking.journeys
        ? "One journey is all of \(whose)"
        : "The commonest journey is \(Figure.percent(together.mean)) of \(whose)"
    }
    let count = Language.count(ranking.paths.count)
    if ranking.next == nil { return "Only \(count) different journeys make up \(whose)" }
    let only = together.mean < 0.2 ? "only " : ""
    return "The \(count) commonest journeys are \(only)\(Figure.percent(together.mean)) of \(whose)"
  }

  /// How different journeys are, and which ranks are settled.
  public static func answer(_ ranking: PathRanking) -> String {
    var sentences: [String] = []
    if let together = ranking.together, ranking.paths.count > 1, ranking.next != nil {
      sentences.append(
        "Together \(Figure(together, in: .share).long) of \(DecimalText.count(ranking.journeys)) such journeys."
      )
    }
    if let different = ranking.different, different > ranking.paths.count {
      sentences.append("\(DecimalText.count(different)) different ones occurred.")
    }
    if ranking.paths.count > 1 { sentences.append(ranks(ranking)) }
    return sentences.joined(separator: " ")
  }

  private static func ranks(_ ranking: PathRanking) -> String {
    let (settled, all) = (ranking.settledRanks, ranking.paths.count)
    if settled == all - 1 { return "The intervals keep ranks 1 to \(all) apart." }
    if settled == 0 { return "The intervals do not keep the first ranks apart: read them as ties." }
    let sure = settled == 1 ? "Rank 1 is settled" : "Ranks 1 to \(settled) are settled"
    return "\(sure); the intervals do not keep the next ones apart."
  }

  /// A journey in words, with repeats in a row counted: "web search → product page ×3 → Bought".
  public static func steps(_ path: PathEstimate) -> String {
    var parts: [(name: String, times: Int)] = []
    for name in path.touchpoints {
      if parts.last?.name == name { parts[parts.count - 1].times += 1 } else { parts.append((name, 1)) }
    }
    let words = parts.map { $0.times > 1 ? "\($0.name) ×\($0.times)" : $0.name }
    return (words + [Language.outcome(path.outcome)]).joined(separator: " → ")
  }

  /// What the counts leave out, for the caption; empty where they leave out nothing.
  public static func counting(_ ranking: PathRanking) -> String {
    guard ranking.least > 0 else { return "" }
    return
      "So many different journeys occurred that those taken by \(DecimalText.count(ranking.least)) travellers or"
      + " fewer were not counted one by one."
  }
}
