import Foundation

/// Maps figures to places along an axis.
public struct LinearScale: Sendable, Hashable {
  /// Smallest figure.
  public var low: Double
  /// Greatest figure, above `low`.
  public var high: Double
  /// Place of the smallest figure.
  public var start: Double
  /// Place of the greatest figure.
  public var end: Double

  /// Creates a scale; an empty range of figures is widened by one to each side.
  public init(low: Double, high: Double, start: Double, end: Double) {
    let isUsable = low.isFinite && high.isFinite && high > low
    let middle = low.isFinite ? low : 0
    self.low = isUsable ? low : middle - 1
    self.high = isUsable ? high : middle + 1
    self.start = start
    self.end = end
  }

  /// The place of a figure; figures outside the range are held at its ends.
  public func place(_ figure: Double) -> Double {
    let share = min(1, max(0, (figure - low) / (high - low)))
    return start + share * (end - start)
  }

  /// Round figures that cover the range, about as many as wanted: steps of 1, 2 or 5 times a power of ten.
  public static func ticks(low: Double, high: Double, about count: Int) -> [Double] {
    guard low.isFinite, high.isFinite, high > low, count > 0 else { return [] }
    let rough = (high - low) / Double(count)
    let power = pow(10, floor(log10(rough)))
    let factor = rough / power
    let step = power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10)
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first, last - first < 1_000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The range widened to round figures.
  public static func rounded(low: Double, high: Double, about count: Int) -> (low: Double, high: Double) {
    let ticks = Self.ticks(low: low, high: high, about: count)
    guard ticks.count > 1 else { return (low, high) }
    let step = ticks[1] - ticks[0]
    return ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
  }
}
