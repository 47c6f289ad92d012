import JourneyStatistics

extension Language {
  private static let parts = [(0.75, "three quarters"), (0.5, "half"), (1 / 3.0, "a third")]

  /// How much of a whole a part is, in words: "about half", "over a third"; nil where the intervals do not allow it.
  ///
  /// The two are told from the same travellers, so taking the worst ends of both intervals errs towards saying nothing.
  static func part(_ part: Estimate, of whole: Estimate) -> String? {
    let (ends, all) = ([abs(part.low), abs(part.high)], [abs(whole.low), abs(whole.high)])
    guard let least = all.min(), let most = all.max(), least > 0, let low = ends.min(), let high = ends.max()
    else { return nil }
    let (worst, middle, best) = (low / most, abs(part.mean / whole.mean), high / least)
    if worst >= 0.9 { return "nearly all" }
    for (share, words) in parts
    where abs(middle - share) <= 0.03 && worst >= share - 0.08 && best <= share + 0.08 {
      return "about \(words)"
    }
    return parts.first { worst >= $0.0 }.map { "over \($0.1)" }
  }
}
