import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// One fix in the list of what to do, in words that the terminal and the page share.
struct ActionLine {
  /// What is done.
  var title: String
  /// The pain point it is for.
  var painPoint: String
  /// What it is worth.
  var value: YearlyValue
  /// Time until it works.
  var leadTime: String
  /// Who is responsible.
  var owner: String

  /// By what the advice goes.
  static let rule =
    "do: pays back within \(Int(YearlyValue.quickYears)) years even at the low end of its interval; "
    + "don't: not within \(Int(YearlyValue.slowYears)) even at the high end."

  /// Every fix whose worth is known, worth most first.
  static func all(_ whatIf: ComparisonResult) -> [ActionLine] {
    whatIf.variants.filter { $0.operation == "fix" && $0.painPoints.count == 1 }
      .compactMap { variant in
        guard let value = variant.yearlyValue(whatIf.journey), let pain = variant.painPoints.first else {
          return nil
        }
        let fix = whatIf.journey.painPoints.first { $0.name == pain }?.fix
        return ActionLine(
          title: fix?.name ?? variant.name,
          painPoint: pain,
          value: value,
          leadTime: fix?.leadTimeSeconds.map { Language.duration(seconds: $0) } ?? "",
          owner: fix?.owner ?? ""
        )
      }
      .sorted { $0.value.gain.mean > $1.value.gain.mean }
  }

  /// Worth a year with its interval.
  func worth(currency: String = "") -> String {
    guard value.isReal else { return FigureFormat.noRealChange }
    let figure = Figure(difference: value.gain, in: .money, currency: currency)
    return figure.long
  }

  /// What waiting for a quarter costs; a dash where the worth cannot be told from nothing or is below it.
  func waiting(currency: String = "") -> String {
    guard value.gain.low > 0 else { return "–" }
    let cost = Figure(value.costOfWaitingAQuarter, in: .money, currency: currency)
    return cost.short
  }

  /// Months or years until the cost is earned back; a dash where the worth cannot be told from nothing.
  var payback: String {
    guard value.isReal else { return "–" }
    guard let years = value.paybackYears else { return "never" }
    let months = DecimalText.fixed(years * 12, places: 0)
    return years < 1.5
      ? "\(months) month\(months == "1" ? "" : "s")" : "\(DecimalText.fixed(years, places: 1)) years"
  }
}
