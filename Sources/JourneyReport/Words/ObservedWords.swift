import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says how far a run looks like what was measured.
public enum ObservedWords {
  /// How far a simulated figure may be from the measured one to count as close, as a share of the measured one.
  public static let close = 0.1

  /// Simulated over measured minus one; nil where there is nothing to divide by or to compare.
  public static func deviation(_ comparison: ObservationComparison) -> Estimate? {
    let measured = comparison.observation.value
    guard let simulated = comparison.simulated, measured != 0 else { return nil }
    let ends = [simulated.low / measured - 1, simulated.high / measured - 1]
    return Estimate(
      mean: simulated.mean / measured - 1,
      standardError: simulated.standardError / abs(measured),
      low: ends.min() ?? 0,
      high: ends.max() ?? 0,
      level: simulated.level
    )
  }

  /// Whether a deviation is close, far, or undecided because its interval holds the limit.
  public static func tone(_ deviation: Estimate) -> Tone {
    if deviation.low >= -close && deviation.high <= close { return .good }
    if deviation.low > close || deviation.high < -close { return .bad }
    return .open
  }

  /// A deviation in words ("3% higher", "equal").
  public static func words(_ deviation: Estimate) -> String {
    if deviation.coversZero {
      return tone(deviation) == .good ? "as measured" : "too few visits to tell"
    }
    return Figure.percent(abs(deviation.mean)) + (deviation.mean > 0 ? " higher" : " lower")
  }

  /// The finding in a few words, for a panel.
  public static func short(_ comparisons: [ObservationComparison]) -> String {
    let tones = comparisons.compactMap(deviation).map(tone)
    guard !tones.isEmpty else { return "Nothing that was measured is given by this run" }
    func part(_ tone: Tone, _ words: String) -> String? {
      let number = tones.filter { $0 == tone }.count
      return number > 0 ? "\(Language.count(number)) \(words)" : nil
    }
    let parts = [part(.good, "close"), part(.bad, "far off"), part(.open, "not settled")].compactMap { $0 }
    return "Of \(Language.count(tones.count, "measured figure")) \(Language.list(parts))"
  }

  /// The finding.
  public static func heading(_ comparisons: [ObservationComparison]) -> String {
    let tones = comparisons.compactMap(deviation).map(tone)
    guard !tones.isEmpty else { return "What was measured, beside what was simulated" }
    let near = tones.filter { $0 == .good }.count
    let total = Language.count(tones.count, "measured figure")
    if near == tones.count {
      return tones.count == 1
        ? "The measured figure is close to the simulated one"
        : "\(Language.sentence(Language.all(tones.count, "measured figure"))) are close to the simulated ones"
    }
    let open = tones.filter { $0 == .open }.count
    let unsettled = "\(Language.count(open)) \(open == 1 ? "is" : "are") not settled"
    if near == 0 {
      return open == 0
        ? "None of the \(total) is close to the simulated one"
        : "Of the \(total), none is surely close to the simulated one; \(unsettled)"
    }
    let found = "\(Language.sentence(Language.count(near))) of \(total) \(near == 1 ? "is" : "are") close"
    return found + " to the simulated ones" + (open > 0 ? ", \(unsettled)" : "")
  }
}
