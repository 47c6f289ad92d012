import RealModule

/// Customers who are all alike and leave with the same chance every period: the simplest retention model.
public struct GeometricChurn: Equatable, Sendable {
  /// The chance of staying each period, in [0, 1].
  public let retention: Double

  /// A churn model by its retention rate.
  public init(retention: Double) {
    self.retention = retention
  }

  /// The share that is still there after a number of periods.
  public func survival(after periods: Int) -> Double {
    Double.pow(retention, periods)
  }

  /// How many periods a customer is expected to be there, the first included; infinite if nobody leaves.
  public var expectedLifetime: Double { 1 / (1 - retention) }

  /// The same, with each period discounted by `rate` (above 0, or any if retention is below 1).
  public func discountedLifetime(rate: Double) -> Double {
    (1 + rate) / (1 + rate - retention)
  }
}
