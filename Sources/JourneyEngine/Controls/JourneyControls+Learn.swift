import JourneyModel
import JourneyProbability
import JourneyStatistics

extension JourneyControls {
  /// Travellers whose journeys give the values, and travellers who give the weights.
  static let pilot = (values: 4_096, weights: 1_024)
  /// The first traveller of pilots: no run sends travellers of such numbers.
  static let firstPilotTraveller = DrawAddress.travellerLimit - (1 << 20)

  /// Learns the values of a journey from a pilot.
  ///
  /// - Returns: nil for a plain chain, which is solved exactly, so that its simulation is left as it is.
  /// - Complexity: O(pilot travellers x visits), whatever the size of the run.
  public static func learn(_ compiled: CompiledJourney, seed: UInt64, periods: Int) -> JourneyControls? {
    guard !compiled.isPlain else { return nil }
    var sums = PilotSums(compiled)
    var simulation = TravellerSimulation(compiled, seed: seed, periods: 1, recording: true)
    var nobody = NoObserver()
    let first = firstPilotTraveller
    for traveller in first..<first + UInt64(pilot.values) {
      let (_, end) = simulation.run(traveller, observer: &nobody)
      sums.add(simulation.walker.journey, outcome: end.outcome, came: simulation.values)
    }
    let values = ControlValues(sums, compiled)
    let untaught = JourneyControls(compiled, values, weights: [])
    let next = first + UInt64(pilot.values)
    return JourneyControls(
      compiled,
      values,
      weights: untaught.learnWeights(next..<next + UInt64(pilot.weights), seed: seed, periods: periods)
    )
  }

  /// Least squares of each column on the surprises, over travellers of their own.
  private func learnWeights(_ travellers: Range<UInt64>, seed: UInt64, periods: Int) -> [ControlWeight] {
    var simulation = TravellerSimulation(compiled, seed: seed, periods: periods, recording: true)
    let columns = compiled.controlledColumns(periods: periods)
    var sums = SurpriseSums(columns: columns.count)
    var nobody = NoObserver()
    for traveller in travellers {
      _ = simulation.run(traveller, observer: &nobody)
      sums.add(
        surprises(simulation.walker.journey),
        nature: simulation.nature,
        columns.map { FixedPoint.value(simulation.columns[$0]) }
      )
    }
    let solved = sums.solve()
    return zip(columns, solved).compactMap { column, weights in
      let surprises = SIMD4(weights[0], weights[1], weights[2], weights[3])
      return weights.contains { $0 != 0 }
        ? ControlWeight(column: column, surprises: surprises, nature: weights[4]) : nil
    }
  }
}

extension TravellerSimulation {
  /// What the last traveller came to, by the lanes of `ControlValues`.
  fileprivate var values: SIMD4<Double> {
    func value(_ column: Int) -> Double {
      columns[column] == FixedPoint.outOfRange ? 0 : FixedPoint.value(columns[column])
    }
    return SIMD4(
      value(FigureColumn.goal),
      value(FigureColumn.satisfaction),
      value(FigureColumn.survival),
      value(FigureColumn.nps)
    )
  }
}

extension CompiledJourney {
  /// The columns from which surprises are taken: those that first journeys and what is felt of them decide.
  ///
  /// Cost, minutes and visits stay as they are, so that they remain the sums of what places show of them.
  func controlledColumns(periods: Int) -> [Int] {
    var columns = [FigureColumn.goal, FigureColumn.satisfaction]
    if hasQuality { columns += [FigureColumn.csatTop2, FigureColumn.csat, FigureColumn.nps] }
    if retention != nil { columns += [FigureColumn.customer, FigureColumn.clv, FigureColumn.survival] }
    return columns + endings.indices.map { FigureColumn.outcome($0, periods: periods) }
  }
}
