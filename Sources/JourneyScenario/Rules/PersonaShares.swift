import JourneyModel

/// The personas' shares total 100 %.
enum PersonaShares: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let personas = context.draft.personas
    guard !personas.isEmpty, let mark = context.draft.personasMark else { return }
    // A share that could not be read was found already; the total would say nothing.
    let shares = personas.compactMap(\.share)
    guard shares.count == personas.count else { return }
    let total = personas.reduce(0) { $0 + $1.value.share.value }
    guard abs(total - 1) > 1e-9 else { return }
    findings.add(
      .personaShares,
      at: mark,
      "the personas' shares total \(ProbabilityValue.shown(total)), not 100 %",
      notes: shares.together(saying: "these total \(ProbabilityValue.shown(total))")
    )
  }
}
