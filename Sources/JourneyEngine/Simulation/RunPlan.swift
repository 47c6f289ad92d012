import JourneyModel

/// How many travellers are sent, from which seed, by how many threads.
public struct RunPlan: Sendable, Hashable {
  /// Number of travellers.
  public var travellers: Int
  /// Seed of all draws.
  public var seed: UInt64
  /// Periods simulated per retained customer, at least 1.
  public var periods: Int
  /// Number of threads, at least 1; the result does not depend on it.
  public var threads: Int
  /// The number of the first traveller; a run of travellers 0-9 and one of 10-19 merge to one of 0-19.
  public var firstTraveller: UInt64
  /// Whether control variates take noise out of the figures; they change no figure's meaning (`JourneyControls`).
  public var isControlled: Bool

  /// Travellers are simulated in blocks of this many, whatever the number of threads.
  public static let blockSize = 16_384

  /// Creates a plan.
  public init(
    travellers: Int,
    seed: UInt64,
    periods: Int = 1,
    threads: Int = 1,
    firstTraveller: UInt64 = 0,
    isControlled: Bool = false
  ) {
    self.travellers = travellers
    self.seed = seed
    self.periods = max(1, periods)
    self.threads = max(1, threads)
    self.firstTraveller = firstTraveller
    self.isControlled = isControlled
  }
}

extension RunPlan {
  /// Travellers between two looks at whether the run is still wanted: with many worlds a block takes seconds.
  static let stretch = 1_024

  /// The numbers of a block's travellers, in stretches.
  func stretches(ofBlock block: Int) -> [Range<UInt64>] {
    let first = block * Self.blockSize
    let end = min(travellers, first + Self.blockSize)
    return stride(from: first, to: end, by: Self.stretch).map { start in
      firstTraveller + UInt64(start)..<firstTraveller + UInt64(min(end, start + Self.stretch))
    }
  }
}
