import RealModule

/// The probability that a customer stays for another period.
///
/// logit P = logit(1 - theta) + ln(OR) (C - reference) / 10, theta being the customer's own churn probability
/// (Fader & Hardie 2007 for theta; the link is the logistic form of the satisfaction-retention association).
@inline(__always)
func probabilityToStay(
  logitStay: Double,
  satisfaction: Double,
  reference: Double,
  logOddsPerPoint: Double
) -> Double {
  1 / (1 + .exp(-(logitStay + logOddsPerPoint * (satisfaction - reference))))
}
