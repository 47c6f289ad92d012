import JourneyModel
import JourneyStatistics

/// Sums from which one run tells what one more point of average quality at each touchpoint would bring.
///
/// What a point changes on the path as it is (pathwise derivative) and how it moves the path through moods (the score
/// of every decision to leave): dE[Y]/dmu = E[dY/dmu + (Y - mean Y) W], W being the derivative of the log-likelihood
/// of the decisions (Glynn 1990; for the mixture of both: L'Ecuyer 1990, section 3). Where noise was taken out of Y,
/// its own derivative is added: the sum of dP (value of leaving - value of staying) over the decisions.
public struct MomentTally: Sendable, Equatable {
  /// The figures; each is a mean over all travellers.
  public let figures: [FigureDefinition]
  /// W (x) and dY + Y W + what was taken out (y), of visitors: `touchpoint * figures.count + figure`.
  public internal(set) var moments: ContiguousArray<PairMoments>

  init(_ compiled: CompiledJourney) {
    let wanted: Set<MetricID> = [.goal, .satisfaction, .kept]
    figures = compiled.hasQuality ? compiled.figures(periods: 1).filter { wanted.contains($0.id) } : []
    moments = .init(repeating: PairMoments(), count: compiled.touchpoints.count * figures.count)
  }

  mutating func merge(_ other: MomentTally) {
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}
