import JourneyStatistics

/// What the followed page and the terminal say about a run.
enum WatchWords {
  /// What the figures on the page are worth.
  static func note(_ travellers: Int, isQuick: Bool, hasDoubts: Bool) -> String {
    let people = "\(DecimalText.count(travellers)) travellers"
    guard isQuick else { return "\(people). Save the file, and this page follows." }
    let doubts = hasDoubts ? ", without uncertain inputs" : ""
    return "Quick look: \(people)\(doubts); precise figures follow."
  }

  /// A length of time in seconds ("0.8 s").
  static func seconds(_ seconds: Double) -> String { DecimalText.fixed(seconds, places: 1) + " s" }
}
