import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyStatistics

extension Estimation {
  /// What removing a pain point would change, told from this run alone.
  ///
  /// - Returns: nothing where it cannot be told: the pain point always hits, never hits or met nobody, or so few
  ///   travellers escaped it that they cannot stand for all.
  func effects(ofPain number: Int, _ pain: PainPoint) -> [MetricEstimate] {
    let chances = journey.personas.map { pain.hits(for: $0.name) }
    guard !chances.contains(.one) else { return [] }
    let tally = detail.removals
    return tally.figures.enumerated().compactMap { index, figure in
      let moments = tally.moments[number * tally.figures.count + index]
      guard moments.count > 0, let mean = mean(of: figure) else { return nil }
      let all = moments.among(travellers)
      // How many travellers without weights would tell as much (Kish 1965).
      guard let spread = all.varianceX, Double(travellers) / (1 + spread) >= Self.fewest else { return nil }
      return Self.estimate(all, mean: mean).map { MetricEstimate(id: figure.id, estimate: $0) }
    }
  }

  /// What one more point of average quality at a touchpoint would change, told from this run alone.
  func moments(ofTouchpoint number: Int) -> [MetricEstimate] {
    let tally = detail.qualities
    return tally.figures.enumerated().compactMap { index, figure in
      let moments = tally.moments[number * tally.figures.count + index]
      guard moments.count > 0, let mean = mean(of: figure) else { return nil }
      return Self.estimate(moments.among(travellers), mean: mean).map {
        MetricEstimate(id: figure.id, estimate: $0)
      }
    }
  }

  /// Weighted travellers must be worth at least so many.
  private static let fewest = 200.0

  /// The run's own mean of a figure over all travellers.
  private func mean(of figure: FigureDefinition) -> Double? {
    guard let index = figures.figures.firstIndex(where: { $0.id == figure.id }) else { return nil }
    let moments = figures.moments[index]
    return moments.count > 0 ? moments.y.value / Double(moments.count) : nil
  }

  /// E[y - mean x] with its standard error over all travellers.
  static func estimate(_ moments: PairMoments, mean: Double) -> Estimate? {
    guard !moments.overflowed, moments.count > 1, let products = moments.varianceY,
      let scores = moments.varianceX, let both = moments.covariance
    else { return nil }
    let n = Double(moments.count)
    let value = moments.y.value / n - mean * moments.x.value / n
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
