import JourneyStatistics

/// Says what is done about looking at many figures at once: the same in every table.
enum MultiplicityWords {
  /// What "no real change" means in a table of so many rows.
  static func note(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    guard count > 1 else { return "\"no real change\": the interval holds zero." }
    return
      "\"no real change\": not told from zero, at 95% for \(all(count)) \(plural ?? singular + "s") "
      + "together in each figure (Holm)."
  }

  /// The same for a page.
  static func pageNote(_ count: Int, _ singular: String) -> String {
    guard count > 1 else { return "“No real change” when the interval includes zero." }
    return
      "“No real change”: not told from zero, at 95% for \(all(count)) \(singular)s together in each figure (Holm)."
  }

  private static func all(_ count: Int) -> String {
    count == 2 ? "both" : "all \(DecimalText.count(count))"
  }
}
