import JourneyModel
import JourneyStatistics

/// Sentences for lay readers about one figure, with digits that follow its interval.
extension MetricWords {
  /// How a figure stands: "374 of 1,000 travellers reach “bought” (371 to 377)".
  public func standing(_ estimate: Estimate, of metric: MetricID) -> String {
    guard let (people, verb) = people(metric) else {
      let text = Figure(estimate, in: metric.unit, currency: journey.run.currency)
      let interval = text.interval.map { " (\($0))" } ?? ""
      switch metric {
      case .satisfaction: return "Satisfaction is \(text.short) of 100 points\(interval)"
      case .visits: return "A journey has \(text.short) visits on average\(interval)"
      default: return "\(label(metric)) is \(text.short)\(interval)"
      }
    }
    let frequency = Frequency(estimate)
    return "\(frequency.words(people)) \(verb)" + (frequency.interval.map { " (\($0))" } ?? "")
  }

  /// The level of a figure beside another level of it, in the same terms: "391 of 1,000", "72.5".
  func level(_ estimate: Estimate, of metric: MetricID, beside other: Estimate) -> String {
    guard people(metric) != nil else {
      return Figure(estimate, in: metric.unit, currency: journey.run.currency).short
    }
    let among = Frequency(other).among
    let count = Int((estimate.mean * Double(among)).rounded(.toNearestOrAwayFromZero))
    return "\(DecimalText.count(count)) of \(DecimalText.count(among))"
  }

  /// Among how many people a change is counted; 1 for a figure that is not counted in people.
  func among(_ difference: Estimate, of metric: MetricID) -> Int {
    people(metric) == nil ? 1 : Frequency(difference).among
  }

  /// How a figure changes: "57 more of 10,000 travellers are kept as customers (53 to 61)".
  ///
  /// For differences whose interval does not hold 0; anything else is no change to speak of.
  ///
  /// - Parameter among: among so many people at least, where it stands beside another.
  public func change(_ difference: Estimate, of metric: MetricID, among: Int = 10) -> String {
    guard let (people, verb) = people(metric) else {
      let rises = difference.mean >= 0
      let text = Figure(
        difference: rises ? difference : difference.scaled(by: -1),
        in: metric.unit,
        currency: journey.run.currency
      )
      func bare(_ text: String) -> String { text.first == "+" ? String(text.dropFirst()) : text }
      let interval = text.interval.map { " (\($0))" } ?? ""
      return "\(short(metric)) \(rises ? "rises" : "falls") by \(bare(text.short))\(interval)"
    }
    let frequency = Frequency(difference, atLeast: among)
    return "\(frequency.change(people)) \(verb)" + (frequency.interval.map { " (\($0))" } ?? "")
  }

  /// The figure as a noun in running text ("reaching “bought”", "lifetime value").
  public func short(_ metric: MetricID) -> String {
    switch metric {
    case .goal: "reaching \(goalName)"
    case .satisfaction: "satisfaction"
    case .csat: "the CSAT answer"
    case .csatTop2: "the share of satisfied answers"
    case .nps: "the net promoter score"
    case .ces: "ease"
    case .kept, .keptAfter, .retention, .retentionAfter: "keeping customers"
    case .clv: "lifetime value"
    case .cost: "cost to serve"
    case .minutes: "time taken"
    case .visits: "the number of visits"
    case .timedOut: "the share of journeys cut off"
    }
  }

  /// Who is counted and what they do, for shares of people.
  private func people(_ metric: MetricID) -> (people: String, verb: String)? {
    let hasCustomersAlready = journey.retention?.base == .everyone
    switch metric {
    case .goal: return ("travellers", "reach \(goalName)")
    case .kept where !hasCustomersAlready: return ("travellers", "are kept as customers")
    case .keptAfter(let periods) where !hasCustomersAlready:
      return ("travellers", "are kept for \(span(periods))")
    case .retention, .kept: return ("customers", "stay")
    case .retentionAfter(let periods), .keptAfter(let periods):
      return ("customers", "are still there after \(span(periods))")
    case .timedOut: return ("journeys", "are cut off")
    default: return nil
    }
  }
}
