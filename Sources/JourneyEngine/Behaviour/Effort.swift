/// Effort points of a journey (drivers: Dixon, Toman & DeLisi 2013): ease is 100 minus their sum, clamped.
enum Effort {
  /// A change of channel that the customer had to make.
  static let channelChange = 8.0
  /// Another visit to the same touchpoint.
  static let repeatVisit = 12.0
  /// A move that a pain point forced.
  static let forcedMove = 6.0
}
