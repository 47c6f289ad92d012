import JourneyModel
import JourneyProbability
import JourneyStatistics
import RealModule

/// Works out from recorded journeys what one more point of quality at each touchpoint would have changed.
struct MomentCounter {
  /// What a point at one touchpoint changes, as the journey goes on.
  private struct Change {
    var place: Int32
    var mood = 0.0
    var expectation = 0.0
    var weightedSum = 0.0
    var best = 0.0
    var worst = 0.0
    var last = 0.0
    /// W.
    var score = 0.0
    /// Derivative of the surprises, by the lanes of the values.
    var surprises = SIMD4<Double>.zero
  }

  private(set) var tally: MomentTally
  private let compiled: CompiledJourney
  private let controls: JourneyControls?
  /// The weights of the surprises in each figure.
  private let weights: [SIMD4<Double>]
  private var changes: ContiguousArray<Change> = []

  init(_ compiled: CompiledJourney, _ controls: JourneyControls?) {
    self.compiled = compiled
    self.controls = controls
    tally = MomentTally(compiled)
    weights = tally.figures.map { figure in
      controls?.weights.first { $0.column == figure.numerator }?.surprises ?? .zero
    }
    changes.reserveCapacity(32)
  }

  /// Counts a traveller in. O(visits x touchpoints visited).
  ///
  /// - Parameters:
  ///   - columns: its contributions, noise taken out where that is done.
  ///   - plain: the same as they are.
  mutating func count(
    _ journey: RecordedJourney,
    _ columns: ContiguousArray<Int64>,
    plain: ContiguousArray<Int64>
  ) {
    guard !tally.figures.isEmpty, !journey.stays.isEmpty else { return }
    changes.removeAll(keepingCapacity: true)
    var importance = 0.0
    var best = -Double.infinity
    var worst = Double.infinity
    for (number, stay) in journey.stays.enumerated() {
      importance += compiled.touchpoints[Int(stay.place)].matters
      feel(stay, isBest: stay.score > best, isWorst: stay.score < worst)
      best = max(best, stay.score)
      worst = min(worst, stay.score)
      if stay.isDrawn { decide(stay, journey, isLast: number + 1 == compiled.longestJourney) }
    }
    let isClamped = [0, FixedPoint.scaled(100)].contains(plain[FigureColumn.satisfaction])
    let keeping = keeping(journey, plain)
    let memory = compiled.satisfaction.memory
    for change in changes {
      let satisfaction =
        importance == 0 || isClamped
        ? 0
        : memory.average * change.weightedSum / importance + memory.best * change.best
          + memory.worst * change.worst + memory.end * change.last
      let score = FixedPoint.scaled(change.score)
      for (index, figure) in tally.figures.enumerated() {
        let own: Double =
          switch figure.id {
          case .satisfaction: satisfaction
          case .kept: keeping * satisfaction
          default: 0
          }
        let sum =
          own + FixedPoint.value(columns[figure.numerator]) * change.score
          + (weights[index] * change.surprises).sum()
        tally.moments[Int(change.place) * tally.figures.count + index]
          .add(scaledX: score, y: FixedPoint.scaled(sum))
      }
    }
  }

  /// A visit: what a point at it, or at earlier ones, changes in its score, in the memory, in mood and expectation.
  private mutating func feel(_ stay: RecordedJourney.Stay, isBest: Bool, isWorst: Bool) {
    if !changes.contains(where: { $0.place == stay.place }) { changes.append(Change(place: stay.place)) }
    let touchpoint = compiled.touchpoints[Int(stay.place)]
    let surprise = stay.quality >= stay.expectation ? touchpoint.gain : touchpoint.loss
    func isInside(_ points: Double) -> Bool { points > 0 && points < 100 }
    let isFree = isInside(stay.quality) && (touchpoint.quality.kind != .normal || isInside(stay.drawn))
    let isScored = isInside(stay.score)
    for index in changes.indices {
      let quality = isFree && changes[index].place == stay.place ? 1.0 : 0
      let score = isScored ? (1 + surprise) * quality - surprise * changes[index].expectation : 0
      changes[index].weightedSum += touchpoint.matters * score
      if isBest { changes[index].best = score }
      if isWorst { changes[index].worst = score }
      changes[index].last = score
      changes[index].mood += compiled.satisfaction.moodNewest * (score - changes[index].mood)
      changes[index].expectation += compiled.satisfaction.adaptation * (quality - changes[index].expectation)
    }
  }

  /// A decision to leave or stay: dP/dm = gamma (1 - P) ln(1 - P).
  private mutating func decide(_ stay: RecordedJourney.Stay, _ journey: RecordedJourney, isLast: Bool) {
    let strength = compiled.personas[journey.persona].moodToLeavePerPoint
    guard strength != 0, stay.leaving > 0, stay.leaving < 1 else { return }
    let slope = strength * (1 - stay.leaving) * .log(1 - stay.leaving)
    let gain = isLast ? .zero : controls?.gainOfLeaving(stay, of: journey) ?? .zero
    for index in changes.indices {
      let chance = slope * changes[index].mood
      changes[index].score += stay.left ? chance / stay.leaving : -chance / (1 - stay.leaving)
      changes[index].surprises += chance * gain
    }
  }

  /// What a point of satisfaction changes in a customer's probability to stay; 0 for who is none.
  private func keeping(_ journey: RecordedJourney, _ plain: ContiguousArray<Int64>) -> Double {
    guard let retention = compiled.retention, plain[FigureColumn.customer] != 0,
      let last = journey.stays.last, last.next < 0 || !last.isDrawn
    else { return 0 }
    let ending = last.isDrawn ? Int(~last.next) : Int(~compiled.timedOutCode)
    guard compiled.endings[ending].stays == nil else { return 0 }
    let stays = FixedPoint.value(plain[FigureColumn.survival])
    let share = retention.anchorsOnPrevious ? cumulativeSatisfaction(after: 1, previous: 0, newest: 1) : 1
    return stays * (1 - stays) * compiled.logOddsPerPoint * share
  }
}
