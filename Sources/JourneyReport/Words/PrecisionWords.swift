import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says how a run went that was to be so precise.
public struct PrecisionWords: Sendable {
  private let stamp: RunStamp
  private let outcome: PrecisionOutcome
  private let journey: Journey
  private let words: MetricWords

  /// Words for a run; nil where its number of travellers was decided beforehand.
  public init?(_ stamp: RunStamp, _ journey: Journey) {
    guard let outcome = stamp.precision else { return nil }
    self.stamp = stamp
    self.outcome = outcome
    self.journey = journey
    words = MetricWords(journey)
  }

  /// One or two lines: what was reached, and that the intervals are always valid.
  var lines: [String] {
    let looks = outcome.looks == 1 ? "once" : "\(Language.count(outcome.looks)) times"
    return [
      ended,
      "Intervals are always valid: the run was looked at \(looks), and they hold at every look.",
    ]
  }

  private var ended: String {
    switch outcome.stop {
    case .decided: return "Stopped when every target was decided."
    case .precise:
      guard let metric = outcome.wish.metric, let reached = outcome.reached, let wanted = outcome.wanted
      else {
        return "Stopped when every target was decided, or known to \(Self.wish(outcome.wish, journey))."
      }
      return
        "\(words.label(metric)): known to ±\(amount(reached, metric.unit, up: true)), "
        + "\(target(wanted, metric)) wished for."
    case .cap:
      guard let metric = outcome.wish.metric, let reached = outcome.reached, let wanted = outcome.wanted
      else {
        return "The most travellers allowed came before every target was decided."
      }
      let needed =
        outcome.travellersNeeded.map {
          "about \(Self.rounded(max($0, stamp.travellers))) travellers would do"
        } ?? "no number of travellers would do"
      return
        "\(words.label(metric)): known only to ±\(amount(reached, metric.unit, up: true)), "
        + "\(target(wanted, metric)) wished for; \(needed)."
    }
  }

  private func target(_ wanted: Double, _ metric: MetricID) -> String {
    let text = Self.wish(outcome.wish, journey)
    guard case .relative = outcome.wish.halfWidth else { return text }
    return "\(text) (±\(amount(wanted, metric.unit, up: false)))"
  }

  /// A wish as people write it ("±0.1 points", "±1%").
  static func wish(_ wish: Precision, _ journey: Journey) -> String {
    switch wish.halfWidth {
    case .points(let points): "±\(DecimalText.significant(points)) \(points == 1 ? "point" : "points")"
    case .amount(let amount, let unit):
      "±" + Figure(.exact(amount), in: unit, currency: journey.run.currency).short
    case .relative(let share): "±\(DecimalText.significant(share * 100))%"
    }
  }

  /// A half-width to two digits, upwards where it was reached, so that it never looks better than it is.
  private func amount(_ value: Double, _ unit: MetricUnit, up: Bool) -> String {
    let scale = unit == .share ? 100.0 : 1
    let scaled = value * scale
    var step = 1.0
    while scaled / step >= 100 { step *= 10 }
    while scaled > 0, scaled / step < 9.95, step > 1e-12 { step /= 10 }
    let steps = scaled / step
    // What is a whole number of steps but for rounding stays that number.
    let digits = up ? (steps - 1e-9).rounded(.up) : steps.rounded()
    let text = DecimalText.significant(digits * step, digits: 2)
    switch unit {
    case .share, .points: return "\(text) points"
    case .money, .minutes:
      return Figure(.exact(digits * step), in: unit, currency: journey.run.currency).short
    case .npsScale, .csatScale, .cesScale, .count: return text
    }
  }

  /// A number of travellers to two digits, upwards.
  static func rounded(_ travellers: Int) -> String {
    var unit = 1
    while travellers / unit >= 100 { unit *= 10 }
    return DecimalText.count((travellers + unit - 1) / unit * unit)
  }
}
