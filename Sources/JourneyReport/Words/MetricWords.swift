import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What the figures of a journey are called.
public struct MetricWords: Sendable {
  /// The journey whose outcomes, periods and currency give the words.
  public let journey: Journey

  /// Words for a journey.
  public init(_ journey: Journey) { self.journey = journey }

  /// A figure's name in running text.
  func quoted(_ metric: MetricID) -> String {
    Language.quotedName(label(metric))
  }

  /// The figure's name ("Reach “bought”").
  public func label(_ metric: MetricID) -> String {
    switch metric {
    case .goal: "Reach \(goalName)"
    case .satisfaction: "Satisfaction, 0–100"
    case .csat: "Satisfaction, CSAT 1–5"
    case .csatTop2: "Satisfied, 4 or 5 of 5"
    case .nps: "Net promoter score"
    case .ces: "Ease, CES 1–7"
    case .retention: hasCustomersAlready ? "Stay as customers" : "Customers who stay"
    case .kept: hasCustomersAlready ? "Stay as customers" : "Kept as customers"
    case .retentionAfter(let periods): "Still customers after \(span(periods))"
    case .keptAfter(let periods): "Kept for \(span(periods))"
    case .clv: "Customer lifetime value"
    case .cost: "Cost to serve"
    case .minutes: "Time taken"
    case .visits: "Touchpoint visits"
    case .timedOut: "Journeys cut off"
    }
  }

  /// The figure in a few words, for small marks ("+0.6 points kept as customers").
  public func brief(_ metric: MetricID) -> String {
    switch metric {
    case .goal: "reach \(goalName)"
    case .satisfaction: "of satisfaction"
    case .retention: "of customers stay"
    case .kept: hasCustomersAlready ? "stay as customers" : "kept as customers"
    default: label(metric).lowercasedFirst
    }
  }

  /// The figure's name with what its differences are counted in.
  public func effectLabel(_ metric: MetricID) -> String {
    switch metric.unit {
    case .share, .points: "\(label(metric)), points"
    case .money: journey.run.currency.isEmpty ? label(metric) : "\(label(metric)), \(journey.run.currency)"
    default: label(metric)
    }
  }

  /// What an effect adds to ("+1.8 points of travellers who reach “bought”").
  public func gainPhrase(_ difference: Estimate, of metric: MetricID) -> String {
    let text = Figure(difference: difference, in: metric.unit, currency: journey.run.currency).short
    return switch metric {
    case .goal: "\(text) of travellers who reach \(goalName)"
    case .satisfaction: "\(text) of satisfaction"
    case .retention, .retentionAfter: "\(text) of customers who stay"
    case .kept, .keptAfter:
      "\(text) of \(hasCustomersAlready ? "customers who stay" : "travellers kept as customers")"
    case .clv: "\(text) of lifetime value per traveller"
    default: "\(text), \(label(metric).lowercasedFirst)"
    }
  }

  /// A figure's value in a sentence ("41.7% of travellers reach “bought”").
  public func statement(
    _ estimate: Estimate,
    of metric: MetricID,
    withInterval: Bool = true
  ) -> (strong: String, rest: String) {
    let text = Figure(estimate, in: metric.unit, currency: journey.run.currency)
    let shown = withInterval ? text.interval : nil
    let interval = shown.map { " (\(Self.level(estimate)) interval \($0))" } ?? ""
    return switch metric {
    case .goal: ("\(text.short) of travellers", " reach \(goalName)\(interval)")
    case .satisfaction: ("\(text.short) of 100 points", " is their mean satisfaction\(interval)")
    case .retention: ("\(text.short) of customers", " stay after the journey\(interval)")
    case .kept: ("\(text.short) of travellers", " are kept as customers\(interval)")
    case .visits: ("\(text.short) visits", " make a journey on average\(interval)")
    default: (text.short, " is the figure for “\(label(metric).lowercasedFirst)”\(interval)")
    }
  }

  /// What a goal is called: its name where there is one goal with a name of its own.
  public var goalName: String {
    let goals = journey.outcomes.filter { $0.kind == .goal }
    guard goals.count == 1, let goal = goals.first else { return "a goal" }
    return goal.name == "done" ? "the goal" : Language.quoted(goal.name)
  }

  /// So many periods in words ("12 months").
  public func span(_ periods: Int) -> String {
    guard let retention = journey.retention else { return Language.count(periods, "period") }
    return Language.duration(seconds: retention.everySeconds * Double(periods))
  }

  /// One period as a noun ("month"), "period" where it has no simple name.
  public var periodName: String {
    let one = span(1)
    return one.hasPrefix("1 ") ? String(one.dropFirst(2)) : "period"
  }

  /// The level of an interval ("95%").
  public static func level(_ estimate: Estimate) -> String {
    DecimalText.fixed(estimate.level * 100, places: estimate.level > 0.99 ? 2 : 0) + "%"
  }

  /// Which way is better, in words.
  public static func direction(_ metric: MetricID) -> String {
    switch metric.higherIsBetter {
    case true: "higher is better"
    case false: "lower is better"
    default: "neither way is better by itself"
    }
  }

  private var hasCustomersAlready: Bool { journey.retention?.base == .everyone }
}

extension String {
  /// The text with its first letter small, unless it begins with an abbreviation.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension MetricID {
  /// The figure by which fixes are ranked: the same as the runs' own ranking.
  static func ranking(_ whatIf: ComparisonResult) -> MetricID { WhatIf.rankingMetric(whatIf) }

  /// The figure that says how a journey stands: the goal where there is one to reach, else who is kept, else
  /// satisfaction, else its length, whichever a run gives.
  public static func main(among metrics: [MetricEstimate], of journey: Journey) -> MetricID? {
    let hasGoal = journey.outcomes.contains { $0.kind == .goal }
    let wants = hasGoal && journey.retention?.base != .everyone ? [MetricID.goal] : []
    let order = wants + [.retention, .satisfaction, .goal, .visits]
    return order.first { id in metrics.contains { $0.id == id } }
  }
}
