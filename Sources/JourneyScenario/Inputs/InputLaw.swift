import Foundation
import JourneyModel
import JourneyProbability

/// How an uncertain number is drawn.
///
/// Numbers with limits (shares, points, hand-offs) are beta between them, all others lognormal, a hand-off or an
/// amount of money with its sign. The typed number is the mean. A range of r per cent stands for a standard
/// deviation of r / 1.96 per cent of the number, so that about 95 % of the draws lie within it; a guess is taken as
/// 50 %, for a share 50 % of the smaller of it and the rest. A share measured on n has Jeffreys' posterior,
/// Beta(np + 1/2, n(1 - p) + 1/2); each option of a row of which moves were seen the marginal of the row's Dirichlet
/// posterior with counts + 1/2 (Jeffreys 1946). Where the range that was typed leaves no beta law with one peak, the
/// widest of these is taken, and `isNarrowed` says so.
public struct InputLaw: Sendable, Hashable {
  /// Half the 95 % range of a guess, as a share of the number.
  public static let guessRange = 0.5

  private enum Shape: Sendable, Hashable {
    case beta(alpha: Double, beta: Double, limit: Double)
    case lognormal(logMean: Double, logDeviation: Double)
  }

  private let shape: Shape
  private let isNegative: Bool
  /// Whether the law is narrower than the range that was typed.
  public let isNarrowed: Bool

  /// The posterior of a share with so many hits and misses, which may be fractions.
  static func posterior(hits: Double, misses: Double) -> InputLaw {
    InputLaw(shape: .beta(alpha: hits, beta: misses, limit: 1), isNegative: false, isNarrowed: false)
  }

  /// The law of a number of a mean and a standard deviation, both above 0 in size.
  ///
  /// - Parameter limit: the greatest size that it can have; the mean is below it.
  static func around(_ mean: Double, deviation: Double, limit: Double?) -> InputLaw {
    let size = abs(mean)
    guard let limit else {
      let variation = deviation / size
      let square = variation * variation
      // ln(1 + cv^2): the variance of the logarithm that gives the wanted mean and deviation.
      let logVariance = log1p(square)
      return InputLaw(
        shape: .lognormal(
          logMean: log(size) - logVariance / 2,
          logDeviation: logVariance.squareRoot()
        ),
        isNegative: mean < 0,
        isNarrowed: false
      )
    }
    let (share, spread) = (size / limit, deviation / limit)
    let wanted = share * (1 - share) / (spread * spread) - 1
    let least = max(1 / share, 1 / (1 - share))
    let total = max(wanted, least)
    return InputLaw(
      shape: .beta(alpha: share * total, beta: (1 - share) * total, limit: limit),
      isNegative: mean < 0,
      isNarrowed: wanted < least
    )
  }

  /// The value below which a share `u` of the draws lies; rises with `u`.
  public func quantile(_ u: Double) -> Double {
    let size: Double =
      switch shape {
      case .beta(let alpha, let beta, let limit):
        limit * BetaDistribution(alpha: alpha, beta: beta).quantile(isNegative ? 1 - u : u)
      case .lognormal(let logMean, let logDeviation):
        LogNormal(logMean: logMean, logStandardDeviation: logDeviation).quantile(isNegative ? 1 - u : u)
      }
    return isNegative ? -size : size
  }

  /// Between which values 95 % of the draws lie.
  public var range: ClosedRange<Double> {
    let (low, high) = (quantile(0.025), quantile(0.975))
    return low...max(low, high)
  }

  /// The mean.
  public var mean: Double {
    let size: Double =
      switch shape {
      case .beta(let alpha, let beta, let limit): limit * alpha / (alpha + beta)
      case .lognormal(let logMean, let logDeviation):
        LogNormal(logMean: logMean, logStandardDeviation: logDeviation).mean
      }
    return isNegative ? -size : size
  }

  /// The standard deviation.
  public var deviation: Double {
    switch shape {
    case .beta(let alpha, let beta, let limit):
      limit * BetaDistribution(alpha: alpha, beta: beta).variance.squareRoot()
    case .lognormal(let logMean, let logDeviation):
      LogNormal(logMean: logMean, logStandardDeviation: logDeviation).variance.squareRoot()
    }
  }
}
