/// How many digits a figure has, and what is written where there is none.
public enum FigureFormat {
  /// What is written for a difference whose interval holds 0.
  public static let noRealChange = "no real change"

  /// The number of decimal places that an interval's half-width bears; negative for tens and more.
  ///
  /// nil without a width, or with one that is not finite.
  public static func places(halfWidth: Double) -> Int? {
    guard halfWidth > 0, halfWidth.isFinite else { return nil }
    return -DecimalText.magnitude(halfWidth)
  }
}
