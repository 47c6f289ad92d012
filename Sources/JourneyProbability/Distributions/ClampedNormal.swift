import RealModule

extension Normal {
  /// The mean of the value limited to `low` to `high`: the parts beyond a limit stand on it.
  ///
  /// From E[max(X - c, 0)] = (m - c) Phi(d) + s phi(d) with d = (m - c) / s.
  public func meanClamped(from low: Double, to high: Double) -> Double {
    guard standardDeviation > 0 else { return Swift.min(high, Swift.max(low, mean)) }
    func excess(over limit: Double) -> Double {
      let d = (mean - limit) / standardDeviation
      return (mean - limit) * Self.standardCumulative(d) + standardDeviation * Self.standardDensity(d)
    }
    return low + excess(over: low) - excess(over: high)
  }
}
