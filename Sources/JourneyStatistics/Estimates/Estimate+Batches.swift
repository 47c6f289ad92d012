import JourneyProbability

extension Estimate {
  /// The mean of independent batches of the same size, with Student's interval over batches; nil for fewer than two.
  ///
  /// For figures that have no sum per traveller, such as the change of a difference.
  public static func ofBatches(_ values: [Double], level: Double = 0.95) -> Estimate? {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    let reach = error == 0 ? 0 : error * StudentT(degrees: count - 1).upperQuantile(tail: (1 - level) / 2)
    return Estimate(
      mean: mean,
      standardError: error,
      low: mean - reach,
      high: mean + reach,
      level: level,
      kind: .mean,
      count: values.count
    )
  }
}
