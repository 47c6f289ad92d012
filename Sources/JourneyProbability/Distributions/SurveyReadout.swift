import RealModule

/// What a survey would answer for a satisfaction in points, its response noise integrated, not drawn.
///
/// A category of K is min(K - 1, floor(K clamp(points + noise) / 100)), with normal noise; so each answer's
/// chance is a difference of normal probabilities, the first and the last taking what was clamped. Ratings are
/// error-prone measures of what they rate (Mittal and Kamakura, 2001).
public struct SurveyReadout: Equatable, Sendable {
  /// The standard deviation of the response noise, in points, at least 0.
  public let noise: Double

  /// From here on, in points, an answer of 0 to 10 is a promoter's 9 or 10.
  public static let promoterCut = 900.0 / 11
  /// Below this, in points, an answer of 0 to 10 is a detractor's 0 to 6.
  public static let detractorCut = 700.0 / 11

  /// A read-out with response noise.
  public init(noise: Double) {
    self.noise = noise
  }

  /// The chance that the answer's latent value is at least `cut`, both in points.
  public func chance(atLeast cut: Double, points: Double) -> Double {
    if noise == 0 { return points >= cut ? 1 : 0 }
    return Normal.standardCumulative((points - cut) / noise)
  }

  /// The chance of each of `count` equally wide categories, lowest first; they add up to 1.
  public func categories(_ count: Int, points: Double) -> [Double] {
    guard count > 0 else { return [] }
    var left = 1.0
    var chances: [Double] = []
    for category in 1..<Swift.max(1, count) {
      let above = chance(atLeast: 100 * Double(category) / Double(count), points: points)
      chances.append(left - above)
      left = above
    }
    return chances + [left]
  }

  /// The expected answer from 1 to `count`.
  public func meanCategory(_ count: Int, points: Double) -> Double {
    var mean = 1.0
    for category in 1..<Swift.max(1, count) {
      mean += chance(atLeast: 100 * Double(category) / Double(count), points: points)
    }
    return mean
  }

  /// The chance of one of the two best of five answers.
  public func topTwo(points: Double) -> Double { chance(atLeast: 60, points: points) }

  /// The chance of a promoter's answer.
  public func promoter(points: Double) -> Double { chance(atLeast: Self.promoterCut, points: points) }

  /// The chance of a detractor's answer.
  public func detractor(points: Double) -> Double {
    if noise == 0 { return points < Self.detractorCut ? 1 : 0 }
    return Normal.standardCumulative((Self.detractorCut - points) / noise)
  }

  /// The effort answer from 1 to 7 for an ease in points: 1 + min(6, floor(7 ease / 100)), ease clamped to 0-100.
  public static func effortCategory(ease: Double) -> Int {
    let clamped = Swift.min(100, Swift.max(0, ease))
    return 1 + Swift.min(6, Int(7 * clamped / 100))
  }
}
