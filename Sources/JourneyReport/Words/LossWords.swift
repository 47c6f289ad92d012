import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says where travellers are lost.
public enum LossWords {
  /// The finding. Shares by stage are compared by their intervals; what these do not tell apart is said as a tie.
  public static func heading(_ stages: [StageEstimate], outcomes: [OutcomeEstimate]) -> String {
    let losses = outcomes.filter { $0.outcome.kind == .loss && $0.outcome.name != Outcome.timedOutName }
    let total = losses.reduce(0) { $0 + $1.share.mean }
    guard total > 0.0005 else { return "Hardly anybody is lost on the way" }
    let amount = Language.sentence(Language.share(total, of: "travellers")) + " are lost on the way"
    let ranked = stages.sorted { $0.lost.mean > $1.lost.mean }
    guard let first = ranked.first, first.lost.mean > 0 else { return amount }
    guard ranked.count > 1 else { return amount }
    let second = ranked[1]
    let name = Language.quoted(first.name)
    if first.lost.low > total / 2 { return "\(amount), most of them at \(name)" }
    if first.lost.low > second.lost.high { return "\(amount), the largest part at \(name)" }
    return "\(amount), about as many at \(Language.quoted(second.name)) as at \(name)"
  }
}
