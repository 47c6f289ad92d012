import JourneyProbability
import JourneyStatistics

/// How a run's intervals and p-values are made: once, after a number of travellers that was decided beforehand, or so
/// that they hold at every look.
enum Certainty {
  case decided
  case always(ConfidenceSequence, travellers: Int)

  init(_ stamp: RunStamp) {
    if let precision = stamp.precision {
      self = .always(precision.sequence, travellers: stamp.travellers)
    } else {
      self = .decided
    }
  }

  /// The estimate with its interval.
  func interval(_ estimate: Estimate) -> Estimate {
    switch self {
    case .decided: estimate
    case .always(let sequence, let travellers): estimate.alwaysValid(sequence, after: travellers)
    }
  }

  func pValue(_ estimate: Estimate) -> Double {
    switch self {
    case .decided: return estimate.pValue
    case .always(let sequence, let travellers):
      guard estimate.standardError > 0 else { return estimate.mean == 0 ? 1 : 0 }
      return sequence.pValue(estimate.mean / estimate.standardError, at: travellers)
    }
  }

  /// Standard errors by which figures must be apart: 95 % simultaneously over all comparisons (Bonferroni).
  func widening(comparisons: Int) -> Double {
    switch self {
    case .decided: TieRule.widening(comparisons: comparisons)
    case .always(let sequence, let travellers):
      sequence.shared(by: comparisons).multiple(at: travellers)
    }
  }

  /// Says of every figure of several rows whether it may be called a real change: Holm over all rows of a figure.
  func adjusted(_ rows: [[MetricDifference]]) -> [[MetricDifference]] {
    var rows = rows
    for places in Self.columns(rows, id: \.id) {
      let all = Multiplicity.adjustments(places.map { pValue(rows[$0.row][$0.place].difference) })
      for (place, adjustment) in zip(places, all) { rows[place.row][place.place].adjustment = adjustment }
    }
    return rows
  }

  /// The same for effects that one run tells.
  func adjusted(_ rows: [[MetricEstimate]]) -> [[MetricEstimate]] {
    var rows = rows
    for places in Self.columns(rows, id: \.id) {
      let all = Multiplicity.adjustments(places.map { pValue(rows[$0.row][$0.place].estimate) })
      for (place, adjustment) in zip(places, all) { rows[place.row][place.place].adjustment = adjustment }
    }
    return rows
  }

  /// Where the entries of each figure stand.
  private static func columns<Entry, ID: Hashable>(
    _ rows: [[Entry]],
    id: (Entry) -> ID
  ) -> [[(row: Int, place: Int)]] {
    var columns: [ID: [(row: Int, place: Int)]] = [:]
    for (row, entries) in rows.enumerated() {
      for (place, entry) in entries.enumerated() { columns[id(entry), default: []].append((row, place)) }
    }
    return Array(columns.values)
  }
}
