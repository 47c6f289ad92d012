import JourneyDiagram
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension MatrixPicture {
  /// The step matrix of a journey: touchpoints by visit, and how journeys have ended.
  ///
  /// - Parameters:
  ///   - path: the scenario's path, for the caption.
  ///   - variant: the variant that was run, if it was not the baseline.
  public init(
    steps matrix: StepMatrix,
    journey: Journey,
    plan: RunPlan,
    path: String,
    variant: String? = nil,
    theme: Theme = .light
  ) {
    let table = StepTable(matrix, journey: journey)
    let lanes = ChannelLook.looks(of: journey).enumerated().map { index, look in
      let colour = look.colour.map { LaneColour.custom(light: $0.text, dark: $0.text) } ?? .slot(index)
      return Lane(name: look.name, glyph: look.glyph, colour: colour)
    }
    func row(_ row: StepTable.Row, ended: Bool) -> Row {
      Row(
        name: row.name,
        lane: row.channel,
        cells: row.cells.enumerated().map { step, cell in
          let when = ended ? "before visit \(step + 1)" : "at visit \(step + 1)"
          return Cell(text: cell.text, level: cell.level, tooltip: "\(row.name), \(when): \(cell.long)")
        }
      )
    }
    let world = variant.map { "With \(Language.quoted($0)). " } ?? ""
    let beyond = matrix.steps == table.steps ? " What comes after visit \(table.steps) is not shown." : ""
    self.init(
      title: table.finding,
      answer: world
        + "Each column is one visit: where travellers are, and how many had ended before it, in percent of all.",
      caption: [
        "\(DecimalText.count(plan.travellers)) simulated travellers, seed \(plan.seed), \(path). First journeys."
          + " Every column adds up to 100%." + beyond,
        table.folding,
      ],
      columns: (1...table.steps).map { table.steps > 9 ? "\($0)" : "Visit \($0)" },
      lanes: lanes,
      groups: table.groups.map {
        Group(
          name: $0.name.isEmpty && table.groups.count > 1 ? "Other" : $0.name,
          rows: $0.rows.map { row($0, ended: false) }
        )
      }
        + [Group(name: "Ended before this visit", rows: table.ended.map { row($0, ended: true) })],
      theme: theme
    )
  }
}
