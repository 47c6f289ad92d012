import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportSection {
  /// What each fix is worth a year, and what to do about it.
  static func pay(_ input: ReportInput) -> ReportSection? {
    guard let whatIf = input.whatIf else { return nil }
    let lines = ActionLine.all(whatIf)
    guard !lines.isEmpty else { return nil }
    return ReportSection(
      id: .pay,
      navigation: "What it pays",
      heading: heading(lines),
      reading:
        "The lifetime value that each fix adds to a year's arrivals, against its one-off cost. Payback counts "
        + "the lead time.",
      blocks: [.table(table(lines, input))],
      notes: [
        ActionLine.rule,
        input.uncertainty == nil
          ? "Intervals hold simulation noise only: try the inputs that you doubt before you spend."
          : "Intervals hold simulation noise only; with uncertain inputs see “How sure”.",
      ]
    )
  }

  private static func heading(_ lines: [ActionLine]) -> String {
    let go = lines.filter { $0.value.advice == .go }.count
    guard go > 0 else { return "No fix pays back for sure" }
    if go == lines.count { return "Every fix pays back within two years, even at the low end" }
    let amount = Language.sentence(Language.count(go))
    return
      "\(amount) of \(Language.count(lines.count)) fixes \(go == 1 ? "pays" : "pay") back within two years, even at the low end"
  }

  /// The contacts that a fix moves most in a year's first journeys.
  private static func contacts(_ line: ActionLine, _ input: ReportInput) -> String {
    guard let whatIf = input.whatIf else { return "" }
    let variant = whatIf.variants.first { $0.operation == "fix" && $0.painPoints == [line.painPoint] }
    return variant.map { YearWords(input.journey).contacts($0, today: whatIf.year) } ?? ""
  }

  private static func table(_ lines: [ActionLine], _ input: ReportInput) -> ReportTable {
    ReportTable(
      caption: "Worth, payback and advice by fix",
      columns: [
        .words("Fix"), .words("Advice"), .figures("Worth a year"), .figures("Cost, once"),
        .figures("Payback"), .figures("A quarter's wait costs"), .figures("Lead time"), .words("Owner"),
        .words("Contacts a year"),
      ],
      rows: lines.map { line in
        [
          ReportTable.Cell(line.title, detail: line.painPoint),
          ReportTable.Cell(line.value.advice.rawValue, tone: line.value.advice.tone),
          ReportTable.Cell(line.worth(currency: input.currency)),
          ReportTable.Cell(Figure.money(line.value.cost, currency: input.currency)),
          ReportTable.Cell(line.payback), ReportTable.Cell(line.waiting(currency: input.currency)),
          ReportTable.Cell(line.leadTime), ReportTable.Cell(line.owner),
          ReportTable.Cell(contacts(line, input)),
        ]
      }
    )
  }
}

extension YearlyValue.Advice {
  /// How the advice is to be read.
  var tone: Tone {
    switch self {
    case .go: .good
    case .testFirst: .open
    case .dont: .bad
    }
  }
}
