import JourneyDiagnostics
import JourneyModel

/// Where a path and a pain point lead to the same place, the typed weight may or may not include the pain's share.
enum TypedTotals: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let pains = context.draft.pains.filter { !$0.sendsTo.isEmpty }
    guard !pains.isEmpty else { return }
    var rows: [String: Draft.Row] = [:]
    for row in context.draft.rows { rows[row.place.text] = row }
    for pain in pains {
      guard let row = rows[pain.at.text] else { continue }
      let total = row.options.reduce(0) { $0 + $1.weight }
      for forced in pain.sendsTo where forced.weight > 0 {
        guard let option = row.options.first(where: { $0.to.text == forced.to.text && $0.weight > 0 }) else {
          continue
        }
        let share = ProbabilityValue.shown((option.weight / total * 1000).rounded() / 1000)
        findings.add(
          .typedTotal,
          .note,
          at: option.to.mark,
          "is \(share) the total from \"\(row.place.text)\" to \"\(option.to.text)\", "
            + "or without those whom \"\(pain.name.text)\" sends there?",
          notes: [.init("sent there too", at: forced.to.mark)],
          help: ["it is taken as without them: the simulated share will be larger"]
        )
      }
    }
  }
}
