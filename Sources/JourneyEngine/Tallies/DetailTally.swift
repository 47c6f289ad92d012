import JourneyModel
import JourneyStatistics

/// Everything that is counted about first journeys besides the key figures: places, moves, pains, distributions.
public struct DetailTally: Sendable, Equatable {
  /// Bins of the score histograms: one per point.
  public static let scoreBins = 100

  /// Travellers per persona.
  public internal(set) var travellers: ContiguousArray<Int>
  /// Journeys by persona and outcome: `persona * outcomes + outcome`.
  public internal(set) var outcomes: ContiguousArray<Int>
  /// Shares of journeys by outcome, noise taken out where the run is controlled.
  public internal(set) var outcomeShares: ContiguousArray<MomentSums>
  /// By touchpoint.
  public internal(set) var touchpoints: GroupTally
  /// By persona and stage: `persona * stages + stage`.
  public internal(set) var stages: GroupTally
  /// Stages and outcomes that the same travellers reach.
  public internal(set) var together: StageTally
  /// By persona and channel: `persona * channels + channel`.
  public internal(set) var channels: GroupTally
  /// All dissatisfaction per traveller.
  public internal(set) var dissatisfaction = MomentSums()
  /// Moves by transition.
  public internal(set) var moves: ContiguousArray<Int>
  /// Moves by transition that a pain point forced.
  public internal(set) var forcedMoves: ContiguousArray<Int>
  /// Hits per traveller, by pain point.
  public internal(set) var hits: ContiguousArray<MomentSums>
  /// What removing each pain point would bring.
  public internal(set) var removals: RemovalTally
  /// What one more point of quality at each touchpoint would bring.
  public internal(set) var qualities: MomentTally
  /// Travellers hit at least once, by pain point.
  public internal(set) var hitTravellers: ContiguousArray<Int>
  /// Visits by touchpoint and fifth of the scale: `touchpoint * 5 + fifth`.
  public internal(set) var feelings: ContiguousArray<Int>
  /// Visits by persona, stage and score: `(persona * stages + stage) * scoreBins + bin`.
  public internal(set) var scoreCounts: ContiguousArray<Int>
  /// Journeys by number of visits; the last bin holds the longer ones.
  public internal(set) var lengths: ContiguousArray<Int>

  init(_ compiled: CompiledJourney) {
    let personas = compiled.personas.count
    travellers = .init(repeating: 0, count: personas)
    outcomes = .init(repeating: 0, count: personas * compiled.endings.count)
    outcomeShares = .init(repeating: MomentSums(), count: compiled.endings.count)
    touchpoints = GroupTally(count: compiled.touchpoints.count)
    stages = GroupTally(count: personas * compiled.stageCount)
    together = StageTally(stages: compiled.stageCount, outcomes: compiled.endings.count)
    channels = GroupTally(count: personas * compiled.channelCount)
    moves = .init(repeating: 0, count: compiled.flows.count)
    forcedMoves = .init(repeating: 0, count: compiled.flows.count)
    hits = .init(repeating: MomentSums(), count: compiled.pains.count)
    hitTravellers = .init(repeating: 0, count: compiled.pains.count)
    feelings = .init(repeating: 0, count: compiled.hasQuality ? compiled.touchpoints.count * 5 : 0)
    removals = RemovalTally(compiled)
    qualities = MomentTally(compiled)
    scoreCounts = .init(
      repeating: 0,
      count: compiled.hasQuality ? personas * compiled.stageCount * Self.scoreBins : 0
    )
    lengths = .init(repeating: 0, count: min(compiled.longestJourney, 4_096) + 2)
  }

  /// Takes another tally of the same journey in.
  public mutating func merge(_ other: DetailTally) {
    func add(_ left: inout ContiguousArray<Int>, _ right: ContiguousArray<Int>) {
      for index in left.indices { left[index] += right[index] }
    }
    add(&travellers, other.travellers)
    add(&outcomes, other.outcomes)
    for index in outcomeShares.indices { outcomeShares[index].merge(other.outcomeShares[index]) }
    touchpoints.merge(other.touchpoints)
    stages.merge(other.stages)
    together.merge(other.together)
    channels.merge(other.channels)
    dissatisfaction.merge(other.dissatisfaction)
    add(&moves, other.moves)
    add(&forcedMoves, other.forcedMoves)
    for index in hits.indices { hits[index].merge(other.hits[index]) }
    add(&hitTravellers, other.hitTravellers)
    add(&feelings, other.feelings)
    removals.merge(other.removals)
    qualities.merge(other.qualities)
    add(&scoreCounts, other.scoreCounts)
    add(&lengths, other.lengths)
  }
}

/// Counts what it sees of first journeys.
struct DetailObserver: WalkObserver {
  var tally: DetailTally
  private let touchpointStage: ContiguousArray<Int32>
  private let touchpointChannel: ContiguousArray<Int32>
  private let stageCount: Int
  private let channelCount: Int
  private let hasQuality: Bool
  private var touchpoints: GroupScratch
  private var stages: GroupScratch
  private var channels: GroupScratch
  private var painHits: ContiguousArray<Int>
  private var painsTouched: ContiguousArray<Int> = []
  private var last = -1
  private var dissatisfaction = 0.0
  private var persona = 0
  private let firstOutcome: Int

  init(_ compiled: CompiledJourney, periods: Int) {
    firstOutcome = FigureColumn.outcome(0, periods: periods)
    tally = DetailTally(compiled)
    touchpointStage = ContiguousArray(compiled.touchpoints.map(\.stage))
    touchpointChannel = ContiguousArray(compiled.touchpoints.map(\.channel))
    stageCount = compiled.stageCount
    channelCount = compiled.channelCount
    hasQuality = compiled.hasQuality
    touchpoints = GroupScratch(count: compiled.touchpoints.count)
    stages = GroupScratch(count: compiled.stageCount)
    channels = GroupScratch(count: compiled.channelCount)
    painHits = ContiguousArray(repeating: 0, count: compiled.pains.count)
  }

  /// A traveller of this persona sets out.
  @inline(__always)
  mutating func begin(persona: Int) {
    self.persona = persona
    last = -1
    dissatisfaction = 0
  }

  @inline(__always)
  mutating func moved(flow: Int32, forced: Bool) {
    tally.moves[Int(flow)] += 1
    if forced { tally.forcedMoves[Int(flow)] += 1 }
  }

  @inline(__always)
  mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {
    if painHits[pain] == 0 { painsTouched.append(pain) }
    painHits[pain] += 1
  }

  @inline(__always)
  mutating func visited(_ visit: Visit) {
    last = visit.touchpoint
    touchpoints.add(visit, to: Int32(visit.touchpoint))
    let stage = touchpointStage[last]
    stages.add(visit, to: stage)
    channels.add(visit, to: touchpointChannel[last])
    guard hasQuality else { return }
    dissatisfaction += visit.dissatisfaction
    tally.feelings[last * 5 + min(4, Int(visit.score / 20))] += 1
    if stage >= 0 {
      let bin = min(DetailTally.scoreBins - 1, Int(visit.score))
      tally.scoreCounts[(persona * stageCount + Int(stage)) * DetailTally.scoreBins + bin] += 1
    }
  }

  @inline(__always)
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {}

  /// Counts how the journey ended, by contributions from which noise may have been taken.
  mutating func countOutcomes(_ columns: ContiguousArray<Int64>) {
    for outcome in tally.outcomeShares.indices {
      tally.outcomeShares[outcome].add(scaled: columns[firstOutcome + outcome])
    }
  }

  /// The journey is over.
  mutating func finish(
    _ end: JourneyEnd,
    isLoss: Bool,
    leftEarly: Bool,
    outcomeCount: Int
  ) {
    tally.travellers[persona] += 1
    tally.outcomes[persona * outcomeCount + end.outcome] += 1
    tally.lengths[min(end.visits, tally.lengths.count - 1)] += 1
    let total = FixedPoint.scaled(dissatisfaction)
    tally.dissatisfaction.add(scaled: total)
    let lastStage = last >= 0 ? touchpointStage[last] : -1
    let lastChannel = last >= 0 ? touchpointChannel[last] : -1
    touchpoints.flush(
      into: &tally.touchpoints,
      offset: 0,
      dissatisfaction: total,
      leftFrom: leftEarly ? Int32(last) : -1,
      lostFrom: isLoss ? Int32(last) : -1
    )
    tally.together.count(stages.touched, outcome: end.outcome)
    stages.flush(
      into: &tally.stages,
      offset: persona * stageCount,
      dissatisfaction: total,
      leftFrom: leftEarly ? lastStage : -1,
      lostFrom: isLoss ? lastStage : -1
    )
    channels.flush(
      into: &tally.channels,
      offset: persona * channelCount,
      dissatisfaction: total,
      leftFrom: leftEarly ? lastChannel : -1,
      lostFrom: isLoss ? lastChannel : -1
    )
    for pain in painsTouched {
      tally.hits[pain].add(Double(painHits[pain]))
      tally.hitTravellers[pain] += 1
      painHits[pain] = 0
    }
    painsTouched.removeAll(keepingCapacity: true)
  }
}
