import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Where travellers go and where they are lost.
  static func flows(_ input: ReportInput) -> ReportSection? {
    let simulation = input.simulation
    guard !simulation.flows.isEmpty else { return nil }
    let losses = simulation.stages.map { stage in
      LossChart.Row(
        name: stage.name,
        reach: stage.reach.mean,
        lost: stage.lost,
        text: Figure(stage.lost, in: .share)
      )
    }
    let lossReading = "Bars: grey, who comes to a stage; orange, who is lost there; both of all travellers."
    let heading = LossWords.heading(simulation.stages, outcomes: simulation.outcomes)
    let stageFlow = StageFlow(simulation, finding: heading).map { flow in
      var named = flow
      named.finding = StageFlowWords.finding(heading, flow)
      return named
    }
    var section = ReportSection(
      id: .flows,
      navigation: "Where they go",
      heading: heading,
      reading: stageFlow.map(StageFlowWords.reading) ?? "Map: the wider a line, the more travellers.",
      blocks: (stageFlow.map { [.stageFlow($0), .words(lossReading)] } ?? [])
        + (losses.isEmpty ? [] : [.losses(LossChart(rows: losses))])
        + [StageTables.conversions(input), StageTables.fiveAs(input)].compactMap { $0.map(ReportBlock.table) }
        + [.picture(input.pictures.map())],
      data: data(input),
      notes: stageFlow.map { [StageFlowWords.note($0)] } ?? []
    )
    section.moreData = stageFlow.map { [StageFlowWords.table($0)] } ?? []
    return section
  }

  private static func data(_ input: ReportInput) -> ReportTable {
    let shown = input.simulation.flows.prefix(60)
    let all = input.simulation.flows.reduce(0) { $0 + $1.perTraveller }
    let kept = shown.reduce(0) { $0 + $1.perTraveller }
    let coverage = all > 0 ? Figure.percent(kept / all) : "0%"
    return ReportTable(
      caption: "The \(shown.count) commonest moves (\(coverage) of all)",
      columns: [
        .words("From"), .words("To"), .figures("Per 100 travellers"), .figures("Forced by a pain point"),
      ],
      rows: shown.map { flow in
        [
          ReportTable.Cell(flow.from ?? "entry"), ReportTable.Cell(flow.to.name),
          ReportTable.Cell(DecimalText.fixed(flow.perTraveller * 100, places: 1)),
          ReportTable.Cell(flow.forcedShare > 0 ? Figure.percent(flow.forcedShare) : "–"),
        ]
      }
    )
  }
}
