/// Satisfaction over several journeys: an anchor that each new experience moves (Bolton 1998).
///
/// C_j = C_(j-1) + eta_j (S_j - C_(j-1)) with eta_j = max(0.2, 1 / (j + 1)), C_0 = e.
@inline(__always)
func cumulativeSatisfaction(after journey: Int, previous: Double, newest: Double) -> Double {
  previous + max(0.2, 1 / Double(journey + 1)) * (newest - previous)
}

/// The expectation with which a customer comes back: e + 0.2 (S - e).
@inline(__always)
func adaptedExpectation(_ expectation: Double, after satisfaction: Double) -> Double {
  expectation + 0.2 * (satisfaction - expectation)
}
