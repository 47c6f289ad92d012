import JourneyModel
import RealModule

extension DurationLaw {
  /// The expected duration in seconds.
  ///
  /// A lognormal with median m and 90th percentile p has the mean m exp(s²/2), s = ln(p/m) / 1.2815515655446004.
  var meanSeconds: Double {
    switch self {
    case .fixed(let seconds): return seconds
    case .lognormal(let median, let p90):
      guard median > 0 else { return 0 }
      let deviation = Double.log(p90 / median) / 1.281_551_565_544_600_4
      return median * Double.exp(deviation * deviation / 2)
    }
  }
}
