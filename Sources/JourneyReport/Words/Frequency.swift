import JourneyStatistics

/// A share of people as a count of so many, as people picture it: "374 of 1,000 travellers".
///
/// The number of people follows the interval, as digits do: the surer the share, the more people it is counted among.
public struct Frequency: Sendable, Hashable {
  /// Among how many: a power of ten.
  public var among: Int
  /// The count.
  public var count: Int
  /// The lower end of its interval.
  public var low: Int
  /// The upper end of its interval.
  public var high: Int

  /// The most people that anybody is asked to picture.
  private static let most = 1_000_000

  /// Counts a share, or a difference of shares, among so many people at least.
  public init(_ share: Estimate, atLeast least: Int = 10) {
    let places = FigureFormat.places(halfWidth: 100 * share.halfWidth) ?? 1
    var among = 10
    for _ in 0..<max(0, places + 1) where among < Self.most { among *= 10 }
    func counted(_ value: Double) -> Int { Int((value * Double(among)).rounded(.toNearestOrAwayFromZero)) }
    // An interval that rounds to one count would look exact, and one whose end rounds to 0 would seem to hold it.
    while among < Self.most,
      share.low < share.high && counted(share.low) == counted(share.high)
        || share.excludesZero && (counted(share.low) == 0 || counted(share.high) == 0)
    {
      among *= 10
    }
    among = max(among, least)
    self.among = among
    count = counted(share.mean)
    low = counted(share.low)
    high = counted(share.high)
  }

  /// "374 of 1,000 travellers".
  public func words(_ people: String) -> String {
    "\(DecimalText.count(count)) of \(DecimalText.count(among)) \(people)"
  }

  /// "57 more of 10,000 travellers", "12 fewer of 1,000 customers".
  public func change(_ people: String) -> String {
    "\(DecimalText.count(abs(count))) \(count < 0 ? "fewer" : "more") of \(DecimalText.count(among)) \(people)"
  }

  /// "371 to 377", without signs; nil for what has no interval.
  public var interval: String? {
    guard low < high else { return nil }
    let ends = low < 0 && high <= 0 ? (-high, -low) : (low, high)
    return "\(DecimalText.count(ends.0)) to \(DecimalText.count(ends.1))"
  }
}
