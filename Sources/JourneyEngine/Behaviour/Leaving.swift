import RealModule

/// The probability to give up at a touchpoint.
///
/// P = 1 - [(1 - l) product(1 - a)]^exp(-gamma (m - e0)): a hazard that a bad mood raises and a good one lowers. The
/// power form stays in [0, 1] and is the plain probability at gamma = 0.
///
/// - Parameters:
///   - logStay: the logarithm of the bracket, 0 where nobody could leave.
///   - moodGap: m - e0, in points.
///   - moodToLeavePerPoint: gamma per point.
@inline(__always)
func probabilityToLeave(logStay: Double, moodGap: Double, moodToLeavePerPoint: Double) -> Double {
  guard logStay < 0 else { return 0 }
  let hazard = moodToLeavePerPoint == 0 ? logStay : logStay * .exp(-moodToLeavePerPoint * moodGap)
  return 1 - .exp(hazard)
}
