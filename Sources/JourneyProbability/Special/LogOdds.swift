import RealModule

/// Between a probability and its log odds ln(p / (1 - p)).
public enum LogOdds {
  /// The log odds of a probability; infinite at 0 and 1.
  @inlinable
  public static func of(_ probability: Double) -> Double {
    Double.log(probability / (1 - probability))
  }

  /// The probability of log odds.
  @inlinable
  public static func probability(_ logOdds: Double) -> Double {
    1 / (1 + Double.exp(-logOdds))
  }

  /// The probability of log odds and what is missing to 1, each with its own digits.
  @inlinable
  public static func tails(_ logOdds: Double) -> Tails {
    // The exponential of the negative size never overflows, and the lesser part is never a difference.
    let ratio = Double.exp(-Swift.abs(logOdds))
    let greater = 1 / (1 + ratio)
    return logOdds < 0
      ? Tails(lower: ratio * greater, upper: greater) : Tails(lower: greater, upper: ratio * greater)
  }
}
