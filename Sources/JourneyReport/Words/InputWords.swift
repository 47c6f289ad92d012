import JourneyModel
import JourneyScenario
import JourneyStatistics

/// Inputs and their values in words.
public struct InputWords: Sendable {
  private let currency: String

  /// Words for inputs of a journey.
  public init(_ journey: Journey) { currency = journey.run.currency }

  /// A value of an input ("24%", "2.5 days", "140,000 EUR").
  public func value(_ value: Double, of input: ScenarioInput) -> String {
    switch input.kind {
    case .share, .seen: Self.percent(value)
    case .points, .number: DecimalText.significant(value, digits: 3)
    case .money: Figure.money(Self.rounded(value), currency: currency)
    case .duration: Self.duration(value)
    case .rate(let unit, let seconds): DecimalText.significant(value * seconds, digits: 4) + " per \(unit)"
    }
  }

  /// What was typed.
  public func typed(_ input: ScenarioInput) -> String { value(input.value, of: input) }

  /// What an input rests on, as a sign: "?" a guess, "±" a range, "n" a count; nothing where it is not said.
  public static func sign(_ input: ScenarioInput) -> String {
    guard input.law != nil else { return "" }
    return switch input.mark {
    case .guess: "?"
    case .relative: "±"
    case .counted: "n"
    case nil: ""
    }
  }

  /// What is assumed about guesses and ranges, in a sentence; nil where nothing is drawn.
  public static func assumption(_ inputs: [ScenarioInput]) -> String? {
    var parts: [String] = []
    let guess = Figure.percent(InputLaw.guessRange)
    if inputs.contains(where: { $0.mark == .guess }) {
      parts.append("a guess (?) is taken as ± \(guess), a share's as ± \(guess) of the smaller side")
    }
    if inputs.contains(where: { if case .relative? = $0.mark { true } else { false } }) {
      parts.append("± r% as 95% of what a number may be")
    }
    if inputs.contains(where: { if case .counted? = $0.mark { true } else { false } }) {
      parts.append("counts by their posterior")
    }
    return parts.isEmpty ? nil : Language.sentence(parts.joined(separator: "; ")) + "."
  }

  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    let isNearAnEnd = percent < 1 || percent > 99
    return DecimalText.significant((percent * (isNearAnEnd ? 100 : 10)).rounded() / (isNearAnEnd ? 100 : 10))
      + "%"
  }

  private static func rounded(_ value: Double) -> Double {
    abs(value) < 1_000 ? (value * 100).rounded() / 100 : value.rounded()
  }

  private static func duration(_ seconds: Double) -> String {
    let units: [(Double, String)] = [(86_400, "d"), (3_600, "h"), (60, "m")]
    let unit = units.first { seconds >= 2 * $0.0 } ?? (1, "s")
    return DecimalText.significant(seconds / unit.0, digits: 3) + unit.1
  }
}
