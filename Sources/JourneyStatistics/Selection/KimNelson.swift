import RealModule

/// Which of several is the best, told by dropping one after the other while travellers keep coming: the fully
/// sequential procedure of Kim and Nelson (2001), also with common random numbers.
///
/// If the best is ahead of every other by at least `indifference`, it is chosen with probability `level` or more.
/// One observation is the mean of a batch, which is close to normal. Larger is better.
public struct KimNelson: Hashable, Sendable {
  /// One that was dropped.
  public struct Elimination: Hashable, Sendable {
    /// Which one.
    public var system: Int
    /// After how many observations.
    public var stage: Int
    /// Who was too far ahead.
    public var by: Int

    /// An elimination from its parts.
    public init(system: Int, stage: Int, by: Int) {
      self.system = system
      self.stage = stage
      self.by = by
    }
  }

  /// A difference so small that it does not matter which of two is chosen, above 0.
  public let indifference: Double
  /// The probability of a correct choice.
  public let level: Double
  /// Observations of each before the first is dropped.
  public let firstStage: Int
  /// Those that may still be the best, in the order given.
  public private(set) var survivors: [Int]
  /// Those that were dropped, in the order of dropping.
  public private(set) var eliminated: [Elimination] = []
  /// How many observations of the survivors were taken.
  public private(set) var stage = 0

  private let squaredH: Double
  /// Observations of the first stage by system.
  private var first: [[Double]]
  private var sums: [Double]
  /// Sample variances of the differences over the first stage.
  private var variances: [[Double]] = []

  /// A contest of so many systems, before the first observation.
  ///
  /// - Parameters:
  ///   - systems: at least 1.
  ///   - firstStage: at least 2; 10 or more make the first variances worth something.
  public init(systems: Int, indifference: Double, level: Double = 0.95, firstStage: Int = 20) {
    self.indifference = indifference
    self.level = level
    self.firstStage = firstStage
    survivors = Array(0..<systems)
    first = Array(repeating: [], count: systems)
    sums = Array(repeating: 0, count: systems)
    squaredH =
      2 * Self.eta(systems: systems, level: level, firstStage: firstStage) * Double(firstStage - 1)
  }

  /// eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2; h^2 = 2 eta (n0 - 1).
  public static func eta(systems: Int, level: Double, firstStage: Int) -> Double {
    guard systems > 1 else { return 0 }
    let share = 2 * (1 - level) / Double(systems - 1)
    return (Double.pow(share, -2 / Double(firstStage - 1)) - 1) / 2
  }

  /// Whether the contest is over: one is left, or those left are exactly equal where the margins have shrunk to
  /// nothing.
  public var isFinished: Bool {
    guard survivors.count > 1 else { return true }
    guard stage >= firstStage else { return false }
    return survivors.allSatisfy { i in survivors.allSatisfy { l in i == l || margin(i, l) == 0 } }
  }

  /// Takes one observation of every system in; those of systems that were dropped are not looked at.
  public mutating func add(_ observations: [Double]) {
    stage += 1
    for system in survivors { sums[system] += observations[system] }
    guard stage >= firstStage else {
      for system in survivors { first[system].append(observations[system]) }
      return
    }
    if stage == firstStage {
      for system in survivors { first[system].append(observations[system]) }
      variances = first.indices.map { i in first.indices.map { variance(first[i], first[$0]) } }
    }
    screen()
  }

  /// How far the mean of i may be behind that of l without being dropped:
  /// max(0, delta / (2 r) (h^2 S^2 / delta^2 - r)).
  private func margin(_ i: Int, _ l: Int) -> Double {
    let r = Double(stage)
    let limit = squaredH * variances[i][l] / (indifference * indifference)
    return Swift.max(0, indifference / (2 * r) * (limit - r))
  }

  private mutating func screen() {
    let contenders = survivors
    let r = Double(stage)
    for i in contenders {
      guard
        let winner = contenders.first(where: { l in
          l != i && sums[i] / r < sums[l] / r - margin(i, l)
        })
      else { continue }
      survivors.removeAll { $0 == i }
      eliminated.append(Elimination(system: i, stage: stage, by: winner))
    }
  }

  private func variance(_ left: [Double], _ right: [Double]) -> Double {
    let differences = zip(left, right).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    return differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
  }
}
