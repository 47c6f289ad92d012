import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyStatistics

extension Estimation {
  /// What removing a pain point would change, to first order: -Cov(Y, W), from this run alone.
  ///
  /// - Returns: nothing where the score does not exist: the pain point always hits, never hits, or met nobody.
  func effects(ofPain number: Int, _ pain: PainPoint) -> [MetricEstimate] {
    let chances = journey.personas.map { pain.hits(for: $0.name) }
    guard !chances.contains(.one) else { return [] }
    let tally = detail.scores
    return tally.figures.enumerated().compactMap { index, figure in
      let moments = tally.moments[number * tally.figures.count + index]
      guard moments.count > 0, let mean = mean(of: figure) else { return nil }
      return Self.effect(moments.among(travellers), mean: mean).map {
        MetricEstimate(id: figure.id, estimate: $0)
      }
    }
  }

  /// The run's own mean of a figure over all travellers.
  private func mean(of figure: FigureDefinition) -> Double? {
    guard let index = figures.figures.firstIndex(where: { $0.id == figure.id }) else { return nil }
    let moments = figures.moments[index]
    return moments.count > 0 ? moments.y.value / Double(moments.count) : nil
  }

  /// -(E[YW] - E[Y] E[W]) with the variance of (Y - E[Y]) W over the number of travellers.
  private static func effect(_ moments: PairMoments, mean: Double) -> Estimate? {
    guard !moments.overflowed, moments.count > 1, let products = moments.varianceY,
      let scores = moments.varianceX, let both = moments.covariance
    else { return nil }
    let n = Double(moments.count)
    let value = -(moments.y.value / n - mean * moments.x.value / n)
    let variance = max(0, products - 2 * mean * both + mean * mean * scores)
    let error = (variance / n).squareRoot()
    let reach = -Normal.standardQuantile(0.025) * error
    return Estimate(
      mean: value,
      standardError: error,
      low: value - reach,
      high: value + reach,
      kind: .ratio,
      count: moments.count
    )
  }
}
