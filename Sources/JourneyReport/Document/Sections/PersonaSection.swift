import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// For whom.
  static func personas(_ input: ReportInput) -> ReportSection? {
    let simulation = input.simulation
    let stages = simulation.stages.map(\.name)
    guard simulation.personas.count > 1 else { return nil }
    let felt = stages.count > 1 && simulation.stages.contains { $0.satisfaction != nil }
    return ReportSection(
      id: .personas,
      navigation: "Personas",
      heading: PersonaWords.heading(simulation.personas, stages: felt ? stages : []),
      reading: felt
        ? "Mean satisfaction by stage (solid) beside all travellers (dashed), with the middle 80% of visits. "
          + "Red dot: lowest stage, where the intervals tell. Same scale in all."
        : "Key figures of each persona.",
      blocks: felt ? [.personas(panels(input, stages: stages))] : [.table(data(input))],
      data: felt ? data(input) : nil
    )
  }

  private static func panels(_ input: ReportInput, stages: [String]) -> PersonaPanels {
    let simulation = input.simulation
    let bands = simulation.personas.map { persona in
      persona.quantilesByStage.map { quantiles -> ClosedRange<Double>? in
        guard let low = quantiles.first, let high = quantiles.last, low <= high else { return nil }
        return low...high
      }
    }
    let ends = bands.flatMap { $0.compactMap { $0 } }.flatMap { [$0.lowerBound, $0.upperBound] }
    let range = LinearScale.rounded(low: ends.min() ?? 0, high: ends.max() ?? 100, about: 4)
    let panels = zip(simulation.personas, bands).map { persona, bands in
      PersonaPanels.Panel(
        name: persona.persona.name,
        words: persona.persona.goal ?? persona.persona.quote.map { "“\($0)”" } ?? "",
        figures: figures(persona, input),
        means: persona.satisfactionByStage.map { $0?.mean },
        bands: bands,
        lowest: PersonaWords.lowestStage(persona),
        channels: persona.channelShares,
        finding: finding(persona, stages: stages)
      )
    }
    return PersonaPanels(
      stages: stages,
      everyone: simulation.stages.map { $0.satisfaction?.mean },
      range: range.low...max(range.high, range.low + 1),
      looks: ChannelLook.looks(of: input.journey),
      panels: Array(panels)
    )
  }

  private static func figures(_ persona: PersonaEstimate, _ input: ReportInput) -> [(
    value: String, label: String
  )] {
    func metric(_ id: MetricID) -> Figure? {
      persona.metrics.first { $0.id == id }
        .map { Figure($0.estimate, in: id.unit, currency: input.currency) }
    }
    var figures: [(String, String)] = []
    if let goal = metric(.goal), input.journey.outcomes.contains(where: { $0.kind == .goal }) {
      figures.append((goal.short, "reach \(input.words.goalName)"))
    }
    if let satisfaction = metric(.satisfaction) { figures.append((satisfaction.short, "satisfaction")) }
    if let stays = metric(.retention) { figures.append((stays.short, "stay")) }
    figures.append((Figure.percent(persona.share.mean), "of travellers"))
    return figures
  }

  private static func finding(_ persona: PersonaEstimate, stages: [String]) -> String {
    let values = zip(stages, persona.satisfactionByStage).compactMap { stage, felt in
      felt.map { "\(stage) \(DecimalText.fixed($0.mean, places: 0))" }
    }
    return "\(persona.persona.name), satisfaction by stage: \(values.joined(separator: ", "))"
  }

  private static func data(_ input: ReportInput) -> ReportTable {
    var metrics: [MetricID] = []
    for metric in input.simulation.personas.flatMap(\.metrics) where !metrics.contains(metric.id) {
      metrics.append(metric.id)
    }
    return ReportTable(
      caption: "Key figures by persona",
      columns: [.words("Persona"), .figures("Share")] + metrics.map { .figures(input.words.label($0)) },
      rows: input.simulation.personas.map { persona in
        [
          ReportTable.Cell(persona.persona.name),
          ReportTable.Cell(Figure(persona.share, in: .share).short),
        ]
          + metrics.map { id in
            let estimate = persona.metrics.first { $0.id == id }?.estimate
            return ReportTable.Cell(
              estimate.map { Figure($0, in: id.unit, currency: input.currency).long } ?? "–"
            )
          }
      }
    )
  }
}
