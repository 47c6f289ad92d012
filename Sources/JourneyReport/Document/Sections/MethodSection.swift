import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// May I trust it.
  static func method(_ input: ReportInput) -> ReportSection? {
    let stamp = input.simulation.stamp
    let evidence = input.scenario.evidence
    var facts = [
      "Scenario \(input.scenario.path), SHA-256 \(input.scenario.digest.prefix(16))…",
      "\(DecimalText.count(stamp.travellers)) travellers, seed \(stamp.seed), "
        + "\(Language.count(stamp.periods, "period")), journey \(stamp.version). "
        + "The same command gives the same figures on any machine.",
      exactLine(input.simulation.exact),
      "Intervals are 95% and hold simulation noise. They do not say how sure the inputs are"
        + (input.uncertainty == nil ? "." : ", except under “How sure”."),
    ]
    if stamp.isControlled {
      facts.append(
        "The known luck of the draws is taken out of key figures and effects (control variates), so their intervals "
          + "are narrow. Counts, flows and paths are as walked, and may differ from them in the last digits."
      )
    }
    if evidence.numbers > 0 { facts.append(EvidenceWords.sentence(evidence)) }
    let memory = input.journey.satisfaction.memory
    func share(_ weight: Double) -> String { Figure.percent(weight) }
    var limits: [String] = []
    let isLoss = input.journey.outcomes.contains { $0.name == Outcome.timedOutName && $0.kind == .loss }
    if let cut = input.simulation.metric(.timedOut) {
      limits.append(
        "\(Figure(cut, in: .share).long) of journeys were cut off by the limit on length or time"
          + (isLoss ? "; they count as lost." : ".")
      )
    }
    if input.journey.hasQuality {
      limits.append(
        "What is remembered of a journey is a judgement: average \(share(memory.average)), "
          + "best \(share(memory.best)), worst \(share(memory.worst)), end \(share(memory.end))."
      )
    }
    if input.journey.retention != nil {
      limits.append(
        "That satisfied customers stay is an association from studies, not a proof: "
          + "an effect on who stays assumes that raising satisfaction raises staying."
      )
    }
    limits.append("A dissatisfaction share says where it collects, not what a fix would bring.")
    var blocks: [ReportBlock] = [.command(input.command), .list(title: "This run", items: facts)]
    if !input.scenario.assumptions.isEmpty {
      blocks.append(.list(title: "Assumed", items: input.scenario.assumptions))
    }
    blocks.append(.list(title: "Limits", items: limits))
    return ReportSection(
      id: .method,
      navigation: "Method",
      heading: "How this was made",
      reading: "A report that nobody can repeat is an opinion. This one is one command.",
      blocks: blocks,
      data: exactTable(input.simulation.exact)
    )
  }

  /// What the exact answer says, in one sentence.
  static func exactLine(_ exact: ExactComparison) -> String {
    guard exact.applies else {
      return "The exact answer does not apply: \(exact.reason ?? "the journey is not a plain chain")."
    }
    let z = DecimalText.fixed(exact.greatestZ, places: 2)
    return exact.agrees
      ? "Checked against the exact answer: \(exact.lines.count) figures agree at 99.99% together (greatest |z| \(z))."
      : "The run does not agree with the exact answer (greatest |z| \(z)): do not rely on it."
  }

  private static func exactTable(_ exact: ExactComparison) -> ReportTable? {
    guard exact.applies, !exact.lines.isEmpty else { return nil }
    return ReportTable(
      caption: "Exact and simulated",
      columns: [.words("Figure"), .figures("Exact"), .figures("Simulated"), .figures("z")],
      rows: exact.lines.map { line in
        [
          ReportTable.Cell(line.label), ReportTable.Cell(DecimalText.fixed(line.exact, places: 5)),
          ReportTable.Cell(DecimalText.fixed(line.simulated, places: 5)),
          ReportTable.Cell(DecimalText.fixed(line.z, places: 2)),
        ]
      }
    )
  }
}
