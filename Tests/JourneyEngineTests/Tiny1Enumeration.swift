import Foundation

/// Tiny-1 by enumeration of every discrete draw: written from the rules alone, without a line of the engine.
struct Tiny1Enumeration {
  var done = 0.0
  var left = 0.0
  var timedOut = 0.0
  var satisfaction = 0.0
  var satisfactionSquared = 0.0
  var satisfactionDone = 0.0
  var retention = 0.0
  var visits = 0.0
  var atLeast60 = 0.0
  var leaves = 0

  private let gamma: Double
  private let pain: Double
  /// A touchpoint at which every visit is just what is expected.
  private let neutral: String?

  init(gamma: Double = 0.5, painFixed: Bool = false, neutral: String? = nil) {
    self.gamma = gamma
    self.neutral = neutral
    pain = painFixed ? 0 : 0.2
    visit("A", from: nil, probability: 1, mood: 70, scores: [])
  }

  var deviation: Double { (satisfactionSquared - satisfaction * satisfaction).squareRoot() }

  private mutating func visit(
    _ place: String,
    from: String?,
    probability: Double,
    mood: Double,
    scores: [Double]
  ) {
    guard scores.count < 6 else {
      end(.timedOut, probability, scores)
      return
    }
    let qualities = place == "A" ? [(60.0, 0.5), (80.0, 0.5)] : [(50.0, 0.3), (90.0, 0.7)]
    let hits =
      place == "A" && pain > 0 && neutral != "A" ? [(true, pain), (false, 1 - pain)] : [(false, 1.0)]
    for (hit, hitProbability) in hits {
      for (base, baseProbability) in qualities {
        let branch = probability * hitProbability * baseProbability
        let handoff = from != nil && from != place ? -4.0 : 0
        let quality = place == neutral ? 70 : min(100, max(0, base + handoff - (hit ? 15 : 0)))
        let gap = quality - 70
        let score = min(100, max(0, quality + 0.25 * (gap >= 0 ? gap : 2 * gap)))
        let newMood = mood + 0.3 * (score - mood)
        let stay = (1 - (place == "A" ? 0.05 : 0.10)) * (hit ? 0.9 : 1)
        let leave = 1 - pow(stay, exp(-gamma * (newMood - 70) / 10))
        end(.left, branch * leave, scores + [score])
        let onward = branch * (1 - leave)
        let (next, chance) = place == "A" ? ("B", 0.4) : ("A", 0.2)
        end(.done, onward * (1 - chance), scores + [score])
        visit(next, from: place, probability: onward * chance, mood: newMood, scores: scores + [score])
      }
    }
  }

  private enum End { case done, left, timedOut }

  private mutating func end(_ end: End, _ probability: Double, _ scores: [Double]) {
    leaves += 1
    let average = scores.reduce(0, +) / Double(scores.count)
    var felt =
      0.5 * average + 0.1 * (scores.max() ?? 0) + 0.2 * (scores.min() ?? 0) + 0.2 * (scores.last ?? 0)
    if end == .left { felt -= 10 }
    felt = min(100, max(0, felt))
    switch end {
    case .done:
      done += probability
      satisfactionDone += probability * felt
    case .left: left += probability
    case .timedOut: timedOut += probability
    }
    satisfaction += probability * felt
    satisfactionSquared += probability * felt * felt
    retention += probability / (1 + exp(-(log(0.85 / 0.15) + log(1.4) * (felt - 75) / 10)))
    visits += probability * Double(scores.count)
    if felt >= 60 { atLeast60 += probability }
  }
}
