import JourneyModel

/// What was drawn, felt and decided on one first journey: all that control variates and sensitivities need of it.
struct RecordedJourney {
  /// One visit.
  struct Stay {
    var place: Int32
    /// Quality as drawn, before hand-off and pain points.
    var drawn: Double
    /// Quality after them.
    var quality: Double
    /// What was expected on arrival.
    var expectation: Double
    /// The score of the visit.
    var score: Double
    /// Probability to give up after the visit.
    var leaving = 0.0
    /// The logarithm of staying before mood, or 0 where mood has no part.
    var logStay = 0.0
    /// Whether a pain point forced the next move.
    var isForced = false
    /// The pain points that hit are `hits[firstHit..<endHit]`.
    var firstHit: Int32
    var endHit: Int32
    /// Where the traveller went on to.
    var next: CompiledJourney.Code = 0
    /// Whether the traveller gave up here.
    var left = false
    /// Whether the next move was drawn: false where a cap ended the journey.
    var isDrawn = false
  }

  private(set) var persona = 0
  private(set) var entry: CompiledJourney.Code = 0
  private(set) var stays: ContiguousArray<Stay> = []
  private(set) var hits: ContiguousArray<Int32> = []
  private var hitsBefore: Int32 = 0

  /// A traveller of this persona sets out.
  @inline(__always)
  mutating func begin(persona: Int) {
    self.persona = persona
    stays.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    hitsBefore = 0
  }

  /// The first move.
  @inline(__always)
  mutating func enter(_ code: CompiledJourney.Code) { entry = code }

  /// A pain point hit at the visit that is going on.
  @inline(__always)
  mutating func hit(_ pain: Int) { hits.append(Int32(truncatingIfNeeded: pain)) }

  /// A visit is over.
  @inline(__always)
  mutating func visited(
    _ place: Int,
    drawn: Double,
    quality: Double,
    expectation: Double,
    score: Double
  ) {
    let end = Int32(truncatingIfNeeded: hits.count)
    stays.append(
      Stay(
        place: Int32(truncatingIfNeeded: place),
        drawn: drawn,
        quality: quality,
        expectation: expectation,
        score: score,
        firstHit: hitsBefore,
        endHit: end
      )
    )
    hitsBefore = end
  }

  /// The move after the last visit was drawn.
  @inline(__always)
  mutating func moved(
    to code: CompiledJourney.Code,
    leaving: Double,
    logStay: Double,
    left: Bool = false,
    forced: Bool = false
  ) {
    let last = stays.count - 1
    stays[last].leaving = leaving
    stays[last].logStay = logStay
    stays[last].isForced = forced
    stays[last].next = code
    stays[last].left = left
    stays[last].isDrawn = true
  }
}
