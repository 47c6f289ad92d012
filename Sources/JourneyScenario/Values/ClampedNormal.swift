import Foundation

/// A normal law cut off at 0 and 100.
package enum ClampedNormal {
  /// Mean of clamp(X, 0, 100) for X normal: the parts beyond a limit stand on it.
  ///
  /// From E[max(X - c, 0)] = (m - c) Phi(d) + s phi(d) with d = (m - c) / s.
  package static func mean(mean: Double, deviation: Double) -> Double {
    guard deviation > 0 else { return min(100, max(0, mean)) }
    func excess(over limit: Double) -> Double {
      let d = (mean - limit) / deviation
      let below = 0.5 * erfc(-d / 2.0.squareRoot())
      return (mean - limit) * below + deviation * exp(-d * d / 2) / (2 * Double.pi).squareRoot()
    }
    return excess(over: 0) - excess(over: 100)
  }
}
