import JourneyModel
import JourneyStatistics

/// One figure of a year's arrivals, by their first journeys; or how a change moves it.
public struct YearFigure: Sendable, Hashable {
  /// What is counted.
  public enum Quantity: Sendable, Hashable {
    /// Travellers who set out.
    case travellers
    /// Travellers who reach a goal.
    case goal
    /// Travellers who are kept as customers, or customers who stay.
    case kept
    /// Income of the journeys' ends: margins and the values of outcomes.
    case income
    /// Cost to serve.
    case cost
    /// Lifetime value, later periods included.
    case lifetimeValue
    /// Contacts in a channel that customers come to.
    case contacts(channel: String)
    /// Hours that those contacts take by themselves: staff time where people serve.
    case hours(channel: String)
    /// Messages and deliveries in a channel by which the company contacts customers.
    case messages(channel: String)

    /// The id used in JSON.
    public var id: String {
      switch self {
      case .travellers: "travellers"
      case .goal: "goal"
      case .kept: "kept"
      case .income: "income"
      case .cost: "cost"
      case .lifetimeValue: "lifetimeValue"
      case .contacts: "contacts"
      case .hours: "hours"
      case .messages: "messages"
      }
    }

    /// The channel, for figures of one.
    public var channel: String? {
      switch self {
      case .contacts(let channel), .hours(let channel), .messages(let channel): channel
      default: nil
      }
    }

    /// What it is counted in.
    public var unit: MetricUnit {
      switch self {
      case .income, .cost, .lifetimeValue: .money
      default: .count
      }
    }

    /// Whether more is better, worse, or neither by itself.
    public var higherIsBetter: Bool? {
      switch self {
      case .goal, .kept, .income, .lifetimeValue: true
      case .cost: false
      case .travellers, .contacts, .hours, .messages: nil
      }
    }
  }

  /// What is counted.
  public var quantity: Quantity
  /// Its value a year, simulation noise alone in the interval.
  public var estimate: Estimate

  /// Creates a figure.
  public init(quantity: Quantity, estimate: Estimate) {
    self.quantity = quantity
    self.estimate = estimate
  }
}

extension [YearFigure] {
  /// The figure of a quantity, or nil where it does not apply.
  public func figure(_ quantity: YearFigure.Quantity) -> Estimate? {
    first { $0.quantity == quantity }?.estimate
  }
}
