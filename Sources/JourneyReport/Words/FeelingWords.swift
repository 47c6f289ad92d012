import JourneyExperiments
import JourneyStatistics

/// Says how the mood moves from stage to stage, no more certainly than the intervals allow.
public enum FeelingWords {
  /// A change of mean satisfaction that people would notice, in points.
  static let noticeable = 1.0

  /// The finding.
  public static func heading(_ stages: [StageEstimate]) -> String {
    let felt = stages.compactMap { stage in stage.satisfaction.map { (name: stage.name, felt: $0) } }
    guard felt.count > 1 else { return neutral }
    let means = felt.map(\.felt.mean)
    if let low = means.min(), let high = means.max(), high - low < noticeable {
      return "The mood stays level from the first stage to the last"
    }
    let steps = zip(felt, felt.dropFirst()).enumerated().map { index, pair in
      (
        index: index + 1, fall: pair.0.felt.mean - pair.1.felt.mean,
        isSure: pair.0.felt.low > pair.1.felt.high
      )
    }
    let falls = steps.filter { $0.isSure && $0.fall >= noticeable }
    guard let worst = falls.max(by: { $0.fall < $1.fall }) else {
      let rises = zip(felt, felt.dropFirst()).allSatisfy { $0.felt.high < $1.felt.low }
      return rises ? "The mood rises from stage to stage" : neutral
    }
    let name = Language.quoted(felt[worst.index].name)
    let before = felt[worst.index - 1].felt
    let after = felt[(worst.index + 1)...]
    if after.isEmpty { return "The mood drops at the end, at \(name)" }
    if let back = after.first(where: { $0.felt.low >= before.low }) {
      return "The mood drops at \(name) and is back at \(Language.quoted(back.name))"
    }
    if after.allSatisfy({ $0.felt.high < before.low }) {
      return "The mood drops at \(name), and it never recovers"
    }
    return "The mood drops most at \(name)"
  }

  /// The lowest tenth of visits at the stage where it is lowest, as a sentence.
  public static func tail(_ stages: [StageEstimate]) -> String? {
    let lowest = stages.compactMap { stage in stage.quantiles.first.map { (stage.name, $0) } }
      .min { $0.1 < $1.1 }
    guard let lowest else { return nil }
    let points = DecimalText.fixed(lowest.1, places: 0)
    return "At \(Language.quoted(lowest.0)), one visit in ten scores \(points) points or less."
  }

  /// What is true of any journey.
  public static let neutral = "What the journey feels like, stage by stage"
}
