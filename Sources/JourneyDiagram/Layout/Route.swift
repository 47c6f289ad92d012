/// The line of one drawn flow.
public struct Route: Sendable, Equatable {
  /// Index into the picture's flows.
  public let flow: Int
  /// Indices of its ends: cards first, then outcomes.
  public let from: Int
  /// Index of the end it leads to.
  public let to: Int
  /// Pen width in points.
  public let width: Double
  /// Where it runs.
  public let curve: Curve
  /// Whether it leads back to an earlier stage.
  public let isBackward: Bool

  /// Arrow size in Graphviz' unit: it does not grow with the pen by itself.
  var arrowSize: Double { Self.arrowSize(width: width) }

  static func arrowSize(width: Double) -> Double { min(0.8, 0.34 + 0.085 * width) }
  /// Length of the arrow in points.
  static func arrowLength(width: Double) -> Double { 10 * arrowSize(width: width) }
}
