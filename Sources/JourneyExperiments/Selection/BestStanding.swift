import JourneyModel
import JourneyProbability
import JourneyStatistics

/// Which of several worlds may be the best in one figure: multiple comparisons with the best.
public struct BestStanding: Sendable, Hashable {
  /// One world.
  public struct World: Sendable, Hashable {
    /// The variant's name, or nil for the baseline.
    public var name: String?
    /// How far it can be behind, or ahead of, the best of the others, in the figure's unit; above 0 is better.
    public var againstBest: BestOf.Interval

    /// Creates it from its parts.
    public init(name: String?, againstBest: BestOf.Interval) {
      self.name = name
      self.againstBest = againstBest
    }
  }

  /// The figure.
  public var metric: MetricID
  /// The level at which all of it holds together.
  public var level: Double
  /// The baseline, then the variants in their order.
  public var worlds: [World]

  /// Creates it from its parts.
  public init(metric: MetricID, level: Double, worlds: [World]) {
    self.metric = metric
    self.level = level
    self.worlds = worlds
  }

  /// Those that may be the best. One alone is the best.
  public var mayBeBest: [World] { worlds.filter(\.againstBest.mayBeBest) }
}

/// Batch means of one figure in several worlds, from which all pairs of worlds are compared.
///
/// The travellers of a batch are the same in all worlds, so differences of batch means are paired.
struct Contrasts: Sendable {
  /// One batch: its travellers, and the figure in each world.
  struct Batch: Sendable {
    var travellers: Int
    var values: [Double]
  }

  private(set) var batches: [Batch] = []

  /// Batches that a run is cut into: enough for a variance, few enough to cost nothing.
  static let count = 50

  mutating func add(_ batch: Batch) { batches.append(batch) }

  /// The difference of two worlds over all batches; nil for fewer than two.
  ///
  /// Batches may differ in size: the variance of one traveller is taken from the squared distances times the size.
  func difference(_ left: Int, _ right: Int) -> Estimate? {
    guard batches.count > 1 else { return nil }
    let travellers = batches.reduce(0) { $0 + $1.travellers }
    let n = Double(travellers)
    let mean = batches.reduce(0) { $0 + Double($1.travellers) * ($1.values[left] - $1.values[right]) } / n
    let squares = batches.reduce(0) { sum, batch in
      let distance = batch.values[left] - batch.values[right] - mean
      return sum + Double(batch.travellers) * distance * distance
    }
    let error = (squares / Double(batches.count - 1) / n).squareRoot()
    let reach =
      error == 0 ? 0 : error * StudentT(degrees: Double(batches.count - 1)).upperQuantile(tail: 0.025)
    return Estimate(
      mean: mean,
      standardError: error,
      low: mean - reach,
      high: mean + reach,
      count: travellers
    )
  }

  /// Which worlds may be the best, at 95 % for all together.
  func standing(_ metric: MetricID, _ names: [String?], _ certainty: Certainty) -> BestStanding? {
    guard batches.count > 1, names.count > 1 else { return nil }
    let pairs = names.count * (names.count - 1) / 2
    let level = Multiplicity.level(0.95, shared: pairs)
    let normal = -Normal.standardQuantile((1 - level) / 2)
    let student = StudentT(degrees: Double(batches.count - 1)).upperQuantile(tail: (1 - level) / 2)
    // Few batches know their own variance badly: Student's quantile over the normal one widens both kinds alike.
    let reach = certainty.widening(comparisons: pairs) * student / normal
    let sign: Double = metric.higherIsBetter == false ? -1 : 1
    let all = names.indices.map { left in names.indices.map { difference(left, $0) } }
    let intervals = BestOf.intervals(
      differences: all.map { $0.map { sign * ($0?.mean ?? 0) } },
      halfWidths: all.map { $0.map { reach * ($0?.standardError ?? 0) } }
    )
    return BestStanding(
      metric: metric,
      level: 0.95,
      worlds: zip(names, intervals).map { BestStanding.World(name: $0, againstBest: $1) }
    )
  }
}
