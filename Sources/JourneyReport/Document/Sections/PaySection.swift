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
    if go == lines.count { return "Every fix pays back within two years" }
    let amount = Language.sentence(Language.count(go))
    return
      "\(amount) of \(Language.count(lines.count)) fixes \(go == 1 ? "pays" : "pay") back within two years"
  }

  private static func table(_ lines: [ActionLine], _ input: ReportInput) -> ReportTable {
    ReportTable(
      caption: "Worth, payback and advice by fix",
      columns: [
        .words("Fix"), .words("Advice"), .figures("Worth a year"), .figures("Cost, once"),
        .figures("Payback"), .figures("Lead time"), .words("Owner"),
      ],
      rows: lines.map { line in
        [
          ReportTable.Cell(line.title, detail: line.painPoint),
          ReportTable.Cell(line.value.advice.rawValue, tone: line.value.advice.tone),
          ReportTable.Cell(line.worth(currency: input.currency)),
          ReportTable.Cell(Figure.money(line.value.cost, currency: input.currency)),
          ReportTable.Cell(line.payback), ReportTable.Cell(line.leadTime), ReportTable.Cell(line.owner),
        ]
      }
    )
  }
}

extension YearlyValue.Advice {
  /// How the advice is to be read.
  fileprivate var tone: Tone {
    switch self {
    case .go: .good
    case .testFirst: .open
    case .dont: .bad
    }
  }
}
