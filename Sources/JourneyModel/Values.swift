/// A number in [0, 1].
public struct Probability: Sendable, Hashable, Comparable {
  /// The number itself.
  public let value: Double

  /// Creates a probability, or nil where `value` is not in [0, 1].
  public init?(_ value: Double) {
    guard value >= 0, value <= 1 else { return nil }
    self.value = value
  }

  private init(unchecked value: Double) { self.value = value }

  /// Never.
  public static let zero = Probability(unchecked: 0)
  /// Always.
  public static let one = Probability(unchecked: 1)

  /// The probability of the opposite.
  public var complement: Probability { Probability(unchecked: 1 - value) }

  /// The probability that two independent events both happen.
  public static func * (left: Probability, right: Probability) -> Probability {
    Probability(unchecked: left.value * right.value)
  }

  /// Orders by the number.
  public static func < (left: Probability, right: Probability) -> Bool { left.value < right.value }
}

/// The law of a touchpoint's quality, in points 0-100.
public enum QualityLaw: Sendable, Hashable {
  /// Always the same.
  case constant(Double)
  /// Normal with mean and standard deviation, clamped to 0-100.
  case normal(mean: Double, deviation: Double)
  /// Finitely many values, probabilities totalling 1, in ascending order of the value.
  case discrete([Level])

  /// One value of a discrete law.
  public struct Level: Sendable, Hashable {
    /// Points, 0-100.
    public var points: Double
    /// Its probability.
    public var probability: Probability

    /// Creates a level.
    public init(points: Double, probability: Probability) {
      self.points = points
      self.probability = probability
    }
  }

  /// The mean before clamping, in points: what the analyst typed.
  public var typedMean: Double {
    switch self {
    case .constant(let points): points
    case .normal(let mean, _): mean
    case .discrete(let levels): levels.reduce(0) { $0 + $1.points * $1.probability.value }
    }
  }
}

/// How many points a pain point takes when it hits.
public enum SeverityLaw: Sendable, Hashable {
  /// Always the same, in points.
  case constant(Double)
  /// Normal with mean and standard deviation, in points, never below 0.
  case normal(mean: Double, deviation: Double)
}

/// The law of a duration, in seconds.
public enum DurationLaw: Sendable, Hashable {
  /// Always the same.
  case fixed(seconds: Double)
  /// Lognormal, given by its median and 90th percentile.
  case lognormal(medianSeconds: Double, p90Seconds: Double)
}

/// How a surprise at a touchpoint moves its score (Kano et al. 1984).
public enum Kano: String, Sendable, Hashable, CaseIterable {
  /// More is better: the scenario's gain and loss apply as they stand.
  case performance
  /// Only noticed when it fails: no gain, one and a half times the loss.
  case must
  /// Only noticed when it shines: twice the gain, no loss.
  case delighter
  /// No effect of surprise.
  case indifferent
}

extension String {
  /// The canonical order of names: bytes of their (already NFC-normalised) UTF-8 text.
  ///
  /// - Complexity: O(length).
  public func precedesCanonically(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
