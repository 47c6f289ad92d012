import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Where moods and pains bend typed numbers.
  static func typed(_ input: ReportInput) -> ReportSection? {
    let differences = input.simulation.typedDifferences
    guard !differences.isEmpty else { return nil }
    let amount = Language.sentence(Language.count(differences.count, "typed number"))
    return ReportSection(
      id: .typed,
      navigation: "Typed and simulated",
      heading: "\(amount) \(differences.count == 1 ? "comes" : "come") out differently",
      reading: "What is typed in a scenario is an input. Moods, pain points and preferences bend it; "
        + "here is where by more than a point, and why.",
      blocks: [.table(table(Array(differences.prefix(mostShown))))],
      data: differences.count > mostShown ? table(differences) : nil,
      notes: differences.count > mostShown
        ? ["The \(mostShown) largest differences; the table holds all."] : []
    )
  }

  /// Rows shown without being asked for.
  private static let mostShown = 12

  private static func table(_ differences: [TypedDifference]) -> ReportTable {
    ReportTable(
      caption: "Typed beside simulated",
      columns: [.words("Number"), .figures("Typed"), .figures("Simulated"), .words("Why")],
      rows: differences.map { difference in
        let unit = difference.quantity.unit
        return [
          ReportTable.Cell(difference.quantity.label),
          ReportTable.Cell(Figure(.exact(difference.typed), in: unit).short),
          ReportTable.Cell(Figure(difference.simulated, in: unit).long),
          ReportTable.Cell(difference.reason),
        ]
      }
    )
  }
}

extension TypedDifference.Quantity {
  /// What was typed, in words.
  var label: String {
    switch self {
    case .leaving(let touchpoint): "Leave at \(Language.quoted(touchpoint))"
    case .quality(let touchpoint): "Quality at \(Language.quoted(touchpoint))"
    case .path(let from, let to): "\(from.map(Language.quoted) ?? "Entry") → \(Language.quoted(to))"
    }
  }

  /// What it is counted in.
  var unit: MetricUnit {
    switch self {
    case .leaving, .path: .share
    case .quality: .points
    }
  }
}
