extension DurationLaw {
  /// The typical length in seconds: the median.
  public var typicalSeconds: Double {
    switch self {
    case .fixed(let seconds): seconds
    case .lognormal(let median, _): median
    }
  }
}

extension Touchpoint {
  /// The longest typical visit that is service; what takes longer (a delivery, a letter) is mostly waiting.
  public static let longestServiceSeconds = 8.0 * 3_600

  /// Whether the time of its visits is counted as hours of service.
  public var isServed: Bool { takes.map { $0.typicalSeconds < Self.longestServiceSeconds } ?? false }
}
