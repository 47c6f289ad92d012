import JourneyModel

/// The weights of memory total 100 %, those not written at their defaults.
enum MemoryWeights: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let memory = context.draft.satisfaction.memory
    guard let mark = context.draft.memoryMark else { return }
    let total = memory.average + memory.best + memory.worst + memory.end
    guard abs(total - 1) > 1e-9 else { return }
    let parts = [
      ("average", memory.average), ("best", memory.best), ("worst", memory.worst), ("end", memory.end),
    ]
    let shown = parts.map { "\($0.0) \(NumberValue.shown($0.1))" }.joined(separator: ", ")
    findings.add(
      .memoryWeights,
      at: mark,
      "the weights of memory total \(ProbabilityValue.shown(total)), not 100 %",
      notes: [.init("they are \(shown); those not written stand at their defaults")]
    )
  }
}
