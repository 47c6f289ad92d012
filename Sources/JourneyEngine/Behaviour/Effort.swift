/// Effort points of a journey (drivers: Dixon, Toman & DeLisi 2013): ease is 100 minus their sum, clamped.
enum Effort {
  /// A change of channel that the customer had to make.
  static let channelChange = 8.0
  /// Another visit to the same touchpoint.
  static let repeatVisit = 12.0
  /// A move that a pain point forced.
  static let forcedMove = 6.0

  /// The answer 1-7 to "how easy was it", as a category: 1 + min(6, floor(7 ease / 100)).
  static func answer(effort: Double) -> Double {
    1 + min(6, (7 * clampedPoints(100 - effort) / 100).rounded(.down))
  }
}
