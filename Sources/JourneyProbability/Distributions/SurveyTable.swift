/// What one traveller's answer is expected to be.
@frozen
public struct SurveyAnswer: Equatable, Sendable {
  /// The expected answer from 1 to 5.
  public var category: Double
  /// The chance of one of the two best of five answers.
  public var topTwo: Double
  /// The chance of a promoter's answer.
  public var promoter: Double
  /// The chance of a detractor's answer.
  public var detractor: Double

  /// An answer from its parts.
  @inlinable
  public init(category: Double, topTwo: Double, promoter: Double, detractor: Double) {
    self.category = category
    self.topTwo = topTwo
    self.promoter = promoter
    self.detractor = detractor
  }
}

/// The read-outs of every satisfaction from 0 to 100 points, fast enough for every traveller.
///
/// Values and slopes at equal steps of a sixteenth of the noise, joined by cubic Hermite arcs: within 1e-7 of
/// the exact read-out for the chances, 4e-7 for the category. Noise below half a point is read out exactly.
public struct SurveyTable: Sendable {
  /// The read-out that the table stands for.
  public let readout: SurveyReadout
  @usableFromInline let knots: [SIMD8<Double>]
  @usableFromInline let knotsPerPoint: Double

  /// A table of a read-out.
  public init(_ readout: SurveyReadout) {
    self.readout = readout
    guard readout.noise >= 0.5 else {
      knots = []
      knotsPerPoint = 0
      return
    }
    let count = Int((1_600 / readout.noise).rounded(.up))
    let step = 100 / Double(count)
    knotsPerPoint = 1 / step
    knots = (0...count).map { index in
      let points = Double(index) * step
      let scale = step / readout.noise
      func slope(_ cut: Double) -> Double {
        Normal.standardDensity((points - cut) / readout.noise) * scale
      }
      let value = Self.exact(readout, points)
      return SIMD8(
        value.category,
        value.topTwo,
        value.promoter,
        value.detractor,
        slope(20) + slope(40) + slope(60) + slope(80),
        slope(60),
        slope(SurveyReadout.promoterCut),
        -slope(SurveyReadout.detractorCut)
      )
    }
  }

  /// The expected answer at a satisfaction from 0 to 100 points.
  @inlinable
  public func answer(points: Double) -> SurveyAnswer {
    let position = points * knotsPerPoint
    guard !knots.isEmpty, position >= 0, position <= Double(knots.count - 1) else {
      return Self.exact(readout, points)
    }
    let index = Swift.min(Int(position), knots.count - 2)
    let t = position - Double(index)
    let left = knots[index]
    let right = knots[index + 1]
    let rise = right.lowHalf - left.lowHalf
    let square = 3 * rise - 2 * left.highHalf - right.highHalf
    let cube = left.highHalf + right.highHalf - 2 * rise
    let value = ((cube * t + square) * t + left.highHalf) * t + left.lowHalf
    return SurveyAnswer(category: value[0], topTwo: value[1], promoter: value[2], detractor: value[3])
  }

  @usableFromInline
  static func exact(_ readout: SurveyReadout, _ points: Double) -> SurveyAnswer {
    SurveyAnswer(
      category: readout.meanCategory(5, points: points),
      topTwo: readout.topTwo(points: points),
      promoter: readout.promoter(points: points),
      detractor: readout.detractor(points: points)
    )
  }
}
