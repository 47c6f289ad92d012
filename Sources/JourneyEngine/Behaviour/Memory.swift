import JourneyModel

/// What a traveller remembers of a journey so far: fixed size, O(1) per visit.
///
/// A mixture of average, best, worst and last moment (Alaybek et al. 2022; Verhoef et al. 2004): best and worst
/// instead of a signed peak keep satisfaction continuous in the moments.
struct Memory: Sendable {
  private(set) var importance = 0.0
  private(set) var weightedSum = 0.0
  private(set) var best = -Double.infinity
  private(set) var worst = Double.infinity
  private(set) var last = 0.0

  /// Takes one moment in.
  @inline(__always)
  mutating func remember(_ score: Double, matters: Double) {
    importance += matters
    weightedSum += matters * score
    best = max(best, score)
    worst = min(worst, score)
    last = score
  }

  /// Satisfaction with the journey before what its end adds; nil with nothing to remember.
  @inline(__always)
  func satisfaction(_ weights: SatisfactionModel.Memory) -> Double? {
    guard importance > 0 else { return nil }
    return weights.average * (weightedSum / importance) + weights.best * best + weights.worst * worst
      + weights.end * last
  }
}
