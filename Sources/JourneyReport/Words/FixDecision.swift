import JourneyExperiments
import JourneyModel

/// Which fix comes first, and by what.
///
/// Where every fix has a worth a year and a cost, money decides: of those that surely pay back, else of those that may,
/// the one worth most. Else the figure decides that ranks the fixes.
struct FixDecision {
  /// What leads.
  let lead: Lead
  /// The figure in which it leads; lifetime value stands for money.
  let metric: MetricID
  /// What the figures advise of those that lead; nil where money is not known of all.
  let advice: YearlyValue.Advice?

  init(_ whatIf: ComparisonResult) {
    let fixes = FixWords(whatIf)
    let ranking = MetricID.ranking(whatIf)
    let lines = ActionLine.all(whatIf)
    func lead(_ chosen: [ActionLine], in metric: MetricID) -> Lead {
      let names = Set(chosen.map(\.painPoint))
      let variants = fixes.singles.filter { $0.painPoints.first.map(names.contains) ?? false }
      return Lead(of: variants, in: metric) { $0.painPoints.first ?? $0.name }
    }
    guard !lines.isEmpty, lines.count == fixes.singles.count else {
      (self.lead, metric, advice) = (fixes.lead(in: ranking), ranking, nil)
      return
    }
    for advice in [YearlyValue.Advice.go, .testFirst] {
      let chosen = lines.filter { $0.value.advice == advice }
      // What may pay need not be told from nothing in money, but then by what it does.
      for metric in [MetricID.clv, ranking] {
        let found = lead(chosen, in: metric)
        if found != .none {
          (self.lead, self.metric, self.advice) = (found, metric, advice)
          return
        }
      }
    }
    (self.lead, metric, advice) = (fixes.lead(in: ranking), ranking, .dont)
  }

  /// Whether money decided.
  var isByMoney: Bool { advice != nil && metric == .clv }
}
