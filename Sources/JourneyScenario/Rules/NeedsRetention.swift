import JourneyModel

/// Figures about customers who stay need the part `retention`, and lifetime value needs its money.
enum NeedsRetention: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let draft = context.draft
    if draft.retention != nil, !draft.retentionHasBaseline, let mark = draft.retentionMark {
      let without = draft.personas.first { $0.value.baseline == nil }
      if draft.personas.isEmpty || without != nil {
        findings.add(
          .missingKey,
          at: mark,
          "retention needs the key \"baseline\"",
          notes: without.map { [.init("\"\($0.name.text)\" has none of its own", at: $0.name.mark)] } ?? [],
          help: ["add baseline: 78% at 75"]
        )
      }
    }
    for part in draft.targets { check(part.value.metric, at: part.mark, draft, into: &findings) }
    for part in draft.observed {
      switch part.value.quantity {
      case .metric(let metric): check(metric, at: part.mark, draft, into: &findings)
      default: break
      }
    }
  }

  private static func check(_ metric: MetricID, at mark: Mark, _ draft: Draft, into findings: inout Findings)
  {
    switch metric {
    case .retention, .kept, .retentionAfter, .keptAfter, .clv:
      if draft.retention == nil {
        findings.add(
          .needsRetention,
          at: mark,
          "\(metric.text) needs the part retention",
          help: ["add retention: {of: goal, every: 90d, baseline: 78% at 75}"]
        )
      } else if metric == .clv, draft.retention?.value == nil {
        findings.add(
          .needsRetention,
          at: mark,
          "clv needs retention.value",
          help: ["add value: {margin per purchase: 21, discount: 10% per year} to retention"]
        )
      }
    default: break
    }
  }
}
