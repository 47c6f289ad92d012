import JourneyModel
import JourneyStatistics

/// Sums from which one run tells what a little more weight on any path would bring.
///
/// For the weight w of an option, the score is the derivative of the log-likelihood of a traveller's moves by ln w:
/// for a draw among options with probabilities p, 1 for the option taken minus p (Glynn 1990, equation 2.3). The
/// derivative of a figure is E[(Y - mean Y) W], whatever the satisfaction model.
public struct WeightTally: Sendable, Equatable {
  /// The figures; each is a mean over all travellers.
  public let figures: [FigureDefinition]
  /// Travellers counted.
  public private(set) var travellers = 0
  /// Sum of each figure over all travellers.
  public private(set) var sums: ContiguousArray<FixedPointSum>
  /// Score (x) and figure times score (y): `flow * figures.count + figure`, flows by their number.
  public private(set) var moments: ContiguousArray<PairMoments>

  init(_ compiled: CompiledJourney) {
    let wanted: Set<MetricID> = [.goal, .satisfaction, .kept]
    figures = compiled.figures(periods: 1).filter { wanted.contains($0.id) }
    sums = .init(repeating: FixedPointSum(), count: figures.count)
    moments = .init(repeating: PairMoments(), count: compiled.flows.count * figures.count)
  }

  /// A figure's mean over all travellers.
  public func mean(of figure: Int) -> Double { sums[figure].value / Double(travellers) }

  mutating func countTraveller(_ columns: ContiguousArray<Int64>) {
    travellers += 1
    for (index, figure) in figures.enumerated() { sums[index].add(scaled: columns[figure.numerator]) }
  }

  mutating func add(flow: Int, score: Double, columns: ContiguousArray<Int64>) {
    let scaled = FixedPoint.scaled(score)
    for (index, figure) in figures.enumerated() {
      let product = FixedPoint.value(columns[figure.numerator]) * score
      moments[flow * figures.count + index].add(scaledX: scaled, y: FixedPoint.scaled(product))
    }
  }

  /// Takes in a tally of other travellers.
  public mutating func merge(_ other: WeightTally) {
    travellers += other.travellers
    for index in sums.indices { sums[index].merge(other.sums[index]) }
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}
