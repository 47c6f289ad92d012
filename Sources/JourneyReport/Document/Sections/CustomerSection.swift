import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// Whom the fixes help, as one journey in two worlds.
  static func customer(_ input: ReportInput) -> ReportSection? {
    guard let customer = input.customer else { return nil }
    let words = CustomerWords(customer)
    let (old, new) = words.satisfactions
    let worlds = [("Today", customer.today, old), (words.world, customer.after, new)]
    let board = StoryBoard(
      rows: worlds.map { title, trace, text in
        StoryBoard.Row(title, trace, text, beside: trace == customer.today ? nil : customer.today, input)
      }
    )
    return ReportSection(
      id: .customer,
      navigation: "One customer",
      heading: words.heading,
      reading: words.reading,
      blocks: [.story(board), .command(command(customer, input))],
      data: data(worlds.map { ($0.0, $0.1) }),
      notes: ["One journey proves nothing: what the fixes change on average is under “What to fix”."]
    )
  }

  /// The command that replays the traveller in both worlds.
  private static func command(_ customer: TypicalTraveller, _ input: ReportInput) -> String {
    let all = input.journey.painPoints.filter { customer.trial.operation == "remove" || $0.fix != nil }
    let names = customer.trial.painPoints.count == all.count ? ["all"] : customer.trial.painPoints
    return ShellWords.line(
      ["journey", "trace", input.scenario.path, "--traveller", "\(customer.number)"]
        + customer.edits.flatMap { ["--set", $0] }
        + names.flatMap { ["--\(customer.trial.operation)", $0] }
        + (customer.seed == input.scenario.baseline.run.seed ? [] : ["--seed", "\(customer.seed)"])
    )
  }

  private static func data(_ worlds: [(title: String, trace: Trace)]) -> ReportTable {
    func points(_ value: Double?) -> ReportTable.Cell {
      ReportTable.Cell(value.map { DecimalText.fixed($0, places: 0) } ?? "–")
    }
    return ReportTable(
      caption: "Every visit in both worlds",
      columns: [
        .words("World"), .figures("Visit"), .words("Touchpoint"), .figures("Felt, of 100"),
        .figures("Mood, of 100"),
        .words("Pain points and remarks"),
      ],
      rows: worlds.flatMap { title, trace in
        trace.steps.enumerated().map { index, step in
          [
            ReportTable.Cell(title), ReportTable.Cell("\(index + 1)"), ReportTable.Cell(step.touchpoint),
            points(step.score), points(step.mood),
            ReportTable.Cell(
              (step.hits.map(CustomerWords.hit) + CustomerWords.remarks(step)).joined(separator: "; ")
            ),
          ]
        } + [
          [
            ReportTable.Cell(title), ReportTable.Cell("end"),
            ReportTable.Cell(Language.sentence(CustomerWords.ending(trace.outcome))),
            points(trace.satisfaction),
            ReportTable.Cell("–"), ReportTable.Cell(""),
          ]
        ]
      }
    )
  }
}

extension StoryBoard.Row {
  /// A world's visits as panels.
  ///
  /// - Parameter other: the journey of the row above, whose same visits need not say again what is done there.
  fileprivate init(
    _ title: String,
    _ trace: Trace,
    _ text: String,
    beside other: Trace?,
    _ input: ReportInput
  ) {
    var said: Set<String> = Set(other?.steps.map(\.touchpoint) ?? [])
    let all = trace.steps.enumerated().map { index, step in
      let touchpoint = input.journey.touchpoints.first { $0.name == step.touchpoint }
      let isNew = said.insert(step.touchpoint).inserted
      return StoryBoard.Panel(
        name: step.touchpoint,
        look: input.look(ofChannel: touchpoint?.channel),
        does: isNew ? touchpoint?.does : nil,
        thinks: isNew ? touchpoint?.thinks : nil,
        felt: step.score ?? 0,
        mood: step.mood,
        pains: step.hits.map(CustomerWords.hit),
        remarks: CustomerWords.remarks(step),
        isSame: other.map { $0.steps.indices.contains(index) && $0.steps[index] == step } ?? false
      )
    }
    let isLong = all.count > Self.first + Self.last + 1
    self.title = title
    panels = isLong ? Array(all.prefix(Self.first) + all.suffix(Self.last)) : all
    hidden = all.count - panels.count
    outcome = Language.sentence(CustomerWords.ending(trace.outcome))
    satisfaction = trace.satisfaction ?? 0
    satisfactionText = text
  }
}
