import JourneyProbability

/// What it is worth to know a number exactly before deciding: the expected value of (partial) perfect information.
///
/// From draws of all uncertain inputs with the benefit of each option in each draw. Knowing an input, one would take
/// the option with the greatest expected benefit given its value; that expectation is a regression of the benefits on
/// the input (Strong, Oakley and Brennan 2014), here on the first two Hermite polynomials of its normal scores. The
/// plain estimate is never below 0, and too large where there are few draws; the bootstrap over draws takes that
/// bias off and gives the interval, whose ends may then be below 0: too small to tell.
public struct InformationValue: Sendable {
  /// How options go together.
  public enum Decision: Sendable, Hashable {
    /// One option or none is chosen.
    case one
    /// Each option is taken or left by itself; values add up.
    case each
  }

  /// Fewer draws than this say nothing about the value of information.
  public static let leastDraws = 50
  /// Bootstrap resamples behind every interval.
  public static let resamples = 200

  /// Benefit of each option in each draw; doing nothing is 0 and is not listed.
  private let benefits: [[Double]]
  private let decision: Decision
  private let generator: Philox4x32

  /// Prepares the benefits.
  ///
  /// - Parameters:
  ///   - benefits: one row per draw, one column per option.
  ///   - seed: of the bootstrap.
  /// - Returns: nil for fewer than 50 draws or no option.
  public init?(_ benefits: [[Double]], decision: Decision, seed: UInt64) {
    guard benefits.count >= Self.leastDraws, let options = benefits.first?.count, options > 0,
      benefits.allSatisfy({ $0.count == options && $0.allSatisfy(\.isFinite) })
    else { return nil }
    self.benefits = benefits
    self.decision = decision
    generator = Philox4x32(seed: seed)
  }

  /// The value of knowing everything: the bound of what any measurement is worth.
  public func ofEverything() -> Estimate {
    estimate { weights in gain(benefits, weights) }
  }

  /// The value of knowing some numbers together.
  ///
  /// - Parameter scores: one row per draw, one column per number; of mean 0 and standard deviation about 1.
  /// - Returns: nil where there are too few draws for so many numbers (five for each term of the regression).
  /// - Complexity: O(resamples x draws x (terms^2 + terms x options)).
  public func of(_ scores: [[Double]]) -> Estimate? {
    guard scores.count == benefits.count, let width = scores.first?.count, width > 0 else { return nil }
    let isCurved = (1 + 2 * width) * 5 <= scores.count
    guard (1 + width) * 5 <= scores.count else { return nil }
    let rows = scores.map { row in [1] + row + (isCurved ? row.map { ($0 * $0 - 1) / 2.0.squareRoot() } : [])
    }
    return estimate { weights in
      guard let fitted = fit(rows, weights) else { return nil }
      return gain(fitted, weights)
    }
  }

  // MARK: Parts

  /// The expected benefit of deciding draw by draw, less that of one decision for all.
  private func gain(_ values: [[Double]], _ weights: [Double]) -> Double {
    let options = values[0].count
    let total = weights.reduce(0, +)
    var means = [Double](repeating: 0, count: options)
    var best = 0.0
    for (row, weight) in zip(values, weights) where weight > 0 {
      var top = 0.0
      for option in 0..<options {
        means[option] += weight * row[option]
        top = decision == .one ? max(top, row[option]) : top + max(0, row[option])
      }
      best += weight * top
    }
    let fixed = means.map { max(0, $0) }
    let blind = decision == .one ? fixed.max() ?? 0 : fixed.reduce(0, +)
    // Where no draw changes the decision the two are the same sum, up to the order of adding.
    return best - blind <= 1e-9 * (abs(best) + abs(blind)) ? 0 : (best - blind) / total
  }

  /// Weighted least squares of every option on the rows; nil where the rows are dependent.
  private func fit(_ rows: [[Double]], _ weights: [Double]) -> [[Double]]? {
    let (terms, options) = (rows[0].count, benefits[0].count)
    var left = [[Double]](repeating: [Double](repeating: 0, count: terms), count: terms)
    var right = [[Double]](repeating: [Double](repeating: 0, count: options), count: terms)
    for at in rows.indices where weights[at] > 0 {
      for i in 0..<terms {
        let weighted = weights[at] * rows[at][i]
        for j in 0...i { left[i][j] += weighted * rows[at][j] }
        for k in 0..<options { right[i][k] += weighted * benefits[at][k] }
      }
    }
    guard Self.solve(&left, &right) else { return nil }
    return rows.map { row in
      (0..<options).map { option in
        var value = 0.0
        for term in 0..<terms { value += row[term] * right[term][option] }
        return value
      }
    }
  }

  /// Cholesky in place: `left` holds the lower triangle, `right` becomes the solution.
  private static func solve(_ left: inout [[Double]], _ right: inout [[Double]]) -> Bool {
    let count = left.count
    for j in 0..<count {
      let scale = left[j][j]
      for k in 0..<j { left[j][j] -= left[j][k] * left[j][k] }
      guard left[j][j] > scale * 1e-10, left[j][j] > 0 else { return false }
      left[j][j] = left[j][j].squareRoot()
      for i in (j + 1)..<max(count, j + 1) {
        for k in 0..<j { left[i][j] -= left[i][k] * left[j][k] }
        left[i][j] /= left[j][j]
      }
    }
    for column in right[0].indices {
      for i in 0..<count {
        for k in 0..<i { right[i][column] -= left[i][k] * right[k][column] }
        right[i][column] /= left[i][i]
      }
      for i in stride(from: count - 1, through: 0, by: -1) {
        for k in (i + 1)..<max(count, i + 1) { right[i][column] -= left[k][i] * right[k][column] }
        right[i][column] /= left[i][i]
      }
    }
    return true
  }

  /// The plain estimate less its bootstrap bias, with the pivotal interval of the bootstrap (Davison and Hinkley 1997).
  private func estimate(_ statistic: ([Double]) -> Double?) -> Estimate {
    let count = benefits.count
    let plain = statistic([Double](repeating: 1, count: count)) ?? 0
    var values: [Double] = []
    for number in 0..<Self.resamples {
      var weights = [Double](repeating: 0, count: count)
      for first in stride(from: 0, to: count, by: 4) {
        let address = DrawAddress(
          visit: UInt32(first / 4),
          site: 0,
          traveller: UInt64(number),
          period: 0,
          purpose: .resample
        )
        let block = generator.block(at: address)
        for word in 0..<min(4, count - first) {
          weights[Int((UInt64(block[word]) * UInt64(count)) >> 32)] += 1
        }
      }
      if let value = statistic(weights) { values.append(value) }
    }
    values.sort()
    guard values.count > 20 else {
      return Estimate(mean: plain, standardError: .infinity, low: -.infinity, high: .infinity)
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(values.count - 1)
      let low = Int(place)
      let high = min(values.count - 1, low + 1)
      return values[low] + (values[high] - values[low]) * (place - Double(low))
    }
    return Estimate(
      mean: 2 * plain - mean,
      standardError: (squares / Double(values.count - 1)).squareRoot(),
      low: 2 * plain - quantile(0.975),
      high: 2 * plain - quantile(0.025),
      level: 0.95,
      kind: .mean,
      count: count
    )
  }
}
