import JourneyModel

/// Points gained and lost per point of surprise at a touchpoint of a Kano category.
///
/// With the defaults (gain 0.25, loss aversion 2): performance 0.25 / 0.50, must 0 / 0.75, delighter 0.50 / 0,
/// indifferent 0 / 0. Switching surprise off (gain 0) switches it off for all.
func surprise(_ kano: Kano, _ model: SatisfactionModel) -> (gain: Double, loss: Double) {
  let loss = model.gain * model.lossAversion
  return switch kano {
  case .performance: (model.gain, loss)
  case .must: (0, 1.5 * loss)
  case .delighter: (2 * model.gain, 0)
  case .indifferent: (0, 0)
  }
}

/// The score of a visit: performance plus asymmetric disconfirmation, clamped to 0-100.
///
/// s = q + delta v(q - e), v(d) = d above expectation and lambda d below (Oliver 1980; Anderson & Sullivan 1993).
@inline(__always)
func score(quality: Double, expectation: Double, gain: Double, loss: Double) -> Double {
  let gap = quality - expectation
  return clampedPoints(quality + (gap >= 0 ? gain : loss) * gap)
}

/// Points limited to the scale.
@inline(__always)
func clampedPoints(_ points: Double) -> Double { min(100, max(0, points)) }
