import JourneyStatistics

/// Exact counts of whole first journeys: which sequences of touchpoints travellers took, and how they ended.
///
/// Memory is bounded: where more different paths occur than `limit`, a first pass counts fingerprints in a table of fixed
/// size (a *sieve*), and a second one counts exactly those paths whose entry in the sieve exceeds a threshold. A path
/// taken by more than `least` journeys is always among them, because a sieve's entry is never under the path's own count.
/// What is kept depends on totals over all travellers alone, so it is the same for any number of threads.
public struct PathTally: Sendable, Equatable {
  /// What is known of one path.
  public struct Path: Sendable, Equatable {
    /// The first traveller who took it: walking that one again gives its touchpoints.
    public internal(set) var traveller: UInt64
    /// The number of its outcome.
    public let outcome: Int
    /// Satisfaction with the journey, one value per journey.
    public internal(set) var satisfaction: MomentSums

    /// How many journeys took it.
    public var journeys: Int { satisfaction.count }
  }

  /// Different paths that are kept at most.
  public static let limit = 1 << 17
  /// Counters of the sieve.
  static let sieveSize = 1 << 16

  private(set) var paths: [PathFingerprint: Path] = [:]
  /// Journeys by slot of their fingerprint; empty in passes that have a sieve to go by.
  private(set) var sieve: ContiguousArray<Int>
  /// Whether there were more different paths than could be kept.
  private(set) var isFull = false
  private let limit: Int

  init(limit: Int, sieving: Bool) {
    self.limit = limit
    sieve = ContiguousArray(repeating: 0, count: sieving ? Self.sieveSize : 0)
  }

  @inline(__always)
  mutating func count(
    _ fingerprint: PathFingerprint,
    traveller: UInt64,
    outcome: Int,
    satisfaction: Int64
  ) {
    if !sieve.isEmpty { sieve[fingerprint.slot(of: sieve.count)] += 1 }
    guard !isFull else { return }
    paths[fingerprint, default: Path(traveller: traveller, outcome: outcome, satisfaction: MomentSums())]
      .satisfaction.add(scaled: satisfaction)
    if paths.count > limit { fill() }
  }

  /// Takes another tally of other travellers in.
  mutating func merge(_ other: PathTally) {
    for slot in sieve.indices { sieve[slot] += other.sieve[slot] }
    if other.isFull { fill() }
    guard !isFull else { return }
    for (fingerprint, path) in other.paths {
      if var known = paths[fingerprint] {
        known.traveller = min(known.traveller, path.traveller)
        known.satisfaction.merge(path.satisfaction)
        paths[fingerprint] = known
      } else {
        paths[fingerprint] = path
      }
    }
    if paths.count > limit { fill() }
  }

  /// One part holds no more different paths than the whole, so a full part means a full whole, however it was divided.
  private mutating func fill() {
    isFull = true
    paths = [:]
  }

  /// The paths that are kept, commonest first, equal ones by their first traveller.
  var ranked: [Path] {
    paths.values.sorted { ($1.journeys, $0.traveller) < ($0.journeys, $1.traveller) }
  }

  /// The count that the entries of a sieve must exceed so that no more than `most` do.
  static func threshold(of sieve: ContiguousArray<Int>, most: Int) -> Int {
    guard sieve.count > most else { return 0 }
    return sieve.sorted(by: >)[most]
  }
}
