import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what a year's arrivals come to, and what a change does to them.
public struct YearWords: Sendable {
  private let words: MetricWords
  private let journey: Journey

  /// Words for a journey.
  public init(_ journey: Journey) {
    self.journey = journey
    words = MetricWords(journey)
  }

  /// Which touchpoints' time is not in the hours, and why; nil where there are none.
  public var leftOut: String? {
    let inbound = Set(journey.channels.filter { !$0.isOutbound }.map(\.name))
    let long = journey.touchpoints.filter { touchpoint in
      touchpoint.takes != nil && !touchpoint.isServed && touchpoint.channel.map(inbound.contains) == true
    }
    guard !long.isEmpty else { return nil }
    return
      "Hours leave out \(Language.list(long.map(\.name))): what typically takes eight hours or more is waiting."
  }

  /// What a figure is called.
  public func label(_ quantity: YearFigure.Quantity) -> String {
    switch quantity {
    case .travellers: "Travellers who set out"
    case .goal: words.label(.goal)
    case .kept: words.label(.kept)
    case .income: "Income from how journeys end"
    case .cost: words.label(.cost)
    case .lifetimeValue: "Lifetime value, later periods included"
    case .contacts(let channel): "Contacts, \(channel)"
    case .hours(let channel): "Hours, \(channel)"
    case .messages(let channel): "Messages from us, \(channel)"
    }
  }

  /// A figure of a year.
  public func text(_ figure: YearFigure) -> Figure {
    Figure(figure.estimate, in: figure.quantity.unit, currency: journey.run.currency)
  }

  /// How a change moves a figure of a year; nil where that is no real change.
  public func change(_ figure: YearFigure) -> Figure? {
    guard !figure.estimate.coversZero else { return nil }
    return Figure(difference: figure.estimate, in: figure.quantity.unit, currency: journey.run.currency)
  }

  /// The channels whose contacts a change moves most against today, as words: "−3,100 contact centre (−420 hours)".
  ///
  /// - Parameter most: how many channels are named.
  public func contacts(_ variant: VariantResult, today: [YearFigure], most: Int = 2) -> String {
    let moved = variant.year.compactMap { figure -> (channel: String, share: Double, text: String)? in
      guard case .contacts(let channel) = figure.quantity, let change = change(figure),
        let before = today.figure(figure.quantity)?.mean
      else { return nil }
      let hours = variant.year.first { $0.quantity == .hours(channel: channel) }.flatMap(self.change)
      let time = hours.map { " (\($0.value) hours)" } ?? ""
      let share = before > 0 ? abs(figure.estimate.mean) / before : .infinity
      return (channel, share, "\(change.value) \(channel)\(time)")
    }
    return moved.sorted { $0.share == $1.share ? $0.channel < $1.channel : $0.share > $1.share }
      .prefix(most).map(\.text).joined(separator: ", ")
  }

  /// What the figures are and what they leave out.
  public static let rule =
    "First journeys of a year's arrivals. Contacts: visits to channels that customers come to; hours: the time that "
    + "those visits take by themselves, staff time where people serve."
}
