import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says what the marks of a forest of fixes are, and how sure they are.
public enum ForestWords {
  /// What uncertain inputs make of a figure: "inputs 0.38 to 0.71"; nil without an interval.
  ///
  /// - Parameter difference: a difference in display units, noise and inputs in its interval.
  public static func inputs(_ difference: Estimate) -> String? {
    Figure(difference: difference, in: .count).interval.map { "inputs \($0)" }
  }

  /// How to read the marks.
  static func marks(hasFixes: Bool, hasDoubt: Bool) -> String {
    guard hasFixes else { return "Bar: with the pain point gone, 95% interval. " }
    return hasDoubt
      ? "Thick bar, a dot where it is short: the fix as costed, 95% interval of simulation noise. "
        + "Thin line: 95% with uncertain inputs as well. "
        + "Light dot: if the fix were perfect. "
      : "Thick bar: the fix as costed. Light: if it were perfect. Bars are 95% intervals. "
  }

  /// How a note begins that explains the lines with uncertain inputs.
  static let inputLines = "“Inputs”: "

  /// What the intervals hold.
  static func limits(_ doubt: UncertaintyResult?) -> String {
    guard let doubt, !doubt.drawn.isEmpty else {
      return "Intervals hold simulation noise only, not how sure the inputs are."
    }
    let inputs = Language.count(doubt.drawn.count, "uncertain input")
    return inputLines + "\(inputs) drawn together \(DecimalText.count(doubt.draws)) times, "
      + "\(DecimalText.count(doubt.travellersPerDraw)) travellers each, so their line may stand a little beside the bar. "
      + "What is perfect is not drawn with uncertain inputs."
  }
}
