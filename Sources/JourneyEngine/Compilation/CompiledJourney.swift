import JourneyModel
import JourneyProbability
import RealModule

/// A journey as flat arrays, compiled once and read by all threads.
///
/// Touchpoints, outcomes, pain points and personas are in canonical order (bytes of their names), so nothing here
/// depends on the order of the file. A *place* is a touchpoint, the entry (`START`) or the re-entry (`RETURN`);
/// places are numbered in that order.
public struct CompiledJourney: Sendable {
  /// Where a move leads: a touchpoint's number, or the complement (`~`) of an outcome's.
  typealias Code = Int32

  struct Touchpoint: Sendable {
    var site: UInt32
    /// Number of the channel, or -1.
    var channel: Int32
    /// Number of the stage, or -1.
    var stage: Int32
    var isOutbound: Bool
    /// Whether every visit is just what was expected.
    var isNeutral: Bool
    /// Whether the time of its visits is counted as hours of service.
    var isServed: Bool
    var quality: CompiledQuality
    var duration: CompiledDuration
    var cost: Double
    var matters: Double
    /// Points gained per point of pleasant surprise.
    var gain: Double
    /// Points lost per point of disappointment.
    var loss: Double
    /// Its pain points are `pains[firstPain..<endPain]`.
    var firstPain: Int32
    var endPain: Int32
  }

  struct Pain: Sendable {
    var site: UInt32
    /// log(1 - leaves).
    var logStay: Double
    var severityMean: Double
    var severityDeviation: Double
    var delay: CompiledDuration
    var cost: Double
    /// Its forced moves are `forcedMoves[firstMove..<endMove]`.
    var firstMove: Int32
    var endMove: Int32
    /// Its place in the journey's own list.
    var original: Int32
  }

  struct ForcedMove: Sendable {
    /// Upper end of its stretch of the unit interval.
    var cumulative: Double
    /// nil where the destination was closed: the traveller routes normally.
    var target: Code?
    var flow: Int32
  }

  struct Row: Sendable {
    /// Its options are `options[first..<end]`, those with positive weight only.
    var first: Int32
    var end: Int32
    /// log(1 - l), l being the weight of `leave` over the total; 0 where leaving is an ordinary option.
    var logStay: Double
    var leaveFlow: Int32
    var timedOutFlow: Int32
    /// l, the weight of `leave` over the total; 0 where leaving is an ordinary option.
    var leaveShare: Double
  }

  struct Option: Sendable {
    /// Upper end of its stretch of the unit interval; the last one's is above 1, so a draw always finds an option.
    var cumulative: Double
    var weight: Double
    var target: Code
    var flow: Int32
    var isClosed: Bool
  }

  struct Persona: Sendable {
    /// Upper end of its stretch of the unit interval.
    var cumulative: Double
    var expects: Double
    /// Strength of mood-driven leaving per point.
    var moodToLeavePerPoint: Double
    /// Its rows are `rows[firstRow + place]`.
    var firstRow: Int
  }

  struct Ending: Sendable {
    var kind: OutcomeKind
    /// Points added to the journey's satisfaction.
    var points: Double
    /// Income of a journey that ends so.
    var income: Double
    /// Probability to stay that replaces the retention model's, or nil.
    var stays: Double?
  }

  /// A transition that is counted: from a place to a touchpoint or outcome.
  public struct Flow: Sendable, Hashable {
    /// The touchpoint left; nil is an entry.
    public var from: String?
    /// Whether it is the re-entry of a retained customer.
    public var isReentry: Bool
    /// Where it leads.
    public var to: Destination
  }

  let journey: Journey
  /// No quality, pain points or durations: the walk needs one draw per step and nothing else.
  let isPlain: Bool
  let hasQuality: Bool
  let touchpoints: ContiguousArray<Touchpoint>
  let qualityLevels: ContiguousArray<CompiledQuality.Level>
  let pains: ContiguousArray<Pain>
  /// Chance of pain z for persona p at `hits[p * pains.count + z]`.
  var hits: ContiguousArray<Double>
  let forcedMoves: ContiguousArray<ForcedMove>
  let rows: ContiguousArray<Row>
  let options: ContiguousArray<Option>
  /// An option's weight over the total of its row as written, preferences left out; nil where it stands for `leave`.
  let optionShares: ContiguousArray<Double?>
  let personas: ContiguousArray<Persona>
  /// By persona; empty without a retention model.
  let retentions: ContiguousArray<CompiledRetention>
  let endings: ContiguousArray<Ending>
  /// Points for going from channel a to channel b at `handoffs[a * channels + b]`.
  let handoffs: ContiguousArray<Double>
  let channelCount: Int
  let stageCount: Int
  /// Whether contacts and their time are counted by channel: where arrivals say how many a year there are.
  let countsLoad: Bool
  let leaveCode: Code
  let timedOutCode: Code
  let satisfaction: SatisfactionModel
  let longestJourney: Int
  let giveUpAfterSeconds: Double
  let retention: RetentionModel?
  /// ln(odds ratio) per point.
  let logOddsPerPoint: Double
  /// Discount factor per period.
  let discountPerPeriod: Double
  /// Normal quantiles of draws.
  let normal: NormalTable
  let startSite: UInt32
  let travellerSite: UInt32

  /// Names of the touchpoints in canonical order.
  public let touchpointNames: [String]
  /// Names of the outcomes in canonical order.
  public let outcomeNames: [String]
  /// Names of the pain points, by touchpoint and then in canonical order.
  public let painNames: [String]
  /// Names of the personas in canonical order.
  public let personaNames: [String]
  /// Every transition that is counted, by its number.
  public let flows: [Flow]
  /// Draw sites that had to move because two names had the same hash.
  public let collisions: [SiteCollision]

  var startPlace: Int { touchpoints.count }
  var returnPlace: Int { touchpoints.count + 1 }
}

/// A quality law with its parameters worked out.
struct CompiledQuality: Sendable {
  enum Kind: UInt8, Sendable { case none, constant, normal, discrete }
  struct Level: Sendable {
    var cumulative: Double
    var points: Double
  }
  var kind: Kind
  var mean: Double
  var deviation: Double
  /// Levels of a discrete law are `qualityLevels[firstLevel..<endLevel]`.
  var firstLevel: Int32 = 0
  var endLevel: Int32 = 0
}

/// A duration law with its parameters worked out, in seconds.
struct CompiledDuration: Sendable {
  enum Kind: UInt8, Sendable { case none, fixed, lognormal }
  var kind: Kind
  /// The duration itself, or the mean of its logarithm.
  var location: Double
  /// The standard deviation of its logarithm.
  var scale: Double

  /// Lognormal by median and 90th percentile: mu = ln(median), sigma = ln(p90 / median) / 1.2815515655.
  init(_ law: DurationLaw?) {
    switch law {
    case nil: (kind, location, scale) = (.none, 0, 0)
    case .fixed(let seconds): (kind, location, scale) = (.fixed, seconds, 0)
    case .lognormal(let median, let p90):
      if p90 == median || median == 0 {
        (kind, location, scale) = (.fixed, median, 0)
      } else {
        (kind, location, scale) = (.lognormal, .log(median), .log(p90 / median) / 1.2815515655446004)
      }
    }
  }

  /// The duration at a draw.
  @inline(__always)
  func seconds(_ word: UInt32, _ normal: NormalTable) -> Double {
    switch kind {
    case .none: 0
    case .fixed: location
    case .lognormal: .exp(location + scale * normal.quantile(word))
    }
  }
}

extension NormalTable {
  /// One table for all compiled journeys, so that it stays in the cache.
  static let shared = NormalTable()
}
