import JourneyModel

/// Figures of satisfaction, pain points that hurt and retention need touchpoints that feel like something.
enum NeedsFeels: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let draft = context.draft
    guard !draft.touchpoints.isEmpty, draft.touchpoints.allSatisfy({ $0.feels == nil }) else { return }
    func need(_ what: String, _ mark: Mark) {
      findings.add(
        .needsFeels,
        at: mark,
        "\(what) needs feels on all touchpoints",
        help: ["add feels to every touchpoint, as in feels: 75 ± 12"]
      )
    }
    for part in draft.targets where isFelt(part.value.metric) { need(part.value.metric.text, part.mark) }
    for part in draft.observed {
      switch part.value.quantity {
      case .metric(let metric) where isFelt(metric): need(metric.text, part.mark)
      case .satisfactionAt: need("an observed satisfaction", part.mark)
      default: break
      }
    }
  }

  private static func isFelt(_ metric: MetricID) -> Bool {
    switch metric {
    case .satisfaction, .csat, .csatTop2, .nps, .ces: true
    default: false
    }
  }
}
