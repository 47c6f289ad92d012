/// Screening by elementary effects (Morris 1991; mu* by Campolongo, Cariboni and Saltelli 2007).
///
/// Inputs are scaled to [0, 1] and stand on four levels; a trajectory moves one input after the other by 2/3. What the
/// answer changes, per unit, is an elementary effect. mu*, the mean of their sizes, says how much an input matters;
/// sigma, their standard deviation, that it matters differently in different places (interactions, curves).
public enum Morris {
  /// How far an input moves.
  public static let step = 2 / 3.0

  /// What decides a trajectory for one input: three uniform numbers.
  public struct Seeds: Sendable {
    /// Which of the two levels it starts from.
    public var start: Double
    /// Whether it moves up or down.
    public var direction: Double
    /// When it moves: the smaller, the earlier.
    public var order: Double

    /// Creates seeds from uniform numbers in (0, 1).
    public init(start: Double, direction: Double, order: Double) {
      self.start = start
      self.direction = direction
      self.order = order
    }
  }

  /// A walk through the cube of inputs: one point more than inputs.
  public struct Trajectory: Sendable {
    /// The points.
    public let points: [[Double]]
    /// Which input moved to reach each point but the first.
    public let moved: [Int]
    private let directions: [Double]

    /// Makes a trajectory; an input's part depends on its own seeds alone.
    public init(_ seeds: [Seeds]) {
      let ups = seeds.map { $0.direction < 0.5 }
      var point = zip(seeds, ups).map { seed, isUp in
        (seed.start < 0.5 ? 0 : 1 / 3.0) + (isUp ? 0 : Morris.step)
      }
      moved = seeds.indices.sorted { (seeds[$0].order, $0) < (seeds[$1].order, $1) }
      directions = ups.map { $0 ? Morris.step : -Morris.step }
      var points = [point]
      for input in moved {
        point[input] = min(1, max(0, point[input] + directions[input]))
        points.append(point)
      }
      self.points = points
    }

    /// The elementary effect of each input, by the answers at the points; nil where an answer is missing.
    public func effects(_ answers: [Double?]) -> [Double?] {
      var effects = [Double?](repeating: nil, count: directions.count)
      for (at, input) in moved.enumerated() {
        guard let before = answers[at], let after = answers[at + 1] else { continue }
        effects[input] = (after - before) / directions[input]
      }
      return effects
    }
  }

  /// What the elementary effects of one input come to.
  public struct Effect: Sendable, Hashable {
    /// Mean size of an effect with its interval over trajectories.
    public var size: Estimate
    /// Mean effect, with its sign.
    public var mean: Double
    /// Standard deviation of the effects.
    public var deviation: Double
  }

  /// Summarises the effects of one input over trajectories; nil for fewer than two.
  public static func summary(_ effects: [Double]) -> Effect? {
    guard let size = Estimate.ofBatches(effects.map(abs)) else { return nil }
    let mean = effects.reduce(0, +) / Double(effects.count)
    let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Effect(size: size, mean: mean, deviation: (squares / Double(effects.count - 1)).squareRoot())
  }
}
