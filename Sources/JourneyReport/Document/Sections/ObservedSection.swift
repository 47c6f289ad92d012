import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Does it look like us: measured beside simulated.
  static func observed(_ input: ReportInput) -> ReportSection? {
    let comparisons = input.simulation.observed
    guard !comparisons.isEmpty else { return nil }
    let rows = observedRows(input)
    let greatest = rows.compactMap { $0.deviation.map { max(abs($0.low), abs($0.high)) } }.max() ?? 0
    return ReportSection(
      id: .observed,
      navigation: "Like us?",
      heading: ObservedWords.heading(comparisons),
      reading: "What you measured beside what the simulation gives, without having been told. "
        + "Close means within a tenth of the measured value (the shaded band).",
      blocks: [.observed(ObservedChart(rows: rows, reach: min(1, max(0.2, greatest * 1.1))))],
      notes: ["Measured values are taken as exact: their own uncertainty is not known to the model."]
    )
  }

  /// Every measured figure beside its simulated one, in the analyst's order.
  static func observedRows(_ input: ReportInput) -> [ObservedChart.Row] {
    input.simulation.observed.map { row($0, input) }
  }

  private static func row(_ comparison: ObservationComparison, _ input: ReportInput) -> ObservedChart.Row {
    let currency = input.currency
    let unit = comparison.observation.quantity.unit
    let measured = Estimate.exact(comparison.observation.value)
    let deviation = ObservedWords.deviation(comparison)
    return ObservedChart.Row(
      label: label(comparison.observation, input.words),
      measured: Figure(measured, in: unit, currency: currency).short,
      value: comparison.simulated.map { Figure($0, in: unit, currency: currency).short } ?? "",
      simulated: comparison.simulated.map { Figure($0, in: unit, currency: currency).long }
        ?? "not given by this run",
      deviation: deviation,
      tone: deviation.map(ObservedWords.tone) ?? .faint,
      words: deviation.map(ObservedWords.words) ?? ""
    )
  }
}

extension ReportSection {
  /// A metric by its usual name, everything else in the file's words.
  private static func label(_ observation: Observation, _ words: MetricWords) -> String {
    if case .metric(let metric) = observation.quantity { return words.label(metric) }
    if case .churnPerYear = observation.quantity { return "Customers lost per year" }
    return Language.sentence(observation.label)
  }
}

extension Observation.Quantity {
  /// What the quantity is counted in.
  var unit: MetricUnit {
    switch self {
    case .metric(let metric): metric.unit
    case .leaveAt, .churnPerYear: .share
    case .satisfactionAt: .points
    case .visitsOf: .count
    }
  }
}
