/// A figure ready to be read: the value, its interval, and whether there is anything to see.
public struct FigureText: Equatable, Sendable {
  /// The value in words or digits: "41.7%", "+0.31", "no real change".
  public var value: String
  /// The value in digits even where `value` is in words.
  public var digits: String
  /// The interval, "41.5 to 41.8"; nil where there is none because the answer is exact.
  public var interval: String?
  /// For a difference: whether its interval leaves out 0. True for everything else.
  public var isReal: Bool

  /// A figure from its parts.
  public init(value: String, digits: String, interval: String?, isReal: Bool = true) {
    self.value = value
    self.digits = digits
    self.interval = interval
    self.isReal = isReal
  }

  /// Value and interval in one: "41.7% (41.5 to 41.8)".
  public var text: String {
    guard let interval else { return value }
    return "\(value) (\(interval))"
  }
}
