import JourneyProbability

/// Simulated figures held against their exact values, all at once.
///
/// The verdict is simultaneous: if the simulator is right, the chance that any figure of the check is called a
/// disagreement is at most 1 - level (Bonferroni).
public struct AgreementCheck: Equatable, Sendable {
  /// One figure: what was simulated, what it should be, and how far apart they are.
  public struct Row: Equatable, Sendable {
    /// Which figure it is.
    public var id: String
    /// The simulated value.
    public var simulated: Double
    /// The exact value.
    public var exact: Double
    /// The distance in standard errors, simulated minus exact; nil where nothing varies.
    public var z: Double?
    /// The chance of a distance at least this large if the simulator is right.
    public var pValue: Double
  }

  /// The figures, in the order in which they were added.
  public private(set) var rows: [Row] = []
  /// The simultaneous confidence level.
  public let level: Double

  /// A check without figures yet.
  public init(level: Double = 0.9999) {
    self.level = level
  }

  /// Below which p-value a single figure disagrees.
  public var threshold: Double { (1 - level) / Double(Swift.max(1, rows.count)) }

  /// The figures that disagree.
  public var disagreements: [Row] { rows.filter { $0.pValue < threshold } }

  /// Whether no figure disagrees. A check without figures agrees: it found nothing.
  public var agrees: Bool { disagreements.isEmpty }

  /// The largest distance in standard errors, without its sign; nil where nothing varies.
  public var largestZ: Double? { rows.compactMap { $0.z.map(Swift.abs) }.max() }

  /// Adds a share: `successes` among `total` (above 0) against an exact chance, by exact binomial probabilities.
  public mutating func add(_ id: String, successes: Int, of total: Int, exact: Double) {
    guard total > 0 else { return }
    // A solver's chance may miss 0 or 1 by its last digit; that must not count as impossible.
    let chance = exact < 1e-14 ? 0 : exact > 1 - 1e-14 ? 1 : exact
    let binomial = Binomial(trials: total, probability: chance)
    let deviation = binomial.variance.squareRoot()
    rows.append(
      Row(
        id: id,
        simulated: Double(successes) / Double(total),
        exact: exact,
        z: deviation > 0 ? (Double(successes) - binomial.mean) / deviation : nil,
        pValue: binomial.twoSidedP(successes)
      )
    )
  }

  /// Adds a mean against its exact value, by Student's t. Fewer than two values add nothing.
  public mutating func add(_ id: String, mean sums: MomentSums, exact: Double) {
    guard let estimate = Estimate.mean(sums) else { return }
    add(id, estimate, exact: exact)
  }

  /// Adds an estimate of a mean or a ratio against its exact value, by Student's t.
  ///
  /// Where nothing varies, the two must agree within what fixed-point steps can tell: half a step.
  public mutating func add(_ id: String, _ estimate: Estimate, exact: Double) {
    let gap = estimate.mean - exact
    let tolerance = 0x1p-21 + 1e-12 * Swift.abs(exact)
    var z: Double?
    var pValue = Swift.abs(gap) <= tolerance ? 1.0 : 0
    if estimate.standardError > 0 {
      let distance = gap / estimate.standardError
      z = distance
      pValue = Self.twoSided(distance, count: estimate.count)
    }
    rows.append(Row(id: id, simulated: estimate.mean, exact: exact, z: z, pValue: pValue))
  }

  private static func twoSided(_ z: Double, count: Int) -> Double {
    if count < 2 { return 2 * Normal.standardCumulative(-Swift.abs(z)) }
    return 2 * StudentT(degrees: Double(count - 1)).tails(-Swift.abs(z)).lower
  }
}
