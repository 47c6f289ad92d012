import JourneyModel
import JourneyStatistics

/// Sums from which one run tells the effect of removing each pain point, without a second run.
///
/// For a traveller, the score of a pain point is W = sum over visits to its touchpoint of (hit - p) / (1 - p): the
/// derivative of the log-likelihood of the traveller's draws with respect to a common factor on all p. The effect of
/// removing it is, to first order, -E[(Y - mean Y) W], whatever the satisfaction model (score function or likelihood
/// ratio method; Glynn 1990, equation 2.3).
public struct ScoreTally: Sendable, Equatable {
  /// The figures whose sensitivities are counted; each is a mean over all travellers.
  public let figures: [FigureDefinition]
  /// Score (x) and figure times score (y), of travellers who were exposed: `pain * figures.count + figure`.
  public private(set) var moments: ContiguousArray<PairMoments>

  init(_ compiled: CompiledJourney) {
    let wanted: Set<MetricID> = [.goal, .satisfaction, .kept, .cost]
    figures = compiled.figures(periods: 1).filter { wanted.contains($0.id) }
    moments = .init(repeating: PairMoments(), count: compiled.pains.count * figures.count)
  }

  /// Counts one traveller's exposure to one pain point.
  @inline(__always)
  mutating func add(pain: Int, score: Double, columns: ContiguousArray<Int64>) {
    let scaled = FixedPoint.scaled(score)
    for (index, figure) in figures.enumerated() {
      let product = FixedPoint.value(columns[figure.numerator]) * score
      moments[pain * figures.count + index].add(scaledX: scaled, y: FixedPoint.scaled(product))
    }
  }

  mutating func merge(_ other: ScoreTally) {
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}
