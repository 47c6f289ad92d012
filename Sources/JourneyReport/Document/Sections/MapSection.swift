import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// What the journey is like, stage by stage.
  static func map(_ input: ReportInput) -> ReportSection? {
    let simulation = input.simulation
    guard simulation.stages.count > 0 else { return nil }
    let columns = simulation.stages.map { column($0, input) }
    let felt = simulation.stages.contains { $0.satisfaction != nil }
    var section = ReportSection(
      id: .map,
      navigation: "Journey map",
      heading: felt ? FeelingWords.heading(simulation.stages) : "What travellers do, stage by stage",
      reading: "All travellers, stage by stage. "
        + (FeelingWords.tail(simulation.stages) ?? ""),
      blocks: [
        .lanes(
          LaneMap(
            channels: ChannelLook.looks(of: input.journey),
            columns: columns,
            curve: felt ? curve(input) : nil
          )
        )
      ],
      data: data(input)
    )
    section.moreData = TargetFeelings.table(input).map { [$0] } ?? []
    return section
  }

  private static func column(_ stage: StageEstimate, _ input: ReportInput) -> LaneMap.Column {
    let names = Set(input.simulation.touchpoints.filter { $0.stage == stage.name }.map(\.name))
    let touchpoints = input.journey.touchpoints.filter { names.contains($0.name) }
    let steps = input.simulation.touchpoints.filter { $0.stage == stage.name }.map { estimate in
      LaneMap.Step(
        name: estimate.name,
        look: input.look(ofChannel: estimate.channel),
        reach: estimate.reach.mean,
        does: input.journey.touchpoints.first { $0.name == estimate.name }?.does
      )
    }
    let pains = input.simulation.pains.filter { names.contains($0.pain.at) }
    return LaneMap.Column(
      name: stage.name,
      reach: stage.reach.mean,
      steps: steps,
      thoughts: touchpoints.compactMap(\.thinks),
      pains: pains.map { pain in
        let often = pain.incidence.map { " · \(Figure.percent($0.mean)) of visits" } ?? ""
        return LaneMap.Note(title: pain.pain.name, detail: pain.pain.at + often, isCertain: true)
      },
      opportunities: pains.compactMap { opportunity($0.pain, input) },
      backstage: backstage(touchpoints)
    )
  }

  /// What mending a pain point brings: in the main figure, or in the first other one that it changes for certain.
  private static func opportunity(_ pain: PainPoint, _ input: ReportInput) -> LaneMap.Note? {
    guard let whatIf = input.whatIf else {
      return pain.fix?.name.map {
        LaneMap.Note(title: Language.sentence($0), detail: "effect not simulated", isCertain: false)
      }
    }
    let words = FixWords(whatIf)
    let matching = whatIf.variants.filter { $0.painPoints == [pain.name] }
    guard let variant = matching.first(where: { $0.operation == "fix" }) ?? matching.first else { return nil }
    let figures = [MetricID.ranking(whatIf), .goal, .satisfaction].compactMap(variant.metric)
    let sure = figures.first { $0.verdict == .better || $0.verdict == .worse }
    let detail = sure.map { figure in
      let text = Figure(difference: figure.difference, in: figure.id.unit, currency: input.currency)
      return "\(text.short) \(input.words.brief(figure.id))"
    }
    return LaneMap.Note(
      title: words.request(pain.name),
      detail: detail ?? "no real change",
      isCertain: sure?.verdict == .better
    )
  }

  private static func backstage(_ touchpoints: [Touchpoint]) -> [LaneMap.Backstage] {
    var lines: [LaneMap.Backstage] = []
    for touchpoint in touchpoints {
      let owner = touchpoint.owner ?? ""
      guard touchpoint.backstage != nil || touchpoint.owner != nil else { continue }
      let systems = touchpoint.backstage ?? ""
      if let index = lines.firstIndex(where: { $0.owner == owner }) {
        let known = lines[index].systems.components("; ")
        if !systems.isEmpty, !known.contains(systems) {
          lines[index].systems += lines[index].systems.isEmpty ? systems : "; " + systems
        }
      } else {
        lines.append(LaneMap.Backstage(systems: systems, owner: owner))
      }
    }
    return lines
  }

  private static func curve(_ input: ReportInput) -> FeelingCurve {
    let stages = input.simulation.stages
    let dots = input.simulation.touchpoints.compactMap { touchpoint -> FeelingCurve.Dot? in
      guard let felt = touchpoint.satisfaction,
        let stage = stages.firstIndex(where: { $0.name == touchpoint.stage })
      else { return nil }
      return FeelingCurve.Dot(
        name: touchpoint.name,
        stage: stage,
        mean: felt.mean,
        reach: touchpoint.reach.mean,
        look: input.look(ofChannel: touchpoint.channel)
      )
    }
    var curve = FeelingCurve(
      stages: stages.map { stage in
        var placed = FeelingCurve.Stage(
          name: stage.name,
          mean: stage.satisfaction?.mean,
          quantiles: stage.quantiles
        )
        placed.target = TargetFeelings.mean(stage, input)
        return placed
      },
      dots: dots,
      expectation: input.journey.satisfaction.expects
    )
    if input.simulation.personas.count > 1 {
      curve.personas = input.simulation.personas.prefix(FeelingCurve.mostPersonas).map { persona in
        FeelingCurve.Persona(
          name: persona.persona.name,
          stages: stages.indices.map {
            FeelingCurve.Stage(
              name: stages[$0].name,
              mean: persona.satisfactionByStage[$0]?.mean,
              quantiles: persona.quantilesByStage[$0]
            )
          }
        )
      }
    }
    return curve
  }

  private static func data(_ input: ReportInput) -> ReportTable {
    ReportTable(
      caption: "Every touchpoint: who comes here, how it feels, who leaves",
      columns: [
        .words("Touchpoint"), .words("Stage"), .words("Channel"), .figures("Travellers who come here"),
        .figures("Visits per traveller"), .figures("Satisfaction"), .figures("Leave here, of visits"),
      ],
      rows: input.simulation.touchpoints.map { touchpoint in
        [
          ReportTable.Cell(touchpoint.name), ReportTable.Cell(touchpoint.stage ?? ""),
          ReportTable.Cell(touchpoint.channel ?? ""),
          ReportTable.Cell(Figure(touchpoint.reach, in: .share).long),
          ReportTable.Cell(Figure(touchpoint.visits, in: .count).long),
          ReportTable.Cell(touchpoint.satisfaction.map { Figure($0, in: .points).long } ?? "–"),
          ReportTable.Cell(touchpoint.leave.map { Figure($0, in: .share).long } ?? "–"),
        ]
      }
    )
  }
}

extension String {
  /// The parts between separators.
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }
}
