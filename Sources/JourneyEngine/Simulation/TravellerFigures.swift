import JourneyModel
import JourneyStatistics

/// What single travellers contribute to the figures: the same numbers that a run sums up.
public struct TravellerFigures {
  private var simulation: TravellerSimulation
  private let figures: [FigureDefinition]

  /// Prepares travellers of a run with this seed and number of periods.
  public init(_ compiled: CompiledJourney, seed: UInt64, periods: Int) {
    simulation = TravellerSimulation(compiled, seed: seed, periods: max(1, periods))
    figures = compiled.figures(periods: max(1, periods))
  }

  /// Lives a traveller's whole life; `value(of:)` is about this traveller afterwards.
  ///
  /// - Complexity: O(visits x periods).
  public mutating func live(_ traveller: UInt64) {
    var nobody = NoObserver()
    _ = simulation.run(traveller, observer: &nobody)
  }

  /// The traveller's own value of a figure, in the figure's unit.
  ///
  /// - Returns: nil where the figure does not apply to the journey, or does not count this traveller.
  public func value(of id: MetricID) -> Double? {
    guard let figure = figures.first(where: { $0.id == id }) else { return nil }
    let weight = FixedPoint.value(simulation.columns[figure.denominator])
    return weight > 0 ? FixedPoint.value(simulation.columns[figure.numerator]) / weight : nil
  }
}
